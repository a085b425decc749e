import type {
  CheckKind,
  EligibilityAnswers,
  EligibilityFinding,
  EligibilityRound,
  EligibilityRule,
  Standing,
} from './eligibility-rule.ts';
import { standingConditions } from './eligibility-rule.ts';

type Found = Omit<EligibilityFinding, 'kind'>;
type Known = Partial<EligibilityAnswers>;

const judged = (met: boolean | undefined, figures: Found['figures'] = {}): Found => ({
  standing: met === undefined ? 'open' : met ? 'met' : 'not-met',
  figures,
});
const isYes = (answer: 'yes' | 'no' | undefined) => judged(answer && answer === 'yes');

const applicantIs = ({ applicant }: Known, sponsorAllowed: boolean): Found => {
  if (applicant === undefined) return judged(undefined);
  return judged(applicant === 'sponsored' ? sponsorAllowed : applicant !== 'other');
};

const notFunded = ({ lastFunded }: Known, years: number, opens: string): Found => {
  if (lastFunded === undefined || lastFunded === 'never') return judged(lastFunded && true, { years });
  // With two years: an award of 2025 keeps out of the rounds of 2026 and 2027, and no longer of that of 2028.
  const again = lastFunded + years + 1;
  return judged(Number(opens.slice(0, 4)) >= again, { years, lastFunded, again });
};

const matched = ({ requestedCents, matchCents }: Known, percent: number): Found => {
  if (requestedCents === undefined || matchCents === undefined) return judged(undefined, { percent });
  const leastCents = Math.ceil((requestedCents * percent) / 100);
  return judged(matchCents * 100 >= requestedCents * percent, {
    percent,
    leastCents,
    matchCents,
    missingCents: Math.max(0, leastCents - matchCents),
  });
};

const indirect = ({ requestedCents, indirectCents }: Known, percent: number): Found => {
  // Nothing indirect stays within every bound, whatever is requested.
  if (indirectCents === 0) return judged(true, { percent, indirectCents });
  if (requestedCents === undefined || indirectCents === undefined) return judged(undefined, { percent });
  return judged(indirectCents * 100 <= requestedCents * percent, {
    percent,
    indirectCents,
    mostCents: Math.floor((requestedCents * percent) / 100),
  });
};

const byRule = (rule: EligibilityRule, round: EligibilityRound, known: Known): Found => {
  switch (rule.kind) {
    case 'member-city':
      return isYes(known.memberCity);
    case 'active-partnership':
      return judged(known.partnership && known.partnership === 'active');
    case 'not-funded-in-years':
      return notFunded(known, rule.years, round.opens);
    case 'match-at-least':
      return matched(known, round.matchPercent);
    case 'request-not-over': {
      const { requestedCents } = known;
      const mostCents = round.maximumAwardCents;
      return requestedCents === undefined
        ? judged(undefined, { mostCents })
        : judged(requestedCents <= mostCents, { mostCents, requestedCents });
    }
    case 'indirect-at-most':
      return indirect(known, rule.percent);
  }
};

const byCondition = (
  kind: (typeof standingConditions)[number],
  { eligibility }: EligibilityRound,
  known: Known,
): Found => {
  if (kind === 'applicant') return applicantIs(known, eligibility.fiscalSponsor);
  if (kind === 'partnership') return judged(known.partnership && known.partnership !== 'none');
  return isYes(known[kind]);
};

/**
 * Each condition of the round in order: met, not met, or not to be said yet. What the platform knows by itself
 * (`facts`) stands before what an applicant says. Cents are exact: a match one cent short is short.
 */
export const checkEligibility = (
  round: EligibilityRound,
  answers: EligibilityAnswers,
  facts: Partial<EligibilityAnswers> = {},
): readonly EligibilityFinding[] => {
  const known = { ...answers, ...facts };
  const { rules, ein, uei } = round.eligibility;
  return [
    ...standingConditions.map((kind) => ({ kind, ...byCondition(kind, round, known) })),
    ...rules.map((rule) => ({ kind: rule.kind, ...byRule(rule, round, known) })),
    ...(ein === 'required' ? [{ kind: 'ein' as const, ...isYes(known.ein) }] : []),
    ...(uei === 'required' ? [{ kind: 'uei' as const, ...isYes(known.uei) }] : []),
  ];
};

/** Not met if one is not; met if all are. */
export const overall = (findings: readonly { readonly standing: Standing }[]): Standing => {
  if (findings.some(({ standing }) => standing === 'not-met')) return 'not-met';
  return findings.some(({ standing }) => standing === 'open') ? 'open' : 'met';
};

const readBy = {
  applicant: ['applicant'],
  partnership: ['partnership'],
  counterpart: ['counterpart'],
  travel: ['travel'],
  official: ['official'],
  'member-city': ['memberCity'],
  'active-partnership': ['partnership'],
  'not-funded-in-years': ['lastFunded'],
  'match-at-least': ['requestedCents', 'matchCents'],
  'request-not-over': ['requestedCents'],
  'indirect-at-most': ['requestedCents', 'indirectCents'],
  ein: ['ein'],
  uei: ['uei'],
} as const satisfies Record<CheckKind, readonly (keyof EligibilityAnswers)[]>;

/** The answers that a condition reads: where a page's link leads. */
export const answersReadBy = (kind: CheckKind): readonly (keyof EligibilityAnswers)[] => readBy[kind];

/** What this round has to know, each once and in order. */
export const answersAsked = (round: EligibilityRound): readonly (keyof EligibilityAnswers)[] => [
  ...new Set(checkEligibility(round, {}).flatMap(({ kind }) => answersReadBy(kind))),
];
