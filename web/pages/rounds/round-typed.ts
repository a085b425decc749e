import { writeCents } from '../../../shared/kernel/money.ts';
import { type Theme, themes } from '../../../shared/kernel/theme.ts';
import { defaultRubric } from '../../../shared/programs/default-rubric.ts';
import {
  defaultEligibility,
  type EligibilityRule,
  type EligibilityTerms,
} from '../../../shared/programs/eligibility-rule.ts';
import type { ExtraQuestion, QuestionOption } from '../../../shared/programs/extra-question.ts';
import { defaultRanking, type RankingTerms } from '../../../shared/programs/ranking-terms.ts';
import { anchorsOf, type Criterion, type Round, type RoundTerms } from '../../../shared/programs/round.ts';
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
    ...anchorsOf(criterion).flatMap((anchor) => bilingual(field(`anchors.${anchor.name}`), anchor.text)),
    ...ticked(field('commentRequired'), criterion.commentRequired),
  ];
};

const optionEntries = (options: readonly QuestionOption[], field: (name: string) => string) =>
  options.flatMap(({ id, label }, no): readonly Entry[] => [
    [field(`options.${no}.id`), id],
    ...bilingual(field(`options.${no}.label`), label),
  ]);

const numberEntry = (name: string, value: number | string | undefined): readonly Entry[] =>
  value === undefined ? [] : [[name, String(value)]];

/** What only this kind of question has. */
const settingEntries = (question: ExtraQuestion, field: (name: string) => string): readonly Entry[] => {
  switch (question.kind) {
    case 'short':
    case 'long':
      return [
        ...numberEntry(field('limit.words'), question.limit?.words),
        ...numberEntry(field('limit.characters'), question.limit?.characters),
      ];
    case 'number':
      return [...numberEntry(field('min'), question.min), ...numberEntry(field('max'), question.max)];
    case 'money':
      return (['min', 'max'] as const).flatMap((name) => {
        const cents = question[name];
        return numberEntry(field(name), cents === undefined ? undefined : writeCents(cents));
      });
    case 'date':
      return [
        ...numberEntry(field('earliest'), question.earliest),
        ...numberEntry(field('latest'), question.latest),
      ];
    case 'choice':
      return optionEntries(question.options, field);
    case 'several':
      return [...optionEntries(question.options, field), ...numberEntry(field('most'), question.most)];
    default:
      return [];
  }
};

const questionEntries = (question: ExtraQuestion, at: number): readonly Entry[] => {
  const field = (name: string) => `extraQuestions.${at}.${name}`;
  const { showIf } = question;
  return [
    [field('id'), question.id],
    ...bilingual(field('label'), question.label),
    ...(question.help ? bilingual(field('help'), question.help) : []),
    [field('kind'), question.kind],
    ...settingEntries(question, field),
    ...ticked(field('required'), question.required),
    ...(showIf?.answers ?? []).map((answer): Entry => [field(`showIf.${showIf?.question}.${answer}`), 'yes']),
  ];
};

const ruleEntries = (rule: EligibilityRule): readonly Entry[] => {
  const field = (name: string) => `eligibility.${rule.kind}.${name}`;
  return [
    ...ticked(field('on'), true),
    ...(rule.kind === 'not-funded-in-years' ? numberEntry(field('years'), rule.years) : []),
    ...(rule.kind === 'indirect-at-most' ? numberEntry(field('percent'), rule.percent) : []),
    ...(rule.sentence ? bilingual(field('sentence'), rule.sentence) : []),
  ];
};

const eligibilityEntries = ({ rules, fiscalSponsor, ein, uei }: EligibilityTerms): readonly Entry[] => [
  ...rules.flatMap(ruleEntries),
  ...ticked('eligibility.fiscalSponsor', fiscalSponsor),
  ['eligibility.ein', ein],
  ['eligibility.uei', uei],
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
  ['complaintDays', String(terms.complaintDays)],
  ...terms.themes.map((theme): Entry => ['themes', theme]),
  ['envelopeCents', writeCents(terms.envelopeCents)],
  ['maximumAwardCents', writeCents(terms.maximumAwardCents)],
  ['yenRate.hundredths', terms.yenRate ? writeCents(terms.yenRate.hundredths) : ''],
  ['yenRate.asOf', terms.yenRate?.asOf ?? ''],
  ['matchPercent', String(terms.matchPercent)],
  ['slots', String(terms.slots)],
  ['reviewersPerApplication', String(terms.reviewersPerApplication)],
  ['blinding', terms.blinding],
  ...terms.rubric.criteria.flatMap(criterionEntries),
  ...rankingEntries(terms.ranking),
  ...terms.extraQuestions.flatMap(questionEntries),
  ...eligibilityEntries(terms.eligibility),
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
    ['complaintDays', '14'],
    ...themes.map((theme: Theme): Entry => ['themes', theme]),
    ['matchPercent', '25'],
    ['reviewersPerApplication', '3'],
    ['blinding', 'open'],
    ...defaultRubric.criteria.flatMap(criterionEntries),
    ...rankingEntries(defaultRanking),
    ...eligibilityEntries(defaultEligibility),
  ]);
