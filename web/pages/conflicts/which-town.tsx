import { municipalitiesNamed } from '../../../shared/reference/municipalities.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { prefectureChoices } from '../partnerships/region-choices.ts';

type Props = {
  form: FormState;
  /** The group of the place's fields, `placements.0`. */
  of: string;
  /** The field in which the town is written. */
  words: string;
};

/**
 * Where the words can mean several towns, asks which; otherwise keeps the one that was picked. What is picked goes with
 * the words it was picked for, so that it never stands for others.
 */
export const WhichTown = ({ form, of, words }: Props) => {
  const { view } = form;
  const text = form.value(words);
  if (text.trim() === '') return null;
  const prefectures = new Map(prefectureChoices(view).map(({ value, label }) => [value, label]));
  const towns = municipalitiesNamed(text, form.value(`${of}.prefecture`) || undefined);
  const choices = towns.map(({ code, name, nameJa, prefecture }) => ({
    value: code,
    label: `${nameJa} (${name}), ${prefectures.get(prefecture) ?? prefecture}`,
  }));
  return (
    <>
      <input type="hidden" name={`${of}.said`} value={text} />
      {towns.length > 1 ? (
        <RadioField
          form={form}
          name={`${of}.code`}
          label={view.t('conflicts.profile.which', { words: text })}
          choices={[...choices, { value: '', label: view.t('conflicts.profile.which.none') }]}
        />
      ) : (
        <input type="hidden" name={`${of}.code`} value={form.value(`${of}.code`)} />
      )}
    </>
  );
};
