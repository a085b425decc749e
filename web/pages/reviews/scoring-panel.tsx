import { scale } from '../../../shared/programs/round.ts';
import { confidences, scoreSchema } from '../../../shared/reviews/assessment.ts';
import { weightedHundredths } from '../../../shared/reviews/ranking.ts';
import type { ReviewContent, ReviewView } from '../../../shared/reviews/view-review.ts';
import { Form } from '../../components/form/form.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { CriterionField, Pick, Words } from './criterion-fields.tsx';
import { isPast } from './review-words.ts';

type Props = { form: FormState; seen: ReviewView; content: ReviewContent };

/** Scores beside the text: a criterion each with what its scores mean, and a total that stays in sight. */
export const ScoringPanel = ({ form, seen, content }: Props) => {
  const { view } = form;
  const { t } = view;
  return (
    <Form
      view={view}
      version={content.draft?.version ?? 0}
      autosave
      class="panel stick"
      id="scores"
      labelledby="scores-title"
    >
      <div class="panel__head">
        <h2 class="h-lg" id="scores-title">
          {t('reviews.scores.title')}
        </h2>
        <Total form={form} content={content} />
      </div>
      {content.rubric.criteria.map((criterion) => (
        <CriterionField form={form} criterion={criterion} />
      ))}
      <fieldset class="criterion">
        <legend>{t('reviews.confidence')}</legend>
        <div class="scale scale--3">
          {confidences.map((one, at) => (
            <Pick form={form} name="confidence" value={one} label={t(`reviews.confidence.${one}`)} at={at} />
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
      <Ending form={form} seen={seen} content={content} />
    </Form>
  );
};

const Total = ({ form, content }: Pick<Props, 'form' | 'content'>) => {
  const { t, format } = form.view;
  const { rubric } = content;
  const scored = rubric.criteria.flatMap(({ id }): [string, number][] => {
    const score = scoreSchema.safeParse(Number(form.value(`scores.${id}`)));
    return score.success ? [[id, score.data]] : [];
  });
  const hundredths = weightedHundredths(rubric, Object.fromEntries(scored));
  const words = t('reviews.scores.of', {
    highest: scale.highest,
    scored: '[scored]',
    all: rubric.criteria.length,
  });
  return (
    <p class="panel__total" data-score-total="" data-words={words}>
      <strong>{hundredths === undefined ? t('site.none') : format.number(hundredths / 100, 2)}</strong>{' '}
      <span class="soft small">{words.replace('[scored]', String(scored.length))}</span>
    </p>
  );
};

/** Saving stands first, so that Enter keeps the draft and never submits it. No button is named `action`: it would hide the form's own. */
const Ending = ({ form, seen, content }: Props) => {
  const { view } = form;
  const { t, format } = view;
  const due = format.moment(seen.round.reviewDue, seen.round.zone);
  const past = isPast(view, seen.round);
  const again = seen.status === 'submitted';
  return (
    <div class="criterion last">
      <div class="acts">
        <button class="go2" type="submit" name="do" value="save">
          {t('reviews.save')}
        </button>
        {!past && (
          <button class="go" type="submit" name="do" value="submit">
            {t(again ? 'reviews.submit.again' : 'reviews.submit')}
          </button>
        )}
      </div>
      <p class="small soft gap-1">
        {past
          ? t('reviews.past', { due })
          : t(again ? 'reviews.submit.again.note' : 'reviews.submit.note', { due })}{' '}
        {t('site.outbox.nobody')}
      </p>
      {!again && (
        <p class="small gap-1">
          <a class="tap" href={view.href(`/reviews/${seen.id}/decline`)}>
            {t('reviews.decline.link')}
          </a>
        </p>
      )}
      {content.draft && content.draft.version > 1 && (
        <p class="small soft gap-1">
          {t('reviews.draft.saved', {
            when: format.moment(content.draft.savedAt, view.viewerZone ?? seen.round.zone),
            version: content.draft.version,
          })}
        </p>
      )}
      <p class="small soft gap-1">{t('reviews.keys')}</p>
    </div>
  );
};
