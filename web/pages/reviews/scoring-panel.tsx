import { scale } from '../../../shared/programs/round.ts';
import { weightedHundredths } from '../../../shared/ranking/weighted-score.ts';
import {
  confidences,
  emptyAssessment,
  missingFrom,
  scoreSchema,
} from '../../../shared/reviews/assessment.ts';
import type { ReviewContent, ReviewView } from '../../../shared/reviews/view-review.ts';
import { Form } from '../../components/form/form.tsx';
import { type FormState, idOf } from '../../components/form/form-state.ts';
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
      <fieldset class="criterion" data-criterion="">
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
        reader={t('reviews.feedback.for')}
        hint={t('reviews.feedback.hint')}
      />
      <Words
        form={form}
        name="noteToCommittee"
        label={t('reviews.note')}
        reader={t('reviews.note.for')}
        hint={t('reviews.note.hint')}
      />
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

/** What keeps the review from being submitted, each a way to its field; told as it was saved, and on as one writes. */
const Missing = ({ form, content }: Pick<Props, 'form' | 'content'>) => {
  const { t } = form.view;
  const needed = missingFrom(content.rubric, emptyAssessment).map(({ path }) => path);
  const isMissing = (path: string) => form.value(path).trim() === '';
  return (
    <section aria-labelledby="missing" class="missing">
      <h3 class="h-md" id="missing">
        {t('reviews.missing.title')}
      </h3>
      <ul class="small gap-1">
        {needed.map((path) => (
          <li data-missing={path} hidden={!isMissing(path)}>
            <a href={`#${idOf(path)}`}>{form.label(path)}</a>
          </li>
        ))}
      </ul>
      <p class="small gap-1" data-complete="" hidden={needed.some(isMissing)}>
        {t('reviews.missing.none')}
      </p>
    </section>
  );
};

/** The keys, in words; the switch appears where scripts run. */
const Keys = ({ form: { view } }: Pick<Props, 'form'>) => {
  const { t } = view;
  return (
    <>
      <p class="small soft gap-1">{t('reviews.keys')}</p>
      <label class="check small gap-1" data-keys="" hidden>
        <input type="checkbox" checked />
        <span>{t('reviews.keys.on')}</span>
      </label>
      <p
        class="sr"
        role="status"
        data-score-said=""
        data-words={t('reviews.keys.said', { name: '[name]', score: '[score]' })}
      />
    </>
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
      <Missing form={form} content={content} />
      <div class="acts">
        <button class="go2" type="submit" name="do" value="save">
          {t('reviews.save')}
        </button>
        {!past && (
          <button class="go" type="submit" name="do" value="submit">
            {t(again ? 'reviews.submit.again' : 'reviews.submit')}
          </button>
        )}
        <a href={view.href('/reviews')}>{t('reviews.leave')}</a>
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
      <Keys form={form} />
      {content.submission && (
        <p class="small gap-1">
          <a class="tap" href={view.href(`/reviews/${seen.id}/revisions`)}>
            {t('reviews.revisions.link')}
          </a>
        </p>
      )}
    </div>
  );
};
