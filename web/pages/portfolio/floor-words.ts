import { type Floor, floorKinds } from '../../../shared/awards/portfolio.ts';
import { themes } from '../../../shared/kernel/theme.ts';
import { censusRegions, japanRegions } from '../../../shared/reference/town-facts.ts';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

/** A region of either country in the reader's language. */
export const regionWords = ({ t }: View, region: string): string => {
  const key = `awards.region.${region}`;
  return isMessageKey(key) ? t(key) : region;
};

/** What a floor is about: a theme, a region, first-time cities, towns under so many people. */
export const floorWords = (view: View, { kind, value }: Pick<Floor, 'kind' | 'value'>): string => {
  const { t, format } = view;
  if (kind === 'theme') {
    const theme = themes.find((one) => one === value);
    return theme ? t(`site.theme.${theme}`) : value;
  }
  if (kind === 'first-time') return t('awards.floor.first-time');
  if (kind === 'small-town') return t('awards.floor.small-town', { people: format.number(Number(value)) });
  return t(`awards.floor.${kind}`, { region: regionWords(view, value) });
};

/** So many awards, or so much money. */
export const measureWords = ({ t, format }: View, { measure }: Pick<Floor, 'measure'>, amount: number) =>
  measure === 'awards' ? t('awards.floor.awards', { count: amount }) : format.money(amount);

/** Every floor there can be, but the size of a town, as one choice each: `theme:sustainability`. */
export const floorChoices = (view: View) => {
  const values = {
    theme: themes,
    'us-region': censusRegions,
    'jp-region': japanRegions,
    'first-time': [''],
    'small-town': [''],
  } as const;
  return floorKinds.flatMap((kind) =>
    values[kind].map((value) => ({
      value: `${kind}:${value}`,
      label:
        kind === 'small-town' ? view.t('awards.floor.small-town.any') : floorWords(view, { kind, value }),
    })),
  );
};
