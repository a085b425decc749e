import { expect, test } from 'vitest';
import { writeFindings } from '../../../shared/assignment/findings-text.ts';
import { findings, noTraits } from '../../../shared/assignment/pair-score.ts';
import type { PlannedPairRecord, PlanReviewer } from '../../../shared/assignment/plan-record.ts';
import type { PlanSettings } from '../../../shared/assignment/settings.ts';
import { type Move, weighMove } from '../../../shared/assignment/weigh-move.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { aPlan, aShelf, someSettings } from '../../support/assignment-fakes.ts';

const says = findings(noTraits, { theme: undefined, region: undefined }, undefined);
const wanted = findings(noTraits, { theme: undefined, region: undefined }, 'want');
const reads: Partial<PlanReviewer> = { traits: ['japanese'] };

type Given = {
  settings?: Partial<PlanSettings>;
  first?: Partial<PlannedPairRecord>;
  reviewers?: Readonly<Record<string, Partial<PlanReviewer>>>;
  move?: Partial<Move>;
};

/** a1 has r1 and r2, a2 has r3; r4 has nothing yet, would want a1, and may not have a2. */
const weigh = ({ settings, first = {}, reviewers = {}, move = {} }: Given = {}) => {
  const pair = (reviewerId: string, over: Partial<PlannedPairRecord> = {}) => ({
    ...{ reviewerId, score: 0, isFixed: false, byHand: false },
    ...over,
  });
  const shelf = aShelf('a1', [], {
    rows: [
      { applicationId: 'a1', demand: 2, pairs: [pair('r1', first), pair('r2')] },
      { applicationId: 'a2', demand: 1, pairs: [pair('r3')] },
    ],
    found: [writeFindings([says, says, says, wanted]), writeFindings([says, says, says, undefined])],
  });
  const bounds = ['r1', 'r2', 'r3', 'r4'].map((id) => ({ id, min: 0, max: 2, traits: [], ...reviewers[id] }));
  const book = { plan: aPlan({ settings: someSettings(settings) }), shelves: [shelf], reviewers: bounds };
  return weighMove(book, { applicationId: 'a1', from: 'r1', to: 'r4', ...move });
};

test('a move is weighed by what the whole and the worst would gain', () => {
  expect(weigh()).toMatchObject({
    value: { score: 500, total: { before: 0, after: 500 }, worst: { before: 0, after: 0 } },
  });
});

test.each<readonly [string, Given]>([
  ['not-there', { move: { from: 'r3' } }],
  ['not-there', { move: { applicationId: 'a9' } }],
  ['already-there', { move: { to: 'r2' } }],
  ['begun', { first: { isFixed: true } }],
  ['begun', { first: { applied: 'done' } }],
  ['conflict', { move: { applicationId: 'a2', from: 'r3' } }],
  ['conflict', { move: { to: 'r9' } }],
  ['apart', { settings: { apart: [['r4', 'r2']] } }],
  ['need-japanese', { settings: { needs: { business: 0, japanese: 1, jet: 0 } }, reviewers: { r1: reads } }],
  ['over-maximum', { reviewers: { r4: { max: 0 } } }],
  ['under-minimum', { reviewers: { r1: { min: 1 } } }],
])('refuses as %s what would break it: %o', (constraint, given) => {
  expect(weigh(given)).toEqual(fail({ kind: 'breaks-plan', constraint }));
});

test.each<Given>([
  { settings: { apart: [['r4', 'r1']] } },
  { settings: { needs: { business: 0, japanese: 1, jet: 0 } }, reviewers: { r1: reads, r4: reads } },
  { reviewers: { r4: { max: 1 } } },
])('takes what keeps it, to the last place: %o', (given) => {
  expect(weigh(given)).toMatchObject({ ok: true });
});
