import type { Failure } from '../../../shared/failures.ts';
import { mayDecline } from '../../../shared/reviews/review.ts';
import type { ReviewView } from '../../../shared/reviews/view-review.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Head } from '../../components/head.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { Found } from './found.tsx';
import { PairLine, ReviewFrame } from './review-frame.tsx';

type Props = { view: View; seen: ReviewView; typed?: Typed | undefined; failure?: Failure | undefined };

const kinds = ['organisation', 'city', 'partnership', 'chapter', 'people', 'money', 'rival', 'tie'] as const;

/** The declaration, a page of its own: no application, no score, and a button that names only what it does. */
export const ConflictPage = ({ view, seen, typed, failure }: Props) => {
  const { t } = view;
  const isFirst = seen.status === 'assigned';
  const title = t(isFirst ? 'reviews.conflict.title' : 'reviews.conflict.later.title');
  const form = formOf(view, {
    typed,
    failure,
    words: ({ code }) => (code === 'contradicts' ? t('reviews.conflict.contradicts') : undefined),
    labels: { declaration: t('reviews.conflict.question'), reason: t('reviews.conflict.reason') },
  });
  return (
    <ReviewFrame view={view} seen={seen} title={title}>
      <Head
        over={<PairLine view={view} seen={seen} />}
        title={title}
        lede={t(isFirst ? 'reviews.conflict.lede' : 'reviews.conflict.later.lede')}
      />
      <ErrorSummary form={form} />
      <div class="column flow">
        <Found view={view} seen={seen} />
        <p>{t('reviews.conflict.counts')}</p>
        <ul class="why">
          {kinds.map((kind) => (
            <li>
              <span>{t(`reviews.conflict.kind.${kind}`)}</span>
            </li>
          ))}
        </ul>
        <Notice>
          <p>{t('reviews.conflict.doubt')}</p>
        </Notice>
        <Form view={view} version={seen.version} class="flow">
          {isFirst ? <Choice form={form} /> : <input type="hidden" name="declaration" value="conflict" />}
          <TextArea
            form={form}
            name="reason"
            rows={3}
            hint={t('reviews.conflict.reason.hint')}
            optional={isFirst}
          />
          <Outbox view={view} title="" mail={[]}>
            {t('reviews.conflict.nobody')}
          </Outbox>
          <div class="acts">
            <button class="go" type="submit">
              {t(isFirst ? 'reviews.conflict.go' : 'reviews.conflict.later.go')}
            </button>
            <a href={view.href(isFirst ? '/reviews' : `/reviews/${seen.id}`)}>
              {t('reviews.conflict.leave')}
            </a>
            {mayDecline(seen.status) && (
              <a href={view.href(`/reviews/${seen.id}/decline`)}>{t('reviews.decline.link')}</a>
            )}
          </div>
        </Form>
      </div>
    </ReviewFrame>
  );
};

const Choice = ({ form }: { form: FormState }) => {
  const { t } = form.view;
  return (
    <RadioField
      form={form}
      name="declaration"
      choices={(['none', 'conflict'] as const).map((value) => ({
        value,
        label: t(`reviews.conflict.${value}`),
        note: t(`reviews.conflict.${value}.note`),
      }))}
    />
  );
};
