import type { Failure } from '../../../shared/failures.ts';
import type { ReviewView } from '../../../shared/reviews/view-review.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Head } from '../../components/head.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { PairLine, ReviewFrame } from './review-frame.tsx';

type Props = { view: View; seen: ReviewView; typed?: Typed | undefined; failure?: Failure | undefined };

/** Giving a review back, apart from the declaration of a conflict and saying so. */
export const DeclinePage = ({ view, seen, typed, failure }: Props) => {
  const { t, href } = view;
  const title = t('reviews.decline.title');
  const form = formOf(view, { typed, failure, labels: { reason: t('reviews.decline.reason') } });
  return (
    <ReviewFrame view={view} seen={seen} title={title}>
      <Head over={<PairLine view={view} seen={seen} />} title={title} lede={t('reviews.decline.lede')} />
      <ErrorSummary form={form} />
      <div class="column flow">
        <p>
          <a class="tap" href={href(`/reviews/${seen.id}/conflict`)}>
            {t('reviews.decline.conflict')}
          </a>
        </p>
        <p>{t('reviews.decline.text')}</p>
        <Form view={view} version={seen.version} class="flow">
          <TextArea form={form} name="reason" rows={3} hint={t('reviews.decline.reason.hint')} />
          <Outbox view={view} title="" mail={[]}>
            {t('reviews.decline.nobody')}
          </Outbox>
          <div class="acts">
            <button class="go" type="submit">
              {t('reviews.decline.go')}
            </button>
            <a href={href(`/reviews/${seen.id}`)}>{t('reviews.decline.leave')}</a>
          </div>
        </Form>
      </div>
    </ReviewFrame>
  );
};

/** What is left of a review that was given back: that it was, and why. */
export const DeclinedPage = ({ view, seen }: Pick<Props, 'view' | 'seen'>) => {
  const { t, href } = view;
  const title = t('reviews.declined.title');
  return (
    <ReviewFrame view={view} seen={seen} title={title}>
      <Head over={<PairLine view={view} seen={seen} />} title={title} lede={t('reviews.declined.lede')} />
      <div class="column flow">
        <Notice>
          <p>
            <strong>{t('reviews.declined.reason')}</strong>
          </p>
          <p class="words">{seen.declineReason}</p>
        </Notice>
        <p>{t('reviews.declined.wrong')}</p>
        <p>
          <a class="tap" href={href('/reviews')}>
            {t('reviews.back')}
          </a>
        </p>
      </div>
    </ReviewFrame>
  );
};
