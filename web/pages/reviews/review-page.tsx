import type { Failure } from '../../../shared/failures.ts';
import type { ReviewContent, ReviewView } from '../../../shared/reviews/view-review.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { formOf } from '../../components/form/form-state.ts';
import type { Typed } from '../../components/form/typed.ts';
import { Band, Head } from '../../components/head.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { ApplicationText, sectionsToScore, shownSections } from './application-text.tsx';
import { AssessmentText } from './assessment-text.tsx';
import { FlagPanel } from './flag-panel.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { fieldsOf } from './read-assessment.ts';
import { PairLine, ReviewFrame } from './review-frame.tsx';
import { fieldName } from './review-words.ts';
import { ScoringPanel } from './scoring-panel.tsx';
import { Words } from './words.tsx';

type Props = {
  view: View;
  seen: ReviewView;
  content: ReviewContent;
  typed?: Typed | undefined;
  failure?: Failure | undefined;
};

/** The application beside the scores; on a phone one beneath the other. */
export const ReviewPage = (props: Props) => {
  const { view, seen, content, typed, failure } = props;
  const form = formOf(view, {
    typed,
    failure,
    values: content.draft ? fieldsOf(content.draft.assessment) : {},
    labels: fieldName(view, content.rubric),
    words: ({ path }) => (path === 'reason' ? view.t('reviews.flag.required') : undefined),
  });
  const clashed = failure?.kind === 'stale' || failure?.kind === 'conflict';
  return (
    <ReviewFrame view={view} seen={seen} title={view.t('reviews.title')}>
      <Head
        over={<PairLine view={view} seen={seen} />}
        title={<Words view={view} text={content.title} />}
        near
      />
      <ErrorSummary form={form} kept={view.t('reviews.kept')} />
      {failure?.kind === 'review-closed' && <Late view={view} seen={seen} failure={failure} />}
      {clashed && <Meanwhile form={form} content={content} />}
      <div class={failure ? 'cols cols--review gap-4' : 'cols cols--review'}>
        <Reading {...props} />
        <ScoringPanel form={form} seen={seen} content={content} />
      </div>
      {seen.status === 'submitted' && <Others view={view} reviewId={seen.id} content={content} />}
      {!content.application ? null : (
        <FlagPanel form={form} view={view} reviewId={seen.id} flags={content.flags} />
      )}
    </ReviewFrame>
  );
};

const Late = ({
  view: { t, format },
  seen,
  failure,
}: {
  view: View;
  seen: ReviewView;
  failure: { reviewDue: string; receivedAt: string };
}) => (
  <p class="gap-2">
    {t('reviews.late', {
      due: `${format.moment(failure.reviewDue, seen.round.zone)} (${failure.reviewDue})`,
      received: `${format.moment(failure.receivedAt, seen.round.zone)} (${failure.receivedAt})`,
    })}
  </p>
);

const Reading = ({ view, seen, content }: Props) => {
  const { t, href, format } = view;
  const { application, terms } = content;
  const sections = shownSections({ sections: sectionsToScore, terms });
  return (
    <article class="paper flow" aria-label={t('reviews.text.title')}>
      <Notice>
        {seen.declaredAt && (
          <p>
            <strong>{t('reviews.declared.none')}</strong> {format.moment(seen.declaredAt, seen.round.zone)}
          </p>
        )}
        <p class="soft">
          {t('reviews.declared.checked')}{' '}
          <a href={href(`/reviews/${seen.id}/conflict`)}>{t('reviews.declared.changed')}</a>
        </p>
        <Blinding view={view} seen={seen} content={content} />
      </Notice>
      {application ? (
        <>
          <ul class="jump" aria-label={t('reviews.text.jump')}>
            {sections.map((section) => (
              <li>
                <a href={`#s-${section}`}>{t(`applications.section.${section}`)}</a>
              </li>
            ))}
            <li>
              <a href="#scores">{t('reviews.scores.short')}</a>
            </li>
          </ul>
          {application.organisation && (
            <p class="soft">
              <Words view={view} text={application.organisation} />
            </p>
          )}
          <ApplicationText
            view={view}
            text={application}
            terms={terms}
            sections={sections}
            answer={content.officeAnswer}
            filesAt={`/reviews/${seen.id}/files`}
          />
        </>
      ) : (
        <Notice>
          <p>
            <strong>{t('reviews.withdrawn')}</strong>
          </p>
        </Notice>
      )}
    </article>
  );
};

/** What this reader is not shown, and until when. */
const Blinding = ({ view: { t }, seen, content }: Pick<Props, 'view' | 'seen' | 'content'>) => {
  const { blinding } = seen.round;
  const opened = blinding === 'hidden-until-own-review-is-in' && seen.status === 'submitted';
  return (
    <>
      {blinding === 'names-hidden' && <p>{t('reviews.blinding')}</p>}
      {blinding === 'hidden-until-own-review-is-in' && (
        <p>{t(opened ? 'reviews.blinding.opened' : 'reviews.blinding.hidden-until-own-review-is-in')}</p>
      )}
      {content.application?.redacted && <p>{t('reviews.redacted')}</p>}
    </>
  );
};

const Others = ({ view, reviewId, content }: { view: View; reviewId: string; content: ReviewContent }) => {
  const { t, format } = view;
  return (
    <Band id="others" title={t('reviews.others.title')} lede={t('reviews.others.lede')}>
      <p class="gap-1">
        <a class="tap" href={view.href(`/reviews/${reviewId}/discussion`)}>
          {t('reviews.others.discussion')}
        </a>
      </p>
      {content.others.length === 0 ? (
        <p class="soft">{t('reviews.others.none')}</p>
      ) : (
        content.others.map(({ label, score, assessment }) => (
          <section class="gap-4 column" aria-labelledby={`other-${label}`}>
            <h3 id={`other-${label}`}>
              {t('reviews.others.one', { label })} <span class="num">{format.number(score, 2)}</span>
            </h3>
            <AssessmentText
              view={view}
              rubric={content.rubric}
              assessment={assessment}
              caption={t('reviews.others.one', { label })}
            />
          </section>
        ))
      )}
    </Band>
  );
};
