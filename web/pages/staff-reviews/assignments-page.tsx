import type { Failure } from '../../../shared/failures.ts';
import { instantsOf, phaseAt } from '../../../shared/programs/round.ts';
import type {
  ApplicationAssignments,
  AssignedReview,
  Assignments,
} from '../../../shared/reviews/view-assignments.ts';
import { Badge } from '../../components/badge.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { type Entry, SummaryList } from '../../components/lists.tsx';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import { nameWords } from '../../components/name-words.ts';
import { Empty, Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Pager } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { marks } from '../reviews/review-words.ts';
import { PairCell } from './pair-cell.tsx';
import { dueCell, RoundFrame } from './round-frame.tsx';

type Props = { view: View; seen: Assignments; failure?: Failure | undefined };

/** Who reviews what: each application with its reviewers, who is missing, and who could step in. */
export const AssignmentsPage = ({ view, seen, failure }: Props) => {
  const { t, format } = view;
  const { round, items, kept, reviewers, next } = seen;
  const wanted = round.reviewersPerApplication;
  const missing = items.reduce((sum, one) => sum + one.missing, 0);
  const phase = phaseAt(round, view.call.receivedAt);
  return (
    <RoundFrame
      view={view}
      round={round}
      here="assignments"
      lede={t('reviews.assignments.lede', { wanted, reviewers })}
      kept={kept}
      docket={[
        { label: t('reviews.column.missing'), value: t('reviews.assignments.missing', { count: missing }) },
        dueCell(view, round),
      ]}
    >
      {failure && (
        <div class="gap-3">
          <ErrorSummary form={failedForm(view, failure)} />
        </div>
      )}
      {phase !== 'closed' && (
        <div class="gap-3">
          <Notice>
            <p>
              {t(phase === 'announced' ? 'reviews.assignments.announced' : 'reviews.assignments.open', {
                when: format.moment(instantsOf(round).lastInstant, round.zone),
              })}
            </p>
          </Notice>
        </div>
      )}
      {phase === 'closed' && (
        <p class="gap-3">
          <a class="tap" href={view.href(`/staff/rounds/${round.id}/assignments/plan`)}>
            {t('assignment.plan.link')}
          </a>
        </p>
      )}
      <div class="gap-4">
        {items.length === 0 ? (
          <Empty title={t('reviews.assignments.none')} level={2}>
            <p>{t('reviews.assignments.none.text')}</p>
          </Empty>
        ) : (
          <>
            <Outbox view={view} title="" mail={[]} level={2}>
              {t('reviews.assignments.nobody')}
            </Outbox>
            <div class="gap-4">
              {items.map((one) => (
                <OneApplication view={view} one={one} open={phase === 'closed'} />
              ))}
            </div>
          </>
        )}
      </div>
      <Pager view={view} next={next} />
    </RoundFrame>
  );
};

const failedForm = (view: View, failure: Failure) =>
  formOf(view, {
    failure,
    labels: { reviewerId: view.t('reviews.column.reviewer') },
    words: ({ code }) =>
      code === 'not-a-reviewer' ? view.t('reviews.assignments.not-a-reviewer') : undefined,
  });

type OneProps = { view: View; one: ApplicationAssignments; open: boolean };

const OneApplication = ({ view, one, open }: OneProps) => {
  const { t } = view;
  return (
    <section class="match" aria-labelledby={`a-${one.id}`} id={`row-${one.id}`}>
      <div>
        <h2 class="h-md" id={`a-${one.id}`}>
          <PairCell view={view} pair={one.pair} path={`/staff/applications/${one.id}`} />
        </h2>
        <p class="match__place">{one.title}</p>
        <p class="match__id">{one.receipt}</p>
        <p class="gap-1">
          <Badge is={one.missing > 0 ? 'due' : 'done'}>
            {t('reviews.assignments.missing', { count: one.missing })}
          </Badge>
        </p>
      </div>
      <div class="flow">
        {one.reviews.length === 0 ? (
          <p class="soft">{t('reviews.assignments.nobody-yet')}</p>
        ) : (
          <SummaryList entries={one.reviews.map((review) => assignedLine(view, review))} />
        )}
        {open && <AddReviewer view={view} one={one} />}
        <Refused view={view} one={one} />
      </div>
    </section>
  );
};

const assignedLine = (view: View, review: AssignedReview): Entry => {
  const { t } = view;
  const { status, conflict, conflictReason, declineReason, reviewId, version } = review;
  const name = nameWords(view, review.name);
  return {
    label: name,
    value: (
      <>
        <Badge is={conflict ? 'shut' : marks[status]}>
          {t(`reviews.status.${conflict ? 'conflicted' : status}`)}
        </Badge>{' '}
        {conflict && (
          <span class="hint">
            {t(`reviews.reason.${conflict}`)} {conflictReason}
          </span>
        )}
        {declineReason && <span class="hint">{declineReason}</span>}
      </>
    ),
    act: status !== 'submitted' && (
      <Form view={view} version={version}>
        <input type="hidden" name="reviewId" value={reviewId} />
        <button class="go2" type="submit" name="action" value="remove">
          {t('reviews.assignments.remove')}
          <span class="sr"> {name}</span>
        </button>
      </Form>
    ),
  };
};

const AddReviewer = ({ view, one }: Omit<OneProps, 'open'>) => {
  const { t } = view;
  const free = one.candidates.filter(({ conflict }) => !conflict);
  const id = `reviewer-${one.id}`;
  return free.length === 0 ? (
    <p class="soft small">{t('reviews.assignments.no-candidate')}</p>
  ) : (
    <Form view={view} class="acts">
      <input type="hidden" name="applicationId" value={one.id} />
      <div class="field">
        <label for={id}>
          {t('reviews.assignments.add')}
          <span class="sr"> {keptPairWords(view, one.pair)}</span>
        </label>
        <select id={id} name="reviewerId">
          <option value="">{t('site.choose')}</option>
          {free.map(({ reviewerId, name, load }) => (
            <option value={reviewerId}>{t('reviews.assignments.candidate', { name, load })}</option>
          ))}
        </select>
      </div>
      <button class="go2" type="submit" name="action" value="assign">
        {t('reviews.assignments.go')}
      </button>
    </Form>
  );
};

const Refused = ({ view, one }: Omit<OneProps, 'open'>) => {
  const kept = one.candidates.flatMap(({ name, conflict, conflictReason }) =>
    conflict ? [{ name, conflict, conflictReason }] : [],
  );
  return kept.length === 0 ? null : (
    <ul class="why">
      {kept.map(({ name, conflict, conflictReason }) => (
        <li class="not">
          <span>
            {view.t('reviews.assignments.cannot', { name, reason: view.t(`reviews.reason.${conflict}`) })}
            {conflictReason && <span class="hint">{conflictReason}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
};
