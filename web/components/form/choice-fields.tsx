import { described, FieldError, FieldFrame, type FieldProps, GroupFrame } from './field-frame.tsx';
import { type FormState, idOf } from './form-state.ts';

export type Choice = {
  readonly value: string;
  readonly label: string;
  /** A second, softer line. */
  readonly note?: string | undefined;
  readonly lang?: string;
};

type ChoiceProps = FieldProps & {
  choices: readonly Choice[];
  /** A long list of short words: side by side where there is room. */
  many?: boolean;
};

/** One of many, folded. `blank` adds an empty first choice. */
export const SelectField = ({ choices, blank = true, ...field }: ChoiceProps & { blank?: boolean }) => {
  const chosen = field.form.value(field.name);
  return (
    <FieldFrame {...field}>
      <select id={idOf(field.name)} name={field.name} {...described(field)}>
        {blank && (
          <option value="" selected={chosen === ''}>
            {field.form.view.t('site.choose')}
          </option>
        )}
        {choices.map(({ value, label, lang }) => (
          <option value={value} selected={chosen === value} {...(lang && { lang })}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
};

// The first control bears the field's own id: that is where the error summary's link leads.
const controlId = (name: string, at: number) => (at === 0 ? idOf(name) : `${idOf(name)}-${at}`);

const Picks = ({ choices, type, many, ...field }: ChoiceProps & { type: 'radio' | 'checkbox' }) => {
  const chosen = field.form.values(field.name);
  const { 'aria-invalid': wrong } = described(field);
  return (
    <div class={many ? 'pick pick--many' : 'pick'}>
      {choices.map(({ value, label, note, lang }, at) => (
        <label {...(lang && { lang })}>
          <input
            type={type}
            id={controlId(field.name, at)}
            name={field.name}
            value={value}
            checked={chosen.includes(value)}
            {...(wrong && type === 'checkbox' && { 'aria-invalid': wrong })}
          />
          <span>
            {label}
            {note && <small>{note}</small>}
          </span>
        </label>
      ))}
    </div>
  );
};

/** One of a few, all in sight. */
export const RadioField = (field: ChoiceProps) => (
  <GroupFrame {...field}>
    <Picks {...field} type="radio" />
  </GroupFrame>
);

/** Any of a few: read with `typed.all(name)`. */
export const CheckboxField = (field: ChoiceProps) => (
  <GroupFrame {...field}>
    <Picks {...field} type="checkbox" />
  </GroupFrame>
);

/** One box to tick; sends `yes`. */
export const CheckField = ({ form, name, label }: { form: FormState; name: string; label?: string }) => (
  <div class={form.error(name) ? 'field field--wrong' : 'field'}>
    <label class="check">
      <input
        type="checkbox"
        id={idOf(name)}
        name={name}
        value="yes"
        checked={form.values(name).includes('yes')}
        {...described({ form, name })}
      />
      <span>{label ?? form.label(name)}</span>
    </label>
    <FieldError form={form} name={name} />
  </div>
);
