import { type Bilingual, inLanguage } from '../../shared/kernel/text.ts';
import { firstCriterion } from '../../shared/programs/ranking-terms.ts';
import { parseTieRule } from '../../shared/ranking/tie-rule.ts';
import type { View } from '../view.ts';

type Criteria = readonly { readonly id: string; readonly name: Bilingual }[];

/** A rule that breaks ties, as people say it: "higher on “Outcomes”". */
export const tieRuleWords = ({ t, language }: View, criteria: Criteria, written: string): string => {
  const rule = parseTieRule(written);
  if (!rule) return written;
  const { by, of, order } = rule;
  if (by === 'column') {
    if (of === 'first-time') return t(`ranking.rule.first-time.${order}`);
    return of === 'requested' ? t(`ranking.rule.requested.${order}`) : written;
  }
  if (by !== 'criterion') return t(`ranking.rule.${by}.${order}`);
  const named = criteria.find(({ id }) => id === of);
  if (!named && of === firstCriterion) return t(`ranking.rule.first.${order}`);
  return t(`ranking.rule.criterion.${order}`, { name: named ? inLanguage(named.name, language) : of });
};
