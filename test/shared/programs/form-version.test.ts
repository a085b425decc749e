import { expect, test } from 'vitest';
import { fail } from '../../../shared/kernel/result.ts';
import { formNoOf, withForm } from '../../../shared/programs/form-version.ts';
import type { RoundTerms } from '../../../shared/programs/round.ts';
import { editRound, formChanges } from '../../../shared/programs/round-steps.ts';
import { aRound, termsOf } from '../../support/programs-fakes.ts';

const act = (iso: string) => ({ by: 'staff-1', now: new Date(iso) });
const before = act('2026-10-01T12:00:00Z');
const during = act('2026-12-01T12:00:00Z');
const label = { en: 'Why?', ja: 'なぜですか。' };
const asking: Partial<RoundTerms> = { extraQuestions: [{ id: 'why', label, kind: 'long', required: true }] };
const edit = (over: Partial<RoundTerms>, newForm?: number, { when = during, round = aRound() } = {}) =>
  editRound(round, { terms: { ...termsOf(round), ...over }, version: round.version, newForm }, when);

test('before the opening the form changes as often as it likes and stays the first', () => {
  const edited = edit(asking, undefined, { when: before });
  expect(edited).toMatchObject({ value: { events: [{ type: 'round-edited' }] } });
  expect(edited.ok && formNoOf(edited.value.round)).toBe(1);
  expect(edited.ok && edited.value.supersedes).toBeUndefined();
});

test('after it an edit of the form is refused until it is said to make the next one', () => {
  const refused = fail({ kind: 'form-changes', newForm: 2, fields: ['extraQuestions'] });
  expect(edit(asking)).toEqual(refused);
  expect(edit(asking, 3)).toEqual(refused);
  expect(formChanges(aRound(), { ...termsOf(aRound()), matchPercent: 10 }, during.now)).toEqual([
    'matchPercent',
  ]);
});

test('the next form keeps the one before as it was, and one event says so', () => {
  const round = aRound();
  const edited = edit(asking, 2);
  expect(edited).toMatchObject({
    value: {
      round: { formVersion: 2, version: 2, extraQuestions: asking.extraQuestions },
      supersedes: {
        roundId: 'round-1',
        no: 1,
        endedAt: during.now.toISOString(),
        terms: { extraQuestions: [] },
      },
      events: [{ type: 'round-form-changed', data: { version: 2, form: 2 } }],
    },
  });
  if (!edited.ok || !edited.value.supersedes) throw new Error('the edit makes a form');
  const kept = withForm(edited.value.round, edited.value.supersedes);
  expect(formNoOf(kept)).toBe(1);
  expect(termsOf(kept)).toEqual(termsOf(round));
});

test('an edit that leaves the form alone makes no new one, however often a form was made before', () => {
  const round = aRound({ formVersion: 4 });
  expect(edit({ slots: 9 }, undefined, { round })).toMatchObject({ value: { round: { formVersion: 4 } } });
  expect(edit(asking, 5, { round })).toMatchObject({
    value: { round: { formVersion: 5 }, supersedes: { no: 4 } },
  });
});

test('once nothing can be started any more the form is as frozen as the rubric', () => {
  expect(edit(asking, 2, { when: act('2027-01-14T22:15:00.000Z') }).ok).toBe(true);
  expect(edit(asking, 2, { when: act('2027-01-14T22:15:00.001Z') })).toEqual(
    fail({ kind: 'round-frozen', fields: ['extraQuestions'] }),
  );
});
