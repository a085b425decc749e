import { isAlike } from '../../../shared/conflicts/conflict-kind.ts';
import { type Finding, stands } from '../../../shared/conflicts/finding.ts';
import type {
  ApplicationConflicts,
  ConflictOfReviewer,
  RoundConflicts,
} from '../../../shared/conflicts/list-conflicts.ts';
import { settlable } from '../../../shared/conflicts/settlement.ts';
import type { Failure } from '../../../shared/failures.ts';
import { Badge } from '../../components/badge.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { SummaryList } from '../../components/lists.tsx';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import { Empty, Notice, Twin } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Pager } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { PairCell } from '../staff-reviews/pair-cell.tsx';
import { dueCell, RoundFrame } from '../staff-reviews/round-frame.tsx';
import { Evidence } from './evidence.tsx';

type Props = { view: View; seen: RoundConflicts; failure?: Failure | undefined };

/** Every reviewer in conflict with every application, why, and what waits for a person. */
export const ConflictsPage = ({ view, seen, failure }: Props) => {
  const { t } = view;
  const { round, items, kept, silent, next } = seen;
  const open = items.reduce((sum, one) => sum + one.open, 0);
  const found = items.filter(
    ({ reviewers, unmatched, compared }) => reviewers.length + unmatched.length > 0 || !compared,
  );
  return (
    <RoundFrame
      view={view}
      round={round}
      here="conflicts"
      lede={t('conflicts.staff.lede')}
      kept={kept}
      docket={[
        { label: t('conflicts.staff.open'), value: t('conflicts.staff.open.count', { count: open }) },
        dueCell(view, round),
      ]}
    >
      {failure && (
        <div class="gap-3">
          <ErrorSummary form={formOf(view, { failure, labels: { reason: t('conflicts.staff.reason') } })} />
        </div>
      )}
      {silent.length > 0 && (
        <div class="gap-3">
          <Notice>
            <p>{t('conflicts.staff.silent', { names: silent.join(', ') })}</p>
          </Notice>
        </div>
      )}
      {found.length > 0 && (
        <div class="gap-4">
          <Outbox view={view} title="" mail={[]}>
            {t('conflicts.staff.nobody')}
          </Outbox>
        </div>
      )}
      <div class="gap-4">
        {found.length === 0 ? (
          <Empty title={t('conflicts.staff.none')} level={2} />
        ) : (
          found.map((one) => <OneApplication view={view} one={one} />)
        )}
      </div>
      <Pager view={view} next={next} />
    </RoundFrame>
  );
};

const OneApplication = ({ view, one }: { view: View; one: ApplicationConflicts }) => {
  const { t } = view;
  return (
    <section class="match" aria-labelledby={`a-${one.id}`}>
      <div>
        <h2 class="h-md" id={`a-${one.id}`}>
          <PairCell view={view} pair={one.pair} path={`/staff/applications/${one.id}`} />
        </h2>
        <p class="match__place">{one.title}</p>
        <p class="match__id">{one.receipt}</p>
        {one.open > 0 && (
          <p class="gap-1">
            <Badge is="due">{t('conflicts.staff.open.count', { count: one.open })}</Badge>
          </p>
        )}
      </div>
      <div class="flow">
        <SummaryList
          entries={one.reviewers.map((reviewer) => ({
            label: reviewer.name,
            value: (
              <div class="flow">
                {reviewer.reviewed && reviewer.findings.some(stands) && <p>{t('conflicts.set-aside')}</p>}
                {reviewer.twice && (
                  <p>
                    <Badge is="shut">{t('conflicts.twice')}</Badge> {t('reviews.reason.same-person')}
                  </p>
                )}
                {reviewer.findings.map((found) => (
                  <One view={view} of={one} reviewer={reviewer} found={found} />
                ))}
              </div>
            ),
          }))}
        />
        {!one.compared && <p class="small">{t('conflicts.staff.not-compared')}</p>}
        {one.unmatched.map(({ name, email, affiliation, reason }) => (
          <p class="small">
            {t('conflicts.staff.unmatched', {
              who: [name, email, affiliation].filter(Boolean).join(', '),
              reason,
            })}
          </p>
        ))}
      </div>
    </section>
  );
};

const marks = { hard: 'shut', soft: 'wait', unknown: 'due' } as const;

type OneProps = { view: View; of: ApplicationConflicts; reviewer: ConflictOfReviewer; found: Finding };

const One = (props: OneProps) => {
  const { view, found } = props;
  const { t } = view;
  const { kind, settled } = found;
  return (
    <div class="flow">
      <p>
        <Badge is={settled && settled.outcome !== 'conflict' ? 'done' : marks[found.class]}>
          {t(settled ? `conflicts.outcome.${settled.outcome}` : `conflicts.class.${found.class}`)}
        </Badge>{' '}
        {t(`reviews.reason.${kind}`)}
      </p>
      <Evidence view={view} found={found} />
      {settled && <p class="hint">{settled.reason}</p>}
      {found.class !== 'hard' && <Settle {...props} />}
    </div>
  );
};

const Settle = ({ view, of, reviewer, found }: OneProps) => {
  const { t } = view;
  const id = `reason-${of.id}-${found.cause}-${reviewer.reviewerId}`;
  return (
    <Twin
      summary={t(`conflicts.settle.${found.class === 'soft' ? 'soft' : 'unknown'}`)}
      open={!found.settled && found.class === 'unknown'}
    >
      <Form view={view} version={found.settled?.version ?? 0} class="acts">
        <input type="hidden" name="applicationId" value={of.id} />
        <input type="hidden" name="personId" value={reviewer.reviewerId} />
        <input type="hidden" name="cause" value={found.cause} />
        <div class="field">
          <label for={id}>
            {t('conflicts.staff.reason')}
            <span class="sr">
              {' '}
              {reviewer.name}, {keptPairWords(view, of.pair)}
            </span>
          </label>
          <input type="text" id={id} name="reason" maxlength={500} />
        </div>
        {settlable[found.class].map((outcome) => (
          <button class="go2" type="submit" name="outcome" value={outcome}>
            {outcome !== 'waived' && isAlike(found.kind)
              ? t(`conflicts.settle.alike.${outcome}`)
              : t(`conflicts.settle.${outcome}`)}
          </button>
        ))}
      </Form>
    </Twin>
  );
};
