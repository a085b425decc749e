import { described, FieldFrame, type FieldProps } from './field-frame.tsx';
import { idOf } from './form-state.ts';

type TextProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'password';
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  autocomplete?: string;
  /** Figures: right-aligned, tabular. */
  num?: boolean;
  lang?: string;
  /** The id of a `<datalist>` with names that are offered. */
  list?: string | undefined;
};

/** One line of text. */
export const TextField = ({
  type = 'text',
  inputmode,
  autocomplete,
  num,
  lang,
  list,
  ...field
}: TextProps) => (
  <FieldFrame {...field}>
    <input
      type={type}
      id={idOf(field.name)}
      name={field.name}
      value={field.form.value(field.name)}
      {...(inputmode && { inputmode })}
      {...(autocomplete && { autocomplete })}
      {...(num && { class: 'num' })}
      {...(lang && { lang })}
      {...(list && { list })}
      {...described(field)}
    />
  </FieldFrame>
);

/** A whole number. */
export const NumberField = (field: FieldProps) => <TextField inputmode="numeric" num {...field} />;

/** Dollars, typed as people type them; read with `parseCents`. Show stored cents with `writeCents`. */
export const MoneyField = (field: FieldProps) => (
  <TextField inputmode="decimal" num {...field} hint={field.hint ?? field.form.view.t('site.money.hint')} />
);

/** A calendar day, `2027-05-11`. */
export const DateField = (field: FieldProps) => (
  <FieldFrame {...field}>
    <input
      type="date"
      id={idOf(field.name)}
      name={field.name}
      value={field.form.value(field.name)}
      {...described(field)}
    />
  </FieldFrame>
);

/** A local time, `2027-01-14T17:00`; say in the hint by which zone's clock. */
export const LocalTimeField = (field: FieldProps) => (
  <FieldFrame {...field}>
    <input
      type="datetime-local"
      id={idOf(field.name)}
      name={field.name}
      value={field.form.value(field.name)}
      {...described(field)}
    />
  </FieldFrame>
);
