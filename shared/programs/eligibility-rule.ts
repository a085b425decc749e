import * as z from 'zod';
import { centsSchema } from '../kernel/money.ts';
import { bilingualSchema } from '../kernel/text.ts';

/** A rule may say to applicants in its own words what it asks; otherwise it says what `eligibilitySentence` does. */
const stated = { sentence: bilingualSchema(300).exactOptional() };

export const eligibilityRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...stated, kind: z.literal('member-city') }),
  z.strictObject({ ...stated, kind: z.literal('active-partnership') }),
  /** No award of the program in the calendar years just before the one in which the round opens. */
  z.strictObject({ ...stated, kind: z.literal('not-funded-in-years'), years: z.int().min(1).max(20) }),
  /** The percent is the round's own `matchPercent`: it is stated once. */
  z.strictObject({ ...stated, kind: z.literal('match-at-least') }),
  /** The amount is the round's own `maximumAwardCents`. */
  z.strictObject({ ...stated, kind: z.literal('request-not-over') }),
  /** In whole percent of what is requested. */
  z.strictObject({ ...stated, kind: z.literal('indirect-at-most'), percent: z.int().min(0).max(100) }),
]);
export type EligibilityRule = z.output<typeof eligibilityRuleSchema>;
export type RuleKind = EligibilityRule['kind'];
export const ruleKinds = [
  'member-city',
  'active-partnership',
  'not-funded-in-years',
  'match-at-least',
  'request-not-over',
  'indirect-at-most',
] as const satisfies readonly RuleKind[];

export const numberAsking = ['not-asked', 'optional', 'required'] as const;

/** Who may apply in a round, beyond what holds in all of them. */
export const eligibilityTermsSchema = z.strictObject({
  rules: z.array(eligibilityRuleSchema).max(ruleKinds.length),
  /** Whether a group without a legal form of its own may apply through a nonprofit that answers for the money. */
  fiscalSponsor: z.boolean(),
  /** The tax office's Employer Identification Number. */
  ein: z.enum(numberAsking),
  /** The Unique Entity ID of SAM.gov. */
  uei: z.enum(numberAsking),
});
export type EligibilityTerms = z.output<typeof eligibilityTermsSchema>;

/** What held before a round could state more, and still holds where nothing else is stated. */
export const defaultEligibility: EligibilityTerms = {
  rules: [{ kind: 'match-at-least' }, { kind: 'request-not-over' }],
  fiscalSponsor: false,
  ein: 'not-asked',
  uei: 'not-asked',
};

/** What the rules read of a round. */
export type EligibilityRound = {
  readonly eligibility: EligibilityTerms;
  readonly matchPercent: number;
  readonly maximumAwardCents: number;
  /** Local to the round's zone: its year is the one that years without an award are counted back from. */
  readonly opens: string;
};

const yesNo = z.enum(['yes', 'no']).exactOptional();

/** What an applicant says of itself. What is left out is not known yet, and never a no. */
export const eligibilityAnswersSchema = z.strictObject({
  applicant: z.enum(['government', 'nonprofit', 'sponsored', 'other']).exactOptional(),
  partnership: z.enum(['active', 'forming', 'none']).exactOptional(),
  counterpart: yesNo,
  travel: yesNo,
  official: yesNo,
  memberCity: yesNo,
  /** The year of the latest award of the program. */
  lastFunded: z.union([z.literal('never'), z.int().min(1956).max(2999)]).exactOptional(),
  requestedCents: centsSchema.exactOptional(),
  matchCents: centsSchema.exactOptional(),
  indirectCents: centsSchema.exactOptional(),
  ein: yesNo,
  uei: yesNo,
});
export type EligibilityAnswers = z.output<typeof eligibilityAnswersSchema>;

/** What holds in every round. */
export const standingConditions = ['applicant', 'partnership', 'counterpart', 'travel', 'official'] as const;
export const checkKinds = [...standingConditions, ...ruleKinds, 'ein', 'uei'] as const;
export type CheckKind = (typeof checkKinds)[number];

/** `open`: can't be said yet, because something it reads has not been answered. */
export const standings = ['met', 'not-met', 'open'] as const;
export type Standing = (typeof standings)[number];

/**
 * How one condition stands. `figures` are what the words of reason and remedy name: cents, percent, years. The words
 * themselves are the reader's: `rounds.check.<kind>.<standing>`, and what would make it so beside it.
 */
export type EligibilityFinding = {
  readonly kind: CheckKind;
  readonly standing: Standing;
  readonly figures: Readonly<Record<string, number>>;
};
