import type { Child } from 'hono/jsx';
import { Icon } from '../icon.tsx';
import { type FormState, idOf } from './form-state.ts';

export type FieldProps = {
  form: FormState;
  /** Also the problem's path: `lines.0.unitCost`. */
  name: string;
  /** Instead of the form's own label for it. */
  label?: string | undefined;
  hint?: string | undefined;
  /** Marks the label "(optional)"; fields are required unless it says so. */
  optional?: boolean;
  /** `wide`, `narrow`, `column` … beside `field`. */
  class?: string;
};

/** The ids of hint and error, for `aria-describedby`, and `aria-invalid` where it is wrong. */
export const described = ({ form, name, hint }: FieldProps, ...more: (string | undefined)[]) => {
  const id = idOf(name);
  const wrong = form.error(name) !== undefined;
  const ids = [hint && `${id}-hint`, ...more, wrong && `${id}-error`].filter(Boolean).join(' ');
  return { ...(wrong && { 'aria-invalid': 'true' as const }), ...(ids && { 'aria-describedby': ids }) };
};

const FieldLabel = ({ form, name, label, optional }: FieldProps) => (
  <>
    {label ?? form.label(name)}
    {optional && <span class="aside">{form.view.t('site.optional')}</span>}
  </>
);

const FieldHint = ({ name, hint }: FieldProps) =>
  hint ? (
    <span class="hint" id={`${idOf(name)}-hint`}>
      {hint}
    </span>
  ) : null;

export const FieldError = ({ form, name }: Pick<FieldProps, 'form' | 'name'>) => {
  const words = form.error(name);
  return words ? (
    <p class="error" id={`${idOf(name)}-error`}>
      <Icon name="wrong" />
      <span>{words}</span>
    </p>
  ) : null;
};

const fieldClass = ({ form, name, class: more }: FieldProps): string =>
  ['field', form.error(name) && 'field--wrong', more].filter(Boolean).join(' ');

/** Label, hint, control, error in one column. */
export const FieldFrame = ({ children, ...field }: FieldProps & { children: Child }) => (
  <div class={fieldClass(field)}>
    <label for={idOf(field.name)}>
      <FieldLabel {...field} />
    </label>
    <FieldHint {...field} />
    {children}
    <FieldError form={field.form} name={field.name} />
  </div>
);

/** The same for a group of controls: a fieldset named by its legend. The first control bears the field's id. */
export const GroupFrame = ({ children, ...field }: FieldProps & { children: Child }) => {
  const { 'aria-describedby': by } = described(field);
  return (
    <fieldset class={fieldClass(field)} {...(by && { 'aria-describedby': by })}>
      <legend>
        <FieldLabel {...field} />
      </legend>
      <FieldHint {...field} />
      {children}
      <FieldError form={field.form} name={field.name} />
    </fieldset>
  );
};
