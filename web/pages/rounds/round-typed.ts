import { writeCents } from '../../../shared/kernel/money.ts';
import { type Theme, themes } from '../../../shared/kernel/theme.ts';
import { defaultRubric } from '../../../shared/programs/default-rubric.ts';
import type { ExtraQuestion } from '../../../shared/programs/extra-question.ts';
import { defaultRanking, type RankingTerms } from '../../../shared/programs/ranking-terms.ts';
import type { Criterion, Round, RoundTerms } from '../../../shared/programs/round.ts';
import { frozenFields } from '../../../shared/programs/round-steps.ts';
import { type Typed, typedFrom } from '../../components/form/typed.ts';
import { tieFields } from './ranking-fields.tsx';

type Entry = readonly [name: string, value: string];
type Bilingual = { en: string; ja: string };

const bilingual = (name: string, { en, ja }: Bilingual): readonly Entry[] => [
  [`${name}.en`, en],
  [`${name}.ja`, ja],
];
const ticked = (name: string, on: boolean): readonly Entry[] => (on ? [[name, 'yes']] : []);

const criterionEntries = (criterion: Criterion, at: number): readonly Entry[] => {
  const field = (name: string) => `criteria.${at}.${name}`;
  return [
    [field('id'), criterion.id],
    ...bilingual(field('name'), criterion.name),
    [field('weight'), String(criterion.weight)],
    ...bilingual(field('anchors.low'), criterion.anchors.low),
    ...bilingual(field('anchors.middle'), criterion.anchors.middle),
    ...bilingual(field('anchors.high'), criterion.anchors.high),
    ...ticked(field('commentRequired'), criterion.commentRequired),
  ];
};

const questionEntries = (question: ExtraQuestion, at: number): readonly Entry[] => [
  [`extraQuestions.${at}.id`, question.id],
  ...bilingual(`extraQuestions.${at}.label`, question.label),
  [`extraQuestions.${at}.kind`, question.kind],
  ...ticked(`extraQuestions.${at}.required`, question.required),
];

const rankingEntries = ({
  ties,
  partial,
  leastReviews,
  fundFrom,
  declineBelow,
}: RankingTerms): readonly Entry[] => [
  ...tieFields.map((name, at): Entry => [name, ties[at] ?? '']),
  ['ranking.partial', partial],
  ['ranking.leastReviews', String(leastReviews)],
  ['ranking.fundFrom', pointsOf(fundFrom)],
  ['ranking.declineBelow', pointsOf(declineBelow)],
];

const pointsOf = (hundredths: number | undefined) =>
  hundredths === undefined ? '' : (hundredths / 100).toFixed(2);

const entriesOf = (terms: RoundTerms): readonly Entry[] => [
  ...bilingual('name', terms.name),
  ...bilingual('summary', terms.summary),
  ['opens', terms.opens],
  ['closes', terms.closes],
  ['reviewDue', terms.reviewDue],
  ['zone', terms.zone],
  ['graceMinutes', String(terms.graceMinutes)],
  ...terms.themes.map((theme): Entry => ['themes', theme]),
  ['envelopeCents', writeCents(terms.envelopeCents)],
  ['maximumAwardCents', writeCents(terms.maximumAwardCents)],
  ['matchPercent', String(terms.matchPercent)],
  ['slots', String(terms.slots)],
  ['reviewersPerApplication', String(terms.reviewersPerApplication)],
  ['blinding', terms.blinding],
  ...terms.rubric.criteria.flatMap(criterionEntries),
  ...rankingEntries(terms.ranking),
  ...terms.extraQuestions.flatMap(questionEntries),
];

const group = (name: string) => name.split('.')[0] ?? name;
const frozen: ReadonlySet<string> = new Set([...frozenFields, 'criteria']);

/** A round's terms as its form would send them; `over` replaces all that is not frozen by what was typed. */
export const typedTerms = (round: Round, over?: Typed): Typed => {
  const stands = entriesOf(round);
  if (!over) return typedFrom(stands);
  return typedFrom([...over.entries, ...stands.filter(([name]) => frozen.has(group(name)))]);
};

/** What a new round's form begins with: a rubric to change, all themes, and nothing that must be known. */
export const newRoundTerms = (key: string): Typed =>
  typedFrom([
    ['_key', key],
    ['zone', 'America/New_York'],
    ['graceMinutes', '15'],
    ...themes.map((theme: Theme): Entry => ['themes', theme]),
    ['matchPercent', '25'],
    ['reviewersPerApplication', '3'],
    ['blinding', 'open'],
    ...defaultRubric.criteria.flatMap(criterionEntries),
    ...rankingEntries(defaultRanking),
  ]);
