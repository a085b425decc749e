import type { EligibilityFinding } from '../../../shared/programs/eligibility-rule.ts';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

const isYear = (name: string) => name === 'lastFunded' || name === 'again';

/** Why a condition stands as it does, and what would make it so; figures in the reader's way of writing them. */
export const findingWords = ({ t, format }: View, { kind, standing, figures }: EligibilityFinding) => {
  const values = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => {
      if (name.endsWith('Cents')) return [name, format.money(value)];
      if (name === 'percent') return [name, format.percent(value)];
      return [name, isYear(name) ? String(value) : value];
    }),
  );
  const say = (part: string) => {
    const key = [`rounds.finding.${kind}.${part}`, `rounds.finding.${part}`].find(isMessageKey);
    return key && isMessageKey(key) ? t(key, values) : '';
  };
  return { why: say(standing), remedy: standing === 'not-met' ? say('remedy') : '' };
};
