import { prefectures, type Region, usStates } from '../../../shared/reference/regions.ts';
import type { View } from '../../view.ts';
import type { Choice } from '../form/choice-fields.tsx';

const choices = (view: View, regions: readonly Region[]): readonly Choice[] =>
  regions.map(({ code, name, nameJa }) => ({
    value: code,
    label: view.language === 'ja' ? nameJa : name,
  }));

export const stateChoices = (view: View) => choices(view, usStates);
export const prefectureChoices = (view: View) => choices(view, prefectures);
