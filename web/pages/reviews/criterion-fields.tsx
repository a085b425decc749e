import { inLanguage } from '../../../shared/kernel/text.ts';
import { anchorsOf, type Criterion, scale } from '../../../shared/programs/round.ts';
import { FieldError } from '../../components/form/field-frame.tsx';
import { type FormState, idOf } from '../../components/form/form-state.ts';
import { Twin } from '../../components/notice.tsx';

const points = Array.from({ length: scale.highest - scale.lowest + 1 }, (_, at) => String(scale.lowest + at));

type PickProps = { form: FormState; name: string; value: string; label: string; at: number; weight?: number };

/** One choice of a row. The first one bears the field's own id: that is where the error summary’s link leads. */
export const Pick = ({ form, name, value, label, at, weight }: PickProps) => (
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

/** One criterion: its scores with what they mean, and the reason. */
export const CriterionField = ({ form, criterion }: { form: FormState; criterion: Criterion }) => {
  const { t, language, format } = form.view;
  const { id, name, weight, commentRequired } = criterion;
  const anchors = anchorsOf(criterion);
  // Three stand beneath the ends and the middle of the scale; more are read as a list with their points.
  const asList = anchors.length > 3;
  const field = `scores.${id}`;
  const described = [`${idOf(field)}-anchors`, form.error(field) && `${idOf(field)}-error`];
  return (
    <fieldset class="criterion" data-criterion="" aria-describedby={described.filter(Boolean).join(' ')}>
      <legend>
        {inLanguage(name, language)}
        <span>{t('reviews.weight', { weight: format.percent(weight) })}</span>
      </legend>
      <div class="scale">
        {points.map((value, at) => (
          <Pick form={form} name={field} value={value} label={value} at={at} weight={weight} />
        ))}
      </div>
      <ul class={asList ? 'anchors anchors--each' : 'anchors'} id={`${idOf(field)}-anchors`}>
        {anchors.map(({ score, text }) => (
          <li>
            <span class={asList ? undefined : 'sr'}>{score}: </span>
            {inLanguage(text, language)}
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

type AreaProps = {
  form: FormState;
  name: string;
  label: string;
  rows: number;
  hint?: string;
  /** Who reads it, as a mark beside the label. */
  reader?: string;
};

const Area = ({ form, name, label, rows, hint, reader }: AreaProps) => {
  const id = idOf(name);
  const wrong = form.error(name) !== undefined;
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  return (
    <>
      <label class="label" for={id}>
        {label}
        {reader && <strong class="reader">{reader}</strong>}
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

/** A text of its own in the panel. */
export const Words = (props: Omit<AreaProps, 'rows'>) => (
  <div class="criterion">
    <Area {...props} rows={3} />
  </div>
);
