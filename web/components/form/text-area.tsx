import { described, FieldFrame, type FieldProps } from './field-frame.tsx';
import { idOf } from './form-state.ts';

type Props = FieldProps & {
  rows?: number;
  lang?: string;
  /** The limit that is said beneath and counted while one writes. The use case decides, not this. */
  limit?: { readonly unit: 'words' | 'graphemes'; readonly max: number } | undefined;
};

/** Several lines of text, with a counter where there is a limit. */
export const TextArea = ({ rows = 5, lang, limit, ...field }: Props) => {
  const { t } = field.form.view;
  const id = idOf(field.name);
  return (
    <FieldFrame {...field}>
      <textarea
        id={id}
        name={field.name}
        rows={rows}
        {...(lang && { lang })}
        {...described(field, limit && `${id}-limit`)}
        {...(limit && { 'data-count': limit.unit, 'data-max': limit.max })}
      >
        {field.form.value(field.name)}
      </textarea>
      {limit && (
        <p
          class="hint"
          id={`${id}-limit`}
          data-counter={id}
          data-words={t(`site.count.${limit.unit}`, { count: '[count]', max: limit.max })}
        >
          {t(`site.limit.${limit.unit}`, { max: limit.max })}
        </p>
      )}
    </FieldFrame>
  );
};
