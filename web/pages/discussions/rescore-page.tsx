import type { Failure } from '../../../shared/failures.ts';
import { confidences } from '../../../shared/reviews/assessment.ts';
import type { ReviewContent, ReviewView } from '../../../shared/reviews/view-review.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Head } from '../../components/head.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { CriterionField, Pick, Words } from '../reviews/criterion-fields.tsx';
import { Meanwhile } from '../reviews/meanwhile.tsx';
import { fieldsOf } from '../reviews/read-assessment.ts';
import { PairLine, ReviewFrame } from '../reviews/review-frame.tsx';
import { fieldName } from '../reviews/review-words.ts';

type Props = {
  view: View;
  seen: ReviewView;
  content: ReviewContent;
  typed?: Typed | undefined;
  failure?: Failure | undefined;
};

/** A submitted review, changed with a reason while it is discussed. */
export const RescorePage = ({ view, seen, content, typed, failure }: Props) => {
  const { t, href } = view;
  const named = fieldName(view, content.rubric);
  const form = formOf(view, {
    typed,
    failure,
    values: content.draft ? fieldsOf(content.draft.assessment) : {},
    labels: (name) => (name === 'reason' ? t('discussions.rescore.reason') : named(name)),
  });
  const clashed = failure?.kind === 'stale' || failure?.kind === 'conflict';
  return (
    <ReviewFrame view={view} seen={seen} title={t('discussions.rescore.title')}>
      <Head
        over={<PairLine view={view} seen={seen} />}
        title={t('discussions.rescore.title')}
        lede={t('discussions.rescore.lede')}
        near
      />
      <ErrorSummary form={form} />
      {clashed && <Meanwhile form={form} content={content} />}
      <Form view={view} version={content.draft?.version ?? 0} class="panel column gap-3">
        {content.rubric.criteria.map((criterion) => (
          <CriterionField form={form} criterion={criterion} />
        ))}
        <fieldset class="criterion">
          <legend>{t('reviews.confidence')}</legend>
          <div class="scale scale--3">
            {confidences.map((one, at) => (
              <Pick
                form={form}
                name="confidence"
                value={one}
                label={t(`reviews.confidence.${one}`)}
                at={at}
              />
            ))}
          </div>
        </fieldset>
        <Words
          form={form}
          name="feedbackToApplicant"
          label={t('reviews.feedback')}
          hint={t('reviews.feedback.hint')}
        />
        <Words form={form} name="noteToCommittee" label={t('reviews.note')} hint={t('reviews.note.hint')} />
        <div class="criterion last flow">
          <TextArea form={form} name="reason" rows={3} hint={t('discussions.rescore.reason.hint')} />
          <Outbox view={view} title="" mail={[]}>
            {t('discussions.rescore.next')}
          </Outbox>
          <div class="acts">
            <button class="go" type="submit">
              {t('discussions.rescore.go')}
            </button>
            <a href={href(`/reviews/${seen.id}/discussion`)}>{t('discussions.notes.back')}</a>
          </div>
        </div>
      </Form>
    </ReviewFrame>
  );
};
