import { expect, test } from 'vitest';
import { consentTexts, decide, differences, isDecided } from '../../../shared/alumni/consent.ts';
import { allAgreed, noneAgreed } from '../../support/alumni-fakes.ts';

const first = new Date('2027-01-05T09:00:00.000Z');
const later = new Date('2027-03-01T09:00:00.000Z');

test('each purpose is decided by itself, with the instant and the version of the text that was read', () => {
  const consents = decide(undefined, { ...allAgreed, mail: false }, first);
  expect(consents.matched).toEqual({ given: true, at: first.toISOString(), text: consentTexts.matched });
  expect(consents.mail).toEqual({ given: false, at: first.toISOString(), text: consentTexts.mail });
});

test('what stays as it was keeps the instant at which it was decided', () => {
  const before = decide(undefined, allAgreed, first);
  const now = decide(before, { ...allAgreed, chapter: false }, later);
  expect(now.matched).toEqual(before.matched);
  expect(now.chapter).toEqual({ given: false, at: later.toISOString(), text: consentTexts.chapter });
  expect(differences(before, now)).toEqual({ given: [], withdrawn: ['chapter'] });
});

test('a yes to an earlier text is decided anew, and stands as undecided until then', () => {
  const before = {
    ...decide(undefined, allAgreed, first),
    mail: { given: true, at: first.toISOString(), text: '2025-01' },
  };
  expect(isDecided(before, allAgreed)).toBe(false);
  const now = decide(before, allAgreed, later);
  expect(now.mail).toEqual({ given: true, at: later.toISOString(), text: consentTexts.mail });
  expect(isDecided(now, allAgreed)).toBe(true);
});

test('a no counts as a no whichever text it was said to', () => {
  const before = {
    ...decide(undefined, noneAgreed, first),
    mail: { given: false, at: first.toISOString(), text: '2025-01' },
  };
  expect(isDecided(before, noneAgreed)).toBe(true);
  expect(decide(before, noneAgreed, later)).toEqual(before);
});

test('what was never given is not withdrawn', () => {
  expect(differences(undefined, decide(undefined, noneAgreed, first)).withdrawn).toEqual([]);
});
