import type { Failure } from '../../../shared/failures.ts';
import type { ReviewView } from '../../../shared/reviews/view-review.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Head } from '../../components/head.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { Found } from './found.tsx';
import { ReviewFrame } from './review-frame.tsx';

type Props = { view: View; seen: ReviewView; failure?: Failure | undefined };

/** What a reviewer with a conflict sees: that it is closed to them, and why. */
export const ClosedPage = ({ view, seen, failure }: Props) => {
  const { t, href, format } = view;
  const title = t('reviews.closed.title');
  return (
    <ReviewFrame view={view} seen={seen} title={title}>
      <Head title={title} lede={t('reviews.closed.lede')} />
      {failure && <ErrorSummary form={formOf(view, { labels: {}, failure })} />}
      <div class="column flow">
        <Notice>
          <p>
            <strong>{t(`reviews.reason.you.${seen.conflict ?? 'declared'}`)}</strong>
          </p>
          {seen.conflict === 'declared' && seen.declaredAt && (
            <p class="soft">
              {t('reviews.closed.declared', { when: format.moment(seen.declaredAt, seen.round.zone) })}
            </p>
          )}
          {seen.conflictReason && <p class="words">{seen.conflictReason}</p>}
        </Notice>
        {/* Of what they declared themselves nothing more is told: that is not to read as if nothing was found. */}
        {seen.found.length > 0 && <Found view={view} seen={seen} />}
        <p>{t('reviews.closed.wrong')}</p>
        <p>
          <a class="tap" href={href('/reviews')}>
            {t('reviews.back')}
          </a>
        </p>
      </div>
    </ReviewFrame>
  );
};
