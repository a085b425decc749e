import type { FieldProblem } from '../kernel/failure.ts';
import type { Bilingual } from '../kernel/text.ts';
import { checkQuestions, questionTexts } from './extra-question-terms.ts';
import { checkRanking } from './ranking-terms.ts';
import { anchorsOf, instantsOf, type RoundTerms } from './round.ts';

/** What the schema cannot see: dates in order as instants, weights that sum to 100, awards within the envelope. */
export const checkTerms = (terms: RoundTerms): readonly FieldProblem[] => {
  const { opens, closes, lastInstant, reviewDue } = instantsOf(terms);
  const { criteria } = terms.rubric;
  const rules = terms.eligibility.rules.map(({ kind: id }) => ({ id }));
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
    { path: 'eligibility.rules', code: 'same-twice', when: hasTwins(rules) },
    { path: 'extraQuestions', code: 'too-much-text', when: bytesOf(terms) > textRoom },
    { path: 'themes', code: 'same-twice', when: new Set(terms.themes).size < terms.themes.length },
  ];
  return [
    ...problems.flatMap(({ when, ...problem }) => (when ? [problem] : [])),
    ...checkRanking(terms),
    ...checkQuestions(terms.extraQuestions),
  ];
};

const hasTwins = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id)).size < list.length;

/** A round is one item of the table, and a list reads ten of them. */
const textRoom = 60_000;
const bytesOf = (terms: RoundTerms) => new TextEncoder().encode(JSON.stringify(terms)).length;

/** The paths of all texts that still lack their Japanese. */
export const withoutJapanese = ({
  name,
  summary,
  rubric,
  extraQuestions,
  eligibility,
}: RoundTerms): readonly string[] => {
  const texts: readonly (readonly [string, Bilingual])[] = [
    ['name', name],
    ['summary', summary],
    ...rubric.criteria.flatMap((criterion, at) => [
      [`rubric.criteria.${at}.name`, criterion.name] as const,
      ...anchorsOf(criterion).map(
        (anchor) => [`rubric.criteria.${at}.anchors.${anchor.name}`, anchor.text] as const,
      ),
    ]),
    ...questionTexts(extraQuestions),
    ...eligibility.rules.flatMap(({ sentence }, at) =>
      sentence ? [[`eligibility.rules.${at}.sentence`, sentence] as const] : [],
    ),
  ];
  return texts.filter(([, text]) => text.ja === '').map(([path]) => path);
};
