import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersAsked, checkEligibility, overall } from '../../../shared/programs/check-eligibility.ts';
import {
  type CheckKind,
  defaultEligibility,
  type EligibilityAnswers,
  type EligibilityRule,
  type EligibilityTerms,
  ruleKinds,
} from '../../../shared/programs/eligibility-rule.ts';
import { eligibilitySentences } from '../../../shared/programs/eligibility-sentence.ts';
import { roundSchema } from '../../../shared/programs/round.ts';
import { checkTerms, withoutJapanese } from '../../../shared/programs/round-terms.ts';
import { aRound, someTerms } from '../../support/programs-fakes.ts';

const stating = (rules: EligibilityRule[], over: Partial<EligibilityTerms> = {}) =>
  aRound({ eligibility: { ...defaultEligibility, rules, ...over } });
const found = (
  round: ReturnType<typeof aRound>,
  kind: CheckKind,
  answers: EligibilityAnswers,
  facts?: EligibilityAnswers,
) => checkEligibility(round, answers, facts).find((one) => one.kind === kind);
const everyRule: EligibilityRule[] = ruleKinds.map((kind) => {
  if (kind === 'not-funded-in-years') return { kind, years: 2 };
  return kind === 'indirect-at-most' ? { kind, percent: 10 } : { kind };
});

test('a round stored before it could state rules asks for match and maximum, as it always did', () => {
  const { eligibility: _, ...stored } = aRound();
  expect(roundSchema.parse(stored).eligibility).toEqual(defaultEligibility);
});

test('what has not been answered is open and never a no', () => {
  const round = stating(everyRule, { ein: 'required', uei: 'required' });
  const findings = checkEligibility(round, {});
  expect(findings).toHaveLength(5 + 6 + 2);
  expect(findings.every(({ standing }) => standing === 'open')).toBe(true);
  expect(overall(findings)).toBe('open');
});

test('a fiscal sponsor helps where the round allows one, and nowhere else', () => {
  const sponsored = { applicant: 'sponsored' } as const;
  expect(found(stating([]), 'applicant', sponsored)?.standing).toBe('not-met');
  expect(found(stating([], { fiscalSponsor: true }), 'applicant', sponsored)?.standing).toBe('met');
  expect(found(stating([], { fiscalSponsor: true }), 'applicant', { applicant: 'other' })?.standing).toBe(
    'not-met',
  );
});

test('a partnership that is being formed may apply unless the round wants an active one', () => {
  const forming = { partnership: 'forming' } as const;
  const round = stating([{ kind: 'active-partnership' }]);
  expect(found(round, 'partnership', forming)?.standing).toBe('met');
  expect(found(round, 'active-partnership', forming)?.standing).toBe('not-met');
});

test.each([
  [2025, 'not-met', 2028],
  [2023, 'met', 2026],
  [2024, 'not-met', 2027],
])('two years without an award: one of %i is %s, again from %i', (lastFunded, standing, again) => {
  const round = stating([{ kind: 'not-funded-in-years', years: 2 }]);
  expect(round.opens).toMatch(/^2026/);
  expect(found(round, 'not-funded-in-years', { lastFunded })).toMatchObject({ standing, figures: { again } });
  expect(found(round, 'not-funded-in-years', { lastFunded: 'never' })?.standing).toBe('met');
});

test('a match one cent short is short, and what would make it so is said to the cent', () => {
  const round = stating([{ kind: 'match-at-least' }]);
  const answers = { requestedCents: 1_000_001, matchCents: 250_000 };
  expect(found(round, 'match-at-least', answers)).toMatchObject({
    standing: 'not-met',
    figures: { percent: 25, leastCents: 250_001, missingCents: 1 },
  });
  expect(found(round, 'match-at-least', { ...answers, matchCents: 250_001 })?.standing).toBe('met');
});

test('what is asked for and what is indirect are met at their bound and not a cent above', () => {
  const round = stating([{ kind: 'request-not-over' }, { kind: 'indirect-at-most', percent: 10 }]);
  const at = { requestedCents: 1_500_000, indirectCents: 150_000 };
  expect(found(round, 'request-not-over', at)?.standing).toBe('met');
  expect(found(round, 'request-not-over', { requestedCents: 1_500_001 })?.standing).toBe('not-met');
  expect(found(round, 'indirect-at-most', at)?.standing).toBe('met');
  expect(found(round, 'indirect-at-most', { ...at, indirectCents: 150_001 })).toMatchObject({
    standing: 'not-met',
    figures: { mostCents: 150_000 },
  });
});

test('no indirect costs are within any bound before anything is requested', () => {
  const round = stating([{ kind: 'indirect-at-most', percent: 0 }]);
  expect(found(round, 'indirect-at-most', { indirectCents: 0 })?.standing).toBe('met');
});

test('what the platform knows stands before what an applicant says', () => {
  const round = stating([{ kind: 'not-funded-in-years', years: 1 }]);
  expect(found(round, 'not-funded-in-years', { lastFunded: 'never' }, { lastFunded: 2026 })?.standing).toBe(
    'not-met',
  );
});

test('numbers are a condition only where they are required', () => {
  const kinds = (ein: EligibilityTerms['ein']) =>
    checkEligibility(stating([], { ein }), {}).map(({ kind }) => kind);
  expect(kinds('optional')).not.toContain('ein');
  expect(kinds('required')).toContain('ein');
});

test('each answer is asked for once, and none that no condition reads', () => {
  expect(answersAsked(stating([{ kind: 'active-partnership' }, { kind: 'request-not-over' }]))).toEqual([
    'applicant',
    'partnership',
    'counterpart',
    'travel',
    'official',
    'requestedCents',
  ]);
});

test('every condition has its sentence in both languages, and staff’s own words stand before the usual ones', () => {
  const round = stating(everyRule, { fiscalSponsor: true, ein: 'required', uei: 'required' });
  const said = eligibilitySentences(round);
  expect(said.map(({ kind }) => kind)).toEqual(checkEligibility(round, {}).map(({ kind }) => kind));
  for (const { sentence } of said) {
    expect(sentence.en).toMatch(/\.$/);
    expect(sentence.ja).toMatch(/。|。）$/);
  }
  expect(said.find(({ kind }) => kind === 'request-not-over')?.sentence).toEqual({
    en: 'No more than $15,000 is requested.',
    ja: '申請額が15,000米ドル以下であること。',
  });
  const sentence = { en: 'Ask for little.', ja: '' };
  expect(eligibilitySentences(stating([{ kind: 'request-not-over', sentence }])).at(-1)?.sentence).toEqual(
    sentence,
  );
});

test('a rule stated twice is told, and one whose own words lack Japanese is marked', () => {
  const rules: EligibilityRule[] = [
    { kind: 'member-city', sentence: { en: 'Members only.', ja: '' } },
    { kind: 'member-city' },
  ];
  const terms = someTerms({ eligibility: { ...defaultEligibility, rules } });
  expect(checkTerms(terms)).toEqual([{ path: 'eligibility.rules', code: 'same-twice' }]);
  expect(withoutJapanese(terms)).toEqual(['eligibility.rules.0.sentence']);
});

test('more match, less asked for and less that is indirect never make an applicant less eligible', () => {
  const cents = fc.integer({ min: 0, max: 3_000_000 });
  const round = stating(everyRule);
  const standingOf = (answers: EligibilityAnswers, kind: CheckKind) => found(round, kind, answers)?.standing;
  fc.assert(
    fc.property(cents, cents, cents, cents, (requestedCents, matchCents, indirectCents, more) => {
      const answers = { requestedCents, matchCents, indirectCents };
      if (standingOf(answers, 'match-at-least') === 'met')
        expect(standingOf({ ...answers, matchCents: matchCents + more }, 'match-at-least')).toBe('met');
      if (standingOf(answers, 'request-not-over') === 'met')
        expect(standingOf({ requestedCents: Math.max(0, requestedCents - more) }, 'request-not-over')).toBe(
          'met',
        );
      if (standingOf(answers, 'indirect-at-most') === 'met')
        expect(
          standingOf({ ...answers, indirectCents: Math.max(0, indirectCents - more) }, 'indirect-at-most'),
        ).toBe('met');
      const { leastCents = 0 } = found(round, 'match-at-least', answers)?.figures ?? {};
      expect(standingOf({ ...answers, matchCents: leastCents }, 'match-at-least')).toBe('met');
    }),
  );
});
