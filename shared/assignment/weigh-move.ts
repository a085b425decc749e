import { fail, ok, type Result } from '../kernel/result.ts';
import type { BreaksPlan, BrokenConstraint } from './assignment.errors.ts';
import { readFindings } from './findings-text.ts';
import { pairScore } from './pair-score.ts';
import type { PlanRecord, PlanReviewer, PlanRow, Shelf } from './plan-record.ts';
import { traits } from './settings.ts';

/** A plan's rows with what they were made of: all that a change of it is weighed by. */
export type PlanBook = {
  readonly plan: PlanRecord;
  readonly shelves: readonly Shelf[];
  readonly reviewers: readonly PlanReviewer[];
};

export type Move = { readonly applicationId: string; readonly from: string; readonly to: string };

/** What a move costs: how much the whole and the worst application's sum would gain (or, below zero, lose). */
export type Weighed = {
  readonly score: number;
  readonly total: { readonly before: number; readonly after: number };
  readonly worst: { readonly before: number; readonly after: number };
};

type Place = { readonly shelf: Shelf; readonly at: number; readonly row: PlanRow };

export const placeOf = ({ shelves }: PlanBook, applicationId: string): Place | undefined => {
  for (const shelf of shelves) {
    const at = shelf.rows.findIndex((row) => row.applicationId === applicationId);
    const row = shelf.rows[at];
    if (row) return { shelf, at, row };
  }
  return undefined;
};

const sumOf = ({ pairs }: PlanRow) => pairs.reduce((sum, { score }) => sum + score, 0);

/** What a pair would score, unless a conflict known when the plan was made keeps it out. */
const scoreOf = ({ plan, reviewers }: PlanBook, { shelf, at }: Place, reviewerId: string) => {
  const place = reviewers.findIndex(({ id }) => id === reviewerId);
  const says = place < 0 ? undefined : readFindings(shelf.found[at] ?? '', place);
  return says && pairScore(says, plan.settings.weights);
};

/**
 * Weighs giving one place of an application to another reviewer. Refused, with the constraint it would break, where the
 * plan would no longer keep what is hard: conflicts, loads, mix, reviewers kept apart.
 */
export const weighMove = (book: PlanBook, move: Move): Result<Weighed, BreaksPlan> => {
  const place = placeOf(book, move.applicationId);
  const broken = place ? brokenBy(book, place, move) : 'not-there';
  if (!place || broken) return fail({ kind: 'breaks-plan', constraint: broken ?? 'not-there' });
  const score = scoreOf(book, place, move.to);
  if (score === undefined) return fail({ kind: 'breaks-plan', constraint: 'conflict' });

  const rows = book.shelves.flatMap((shelf) => shelf.rows);
  const sums = rows.map(sumOf);
  const left = place.row.pairs.find(({ reviewerId }) => reviewerId === move.from)?.score ?? 0;
  const others = rows.filter((row) => row !== place.row).map(sumOf);
  const own = sumOf(place.row) - left + score;
  const total = sums.reduce((sum, one) => sum + one, 0);
  return ok({
    score,
    total: { before: total, after: total - left + score },
    worst: { before: least(sums), after: least([...others, own]) },
  });
};

const least = (sums: readonly number[]) => sums.reduce((one, other) => Math.min(one, other), sums[0] ?? 0);

const brokenBy = (book: PlanBook, { row }: Place, { from, to }: Move): BrokenConstraint | undefined => {
  const leaving = row.pairs.find(({ reviewerId }) => reviewerId === from);
  if (!leaving) return 'not-there';
  if (leaving.isFixed || leaving.applied) return 'begun';
  if (row.pairs.some(({ reviewerId }) => reviewerId === to)) return 'already-there';
  const boundsOf = (reviewerId: string) => book.reviewers.find(({ id }) => id === reviewerId);
  const [giver, taker] = [boundsOf(from), boundsOf(to)];
  if (!taker) return 'conflict';
  const after = [...row.pairs.map(({ reviewerId }) => reviewerId).filter((id) => id !== from), to];
  if (book.plan.settings.apart.some(([one, other]) => after.includes(one) && after.includes(other)))
    return 'apart';
  const short = traits.find(
    (trait) =>
      after.filter((id) => boundsOf(id)?.traits.includes(trait)).length < book.plan.settings.needs[trait],
  );
  if (short) return `need-${short}`;
  // Loads last: they alone ask about other rows than this one.
  const loads = loadsOf(book);
  if ((loads.get(to) ?? 0) + 1 > taker.max) return 'over-maximum';
  return giver && (loads.get(from) ?? 0) - 1 < giver.min ? 'under-minimum' : undefined;
};

/** What could be a matter of loads, which count every row of the plan. */
const ofLoads: readonly BrokenConstraint[] = ['conflict', 'over-maximum', 'under-minimum'];

/**
 * What would be broken, as a member of staff may know it. To one who is kept from an application no load is told apart
 * from a conflict: how full a reviewer is says who reviews what they may not see.
 */
export const toldOf = (isWhole: boolean, constraint: BrokenConstraint): BrokenConstraint =>
  isWhole || !ofLoads.includes(constraint) ? constraint : 'withheld';

const loadsOf = ({ shelves }: PlanBook): ReadonlyMap<string, number> => {
  const loads = new Map<string, number>();
  for (const { rows } of shelves)
    for (const { pairs } of rows)
      for (const { reviewerId } of pairs) loads.set(reviewerId, (loads.get(reviewerId) ?? 0) + 1);
  return loads;
};

/** The shelf with the move on it, one version on. The place has no price any more: nobody solved for it. */
export const movedShelf = (book: PlanBook, move: Move, score: number): Shelf | undefined => {
  const place = placeOf(book, move.applicationId);
  if (!place) return undefined;
  const { shelf, row } = place;
  const pairs = row.pairs.map((pair) =>
    pair.reviewerId === move.from ? { reviewerId: move.to, score, isFixed: false, byHand: true } : pair,
  );
  const rows = shelf.rows.map((one) => (one === row ? { ...row, pairs } : one));
  return { ...shelf, version: shelf.version + 1, rows };
};
