import type { TextLimit } from '../../../shared/applications/sections/text-length.ts';
import { described, FieldFrame, type FieldProps } from './field-frame.tsx';
import { idOf } from './form-state.ts';

type Props = FieldProps & {
  rows?: number;
  lang?: string;
  /** The limit that is said beneath and counted while one writes, in the unit of what is written. The use case decides, not this. */
  limit?: TextLimit | undefined;
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
      >
        {field.form.value(field.name)}
      </textarea>
      {limit && (
        <p
          class="hint"
          id={`${id}-limit`}
          data-counter={id}
          data-most={`${limit.words} ${limit.characters}`}
          data-words={t('site.count.words', { count: '[count]', max: limit.words })}
          data-characters={t('site.count.graphemes', { count: '[count]', max: limit.characters })}
        >
          {t('writing.limit', limit)}
        </p>
      )}
    </FieldFrame>
  );
};
