import { applicationStatuses } from '../../../shared/applications/application.ts';
import { themes } from '../../../shared/kernel/theme.ts';
import { regionOf } from '../../../shared/reference/regions.ts';
import type { RosterList } from '../../../shared/roster/list-roster.ts';
import { filterNames, type RosterFilter } from '../../../shared/roster/roster-filter.ts';
import type { Choice } from '../../components/form/choice-fields.tsx';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import type { View } from '../../view.ts';

export const regionWords = ({ language }: View, code: string): string => {
  const region = regionOf(code);
  return region ? (language === 'ja' ? region.nameJa : region.name) : code;
};

/** What there is to choose from for one part of the filter; the places and pairs are those of the list itself. */
export const choicesOf = (
  view: View,
  name: Exclude<keyof RosterFilter, 'q'>,
  choices: RosterList['choices'],
): readonly Choice[] => {
  const { t } = view;
  const regions = (codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: regionWords(view, code) }));
  switch (name) {
    case 'theme':
      return themes.map((theme) => ({
        value: theme,
        label: t(`applications.option.project.theme.${theme}`),
      }));
    case 'status':
      return applicationStatuses
        .filter((status) => status !== 'draft')
        .map((status) => ({ value: status, label: t(`applications.status.${status}`) }));
    case 'state':
      return regions(choices.states);
    case 'prefecture':
      return regions(choices.prefectures);
    case 'partnership':
      return choices.partnerships.map(({ id, pair }) => ({ value: id, label: keptPairWords(view, pair) }));
    case 'firstTime':
      return (['yes', 'no'] as const).map((value) => ({
        value,
        label: t(`roster.field.firstTime.${value}`),
      }));
  }
};

/** A filter in words, one line a part. */
export const filterWords = (view: View, filter: RosterFilter, choices: RosterList['choices']) =>
  filterNames.flatMap((name) => {
    const value = filter[name];
    if (!value) return [];
    const label = view.t(`roster.field.${name}`);
    if (name === 'q') return [{ label, value }];
    const chosen = choicesOf(view, name, choices).find((one) => one.value === value);
    return [{ label, value: chosen?.label ?? value }];
  });
