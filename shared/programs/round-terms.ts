import type { FieldProblem } from '../kernel/failure.ts';
import type { Bilingual } from '../kernel/text.ts';
import { checkRanking } from './ranking-terms.ts';
import { instantsOf, type RoundTerms } from './round.ts';

/** What the schema cannot see: dates in order as instants, weights that sum to 100, awards within the envelope. */
export const checkTerms = (terms: RoundTerms): readonly FieldProblem[] => {
  const { opens, closes, lastInstant, reviewDue } = instantsOf(terms);
  const { criteria } = terms.rubric;
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const problems: readonly (FieldProblem & { when: boolean })[] = [
    { path: 'closes', code: 'not-after-opens', when: closes <= opens },
    { path: 'reviewDue', code: 'not-after-closes', when: reviewDue <= lastInstant },
    {
      path: 'maximumAwardCents',
      code: 'over-the-envelope',
      when: terms.maximumAwardCents > terms.envelopeCents,
    },
    { path: 'rubric.criteria', code: 'weights-not-100', when: weights !== 100 },
    { path: 'rubric.criteria', code: 'same-id-twice', when: hasTwins(criteria) },
    { path: 'extraQuestions', code: 'same-id-twice', when: hasTwins(terms.extraQuestions) },
    { path: 'themes', code: 'same-twice', when: new Set(terms.themes).size < terms.themes.length },
  ];
  return [...problems.flatMap(({ when, ...problem }) => (when ? [problem] : [])), ...checkRanking(terms)];
};

const hasTwins = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id)).size < list.length;

/** The paths of all texts that still lack their Japanese. */
export const withoutJapanese = ({ name, summary, rubric, extraQuestions }: RoundTerms): readonly string[] => {
  const texts: readonly (readonly [string, Bilingual])[] = [
    ['name', name],
    ['summary', summary],
    ...rubric.criteria.flatMap((criterion, at) => [
      [`rubric.criteria.${at}.name`, criterion.name] as const,
      [`rubric.criteria.${at}.anchors.low`, criterion.anchors.low] as const,
      [`rubric.criteria.${at}.anchors.middle`, criterion.anchors.middle] as const,
      [`rubric.criteria.${at}.anchors.high`, criterion.anchors.high] as const,
    ]),
    ...extraQuestions.map(({ label }, at) => [`extraQuestions.${at}.label`, label] as const),
  ];
  return texts.filter(([, text]) => text.ja === '').map(([path]) => path);
};
