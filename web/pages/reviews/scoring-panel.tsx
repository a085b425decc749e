import { inLanguage } from '../../../shared/kernel/text.ts';
import { type Criterion, scale } from '../../../shared/programs/round.ts';
import { confidences, scoreSchema } from '../../../shared/reviews/assessment.ts';
import { weightedHundredths } from '../../../shared/reviews/ranking.ts';
import type { ReviewContent, ReviewView } from '../../../shared/reviews/view-review.ts';
import { FieldError } from '../../components/form/field-frame.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, idOf } from '../../components/form/form-state.ts';
import { Twin } from '../../components/notice.tsx';
import { isPast } from './review-words.ts';

type Props = { form: FormState; seen: ReviewView; content: ReviewContent };

const points = Array.from({ length: scale.highest - scale.lowest + 1 }, (_, at) => String(scale.lowest + at));

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

type PickProps = { form: FormState; name: string; value: string; label: string; at: number; weight?: number };

// The first one bears the field's own id: that is where the error summary's link leads.
const Pick = ({ form, name, value, label, at, weight }: PickProps) => (
  <label>
    <input
      type="radio"
      id={at === 0 ? idOf(name) : `${idOf(name)}-${at}`}
      name={name}
      value={value}
      checked={form.value(name) === value}
      {...(weight && { 'data-weight': weight })}
    />
    <span>{label}</span>
  </label>
);

const CriterionField = ({ form, criterion }: { form: FormState; criterion: Criterion }) => {
  const { t, language, format } = form.view;
  const { id, name, weight, anchors, commentRequired } = criterion;
  const field = `scores.${id}`;
  const described = [`${idOf(field)}-anchors`, form.error(field) && `${idOf(field)}-error`];
  return (
    <fieldset class="criterion" aria-describedby={described.filter(Boolean).join(' ')}>
      <legend>
        {inLanguage(name, language)}
        <span>{t('reviews.weight', { weight: format.percent(weight) })}</span>
      </legend>
      <div class="scale">
        {points.map((value, at) => (
          <Pick form={form} name={field} value={value} label={value} at={at} weight={weight} />
        ))}
      </div>
      <ul class="anchors" id={`${idOf(field)}-anchors`}>
        {([anchors.low, anchors.middle, anchors.high] as const).map((anchor, at) => (
          <li>
            <span class="sr">{points[at * 2]}: </span>
            {inLanguage(anchor, language)}
          </li>
        ))}
      </ul>
      <FieldError form={form} name={field} />
      <Comment form={form} name={`comments.${id}`} required={commentRequired} />
    </fieldset>
  );
};

const Comment = ({ form, name, required }: { form: FormState; name: string; required: boolean }) => {
  const { t } = form.view;
  const field = (
    <Area form={form} name={name} label={t(required ? 'reviews.why.required' : 'reviews.why')} rows={2} />
  );
  const folded = !required && form.value(name) === '' && !form.error(name);
  return folded ? <Twin summary={t('reviews.why.add')}>{field}</Twin> : field;
};

type AreaProps = { form: FormState; name: string; label: string; rows: number; hint?: string };

const Area = ({ form, name, label, rows, hint }: AreaProps) => {
  const id = idOf(name);
  const wrong = form.error(name) !== undefined;
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  return (
    <>
      <label class="label" for={id}>
        {label}
      </label>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <textarea
        id={id}
        name={name}
        rows={rows}
        {...(wrong && { 'aria-invalid': 'true' as const })}
        {...(described && { 'aria-describedby': described })}
      >
        {form.value(name)}
      </textarea>
      <FieldError form={form} name={name} />
    </>
  );
};

const Words = (props: Omit<AreaProps, 'rows'>) => (
  <div class="criterion">
    <Area {...props} rows={3} />
  </div>
);

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
