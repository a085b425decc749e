import { expect, test } from 'vitest';
import { eligibilityFindings } from '../../../../shared/applications/sections/eligibility.ts';
import { formOf } from '../../../../shared/applications/sections/forms.ts';
import { fitted, type SectionData } from '../../../../shared/applications/sections/section-form.ts';
import { completeText } from '../../../support/applications-fakes.ts';
import { aRound } from '../../../support/programs-fakes.ts';

const round = aRound({
  eligibility: {
    rules: [
      { kind: 'member-city' },
      { kind: 'active-partnership' },
      { kind: 'not-funded-in-years', years: 2 },
    ],
    fiscalSponsor: true,
    ein: 'required',
    uei: 'optional',
  },
});
const form = formOf('eligibility', round);
const answered = {
  ...completeText().eligibility,
  memberCity: 'yes',
  partnershipActive: 'yes',
  ein: '12-3456789',
};
const typed = (over: SectionData) => fitted(form, { ...answered, ...over });
const problems = (over: SectionData) => {
  const checked = form.complete(typed(over));
  return checked.ok ? [] : checked.failure.map(({ path, code }) => `${path}: ${code}`);
};

test('a round without further rules asks nothing further', () => {
  const plain = formOf('eligibility', aRound());
  expect(plain.complete(fitted(plain, completeText().eligibility))).toMatchObject({ ok: true });
  const asked = plain.isAsked({});
  expect(
    ['memberCity', 'partnershipActive', 'lastFunded', 'fiscalSponsor', 'ein', 'uei'].filter(asked),
  ).toEqual([]);
});

test('what a round’s rules ask is required, and a “no” is told at once', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ memberCity: '', ein: '' })).toEqual(['memberCity: required', 'ein: required']);
  expect(problems({ partnershipActive: 'no' })).toEqual(['partnershipActive: not-eligible']);
  expect(problems({ ein: '12' })).toEqual(['ein: not-an-ein']);
  expect(problems({ uei: 'ABC' })).toEqual(['uei: not-a-uei']);
  expect(problems({ uei: 'abc123def456' })).toEqual([]);
});

test('a group without a legal form may apply through its fiscal sponsor where the round allows it', () => {
  expect(problems({ publicOrNonprofit: 'no' })).toEqual(['publicOrNonprofit: not-eligible']);
  expect(problems({ publicOrNonprofit: 'no', fiscalSponsor: 'River Fund' })).toEqual([]);
  const plain = formOf('eligibility', aRound());
  const data = { ...completeText().eligibility, publicOrNonprofit: 'no', fiscalSponsor: 'River Fund' };
  expect(plain.complete(fitted(plain, data))).toMatchObject({
    failure: [{ path: 'publicOrNonprofit', code: 'not-eligible' }],
  });
});

test('an award too lately keeps out, and it is said from when on it does not', () => {
  const year = Number(round.opens.slice(0, 4));
  expect(problems({ lastFunded: String(year - 1) })).toEqual(['lastFunded: funded-too-lately']);
  expect(problems({ lastFunded: String(year - 3) })).toEqual([]);
  const [finding] = eligibilityFindings(round, typed({ lastFunded: String(year - 1) })).filter(
    ({ kind }) => kind === 'not-funded-in-years',
  );
  expect(finding).toMatchObject({ standing: 'not-met', figures: { again: year + 2 } });
});
