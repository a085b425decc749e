import {
  findMunicipalities,
  type Municipality,
  municipalitiesOf,
} from '../../../shared/reference/municipalities.ts';
import { regionOf } from '../../../shared/reference/regions.ts';
import { townsMeant } from '../../../shared/reference/towns-meant.ts';
import type { View } from '../../view.ts';
import { type Choice, RadioField } from '../form/choice-fields.tsx';
import { type FormState, idOf } from '../form/form-state.ts';
import { TextField } from '../form/text-fields.tsx';
import { anywhere } from './read-place.ts';

type Props = {
  form: FormState;
  /** The group of the place's fields, `placements.0`. */
  of: string;
  /** The field in which the town is written. */
  words: string;
};

const regionName = ({ language }: View, code: string) => {
  const region = regionOf(code);
  return (language === 'ja' ? region?.nameJa : region?.name) ?? code;
};

const townChoices = (view: View, towns: readonly Municipality[]): readonly Choice[] =>
  towns.map(({ code, name, nameJa, prefecture }) => ({
    value: code,
    label: view.t('places.town', { nameJa, name, prefecture: regionName(view, prefecture) }),
  }));

const Hidden = ({ form, name, value }: { form: FormState; name: string; value?: string }) => {
  const held = value ?? form.value(name);
  return held === '' ? null : <input type="hidden" name={name} value={held} />;
};

/**
 * Where the words can mean several towns, asks which; where they name none, what the town is part of by now; otherwise
 * keeps the one that was picked. What is picked goes with the words it was picked for, so that it never stands for
 * others.
 */
export const WhichTown = ({ form, of, words }: Props) => {
  const { view } = form;
  const text = form.value(words);
  if (text.trim() === '') return null;
  const { towns, town, named } = townsMeant(text, form.value(`${of}.prefecture`) || undefined);
  const asks = towns.length > 0 && town === undefined;
  const whole = named && {
    value: anywhere,
    label: view.t('places.which.prefecture', { name: regionName(view, named) }),
  };
  const none = { value: '', label: view.t('places.which.none') };
  return (
    <>
      <Hidden form={form} name={`${of}.said`} value={text} />
      {asks ? (
        <div class="gap-2">
          <RadioField
            form={form}
            name={`${of}.code`}
            label={view.t('places.which', { words: text })}
            choices={[...townChoices(view, towns), ...(whole ? [whole] : []), none]}
          />
        </div>
      ) : (
        <Hidden form={form} name={`${of}.code`} />
      )}
      {towns.length === 0 && !named && <NowPartOf form={form} of={of} words={words} />}
    </>
  );
};

/** The present town of one that has merged: found by romaji, kanji or kana, those of the prefecture offered by name. */
const NowPartOf = ({ form, of, words }: Props) => {
  const { view } = form;
  const name = `${of}.now.text`;
  const prefecture = form.value(`${of}.prefecture`) || townsMeant(form.value(words)).beside;
  const typed = form.value(name);
  const found = findMunicipalities(typed, prefecture);
  const asks = found.length > 0 && townsMeant(typed, prefecture).town === undefined;
  const list = prefecture && `${idOf(name)}-towns`;
  return (
    <div class="gap-2">
      <TextField form={form} name={name} hint={view.t('places.now.hint')} list={list} optional />
      {list && <Towns id={list} prefecture={prefecture} />}
      <Hidden form={form} name={`${of}.now.said`} value={typed} />
      {asks ? (
        <div class="gap-2">
          <RadioField
            form={form}
            name={`${of}.now.code`}
            label={view.t('places.which', { words: typed })}
            choices={[...townChoices(view, found), { value: '', label: view.t('places.which.none') }]}
          />
        </div>
      ) : (
        <Hidden form={form} name={`${of}.now.code`} />
      )}
    </div>
  );
};

const Towns = ({ id, prefecture }: { id: string; prefecture: string }) => (
  <datalist id={id}>
    {municipalitiesOf(prefecture).map(({ nameJa, name }) => (
      <option value={nameJa}>{name}</option>
    ))}
  </datalist>
);
