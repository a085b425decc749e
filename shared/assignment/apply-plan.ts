import type { People } from '../accounts/account.port.ts';
import type { Work } from '../jobs/job.port.ts';
import type { Person } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Reviews } from '../reviews/review.port.ts';
import type { Review } from '../reviews/review.ts';
import type { Plans } from './plan.port.ts';
import type { PlannedPairRecord, PlanRecord, PlanRow, Shelf } from './plan-record.ts';
import { finishApplying } from './plan-steps.ts';

type Refusal = { readonly kind: string };
type Ports = {
  plans: Pick<Plans, 'find' | 'shelves' | 'saveShelf' | 'save'>;
  people: Pick<People, 'find'>;
  reviews: Pick<Reviews, 'ofApplication'>;
  /** The very acts by hand: each pair is checked for conflict, round and status at this moment, and done once. */
  assignReviewer: UseCase<{ roundId: string; applicationId: string; reviewerId: string }, Review, Refusal>;
  removeReviewer: UseCase<{ reviewId: string; version: number }, Review, Refusal>;
  clock: Clock;
};

/**
 * Makes the assignments of a plan, shelf by shelf; a shelf that is done says so, and is passed over after a crash. What
 * could not be assigned stands beside its pair with the reason. Whoever asked for it assigns, as by hand. Nobody gets
 * mail.
 */
export const applyPlan =
  (ports: Ports): Work =>
  async (job, report) => {
    const plan = await ports.plans.find(job.about);
    const asking = await ports.people.find(job.askedBy);
    if (!plan || !asking) return fail({ kind: 'work-failed', reason: 'facts-missing' });
    if (plan.status !== 'applying') return ok(undefined);
    const shelves = await ports.plans.shelves(plan.id);
    for (const [at, shelf] of shelves.entries()) {
      const told = await report(at, shelves.length + 1);
      if (!told.ok) return told;
      if (shelf.appliedAt) continue;
      const applied = await applyShelf(ports, { plan, by: asking.actor }, shelf);
      const saved = await ports.plans.saveShelf(applied);
      // Another try has done this shelf: it goes on there.
      if (!saved.ok) return fail({ kind: 'stopped' });
    }
    const finished = finishApplying(plan, { by: 'system:plan', at: ports.clock() });
    if (!finished.ok) return fail({ kind: 'stopped' });
    const saved = await ports.plans.save(finished.value);
    return saved.ok ? ok(undefined) : fail({ kind: 'stopped' });
  };

type Doing = { readonly plan: PlanRecord; readonly by: Person };

// Applications side by side; the pairs of one after another, because the first of them begins its review.
const atOnce = 5;

const applyShelf = async (ports: Ports, doing: Doing, shelf: Shelf): Promise<Shelf> => {
  const rows: PlanRow[] = [];
  for (let start = 0; start < shelf.rows.length; start += atOnce) {
    const some = shelf.rows.slice(start, start + atOnce);
    rows.push(...(await Promise.all(some.map((row) => applyRow(ports, doing, row)))));
  }
  return { ...shelf, version: shelf.version + 1, rows, appliedAt: ports.clock().toISOString() };
};

const applyRow = async (ports: Ports, doing: Doing, row: PlanRow): Promise<PlanRow> => {
  const { applicationId } = row;
  if (!doing.plan.settings.keepExisting) await takeBack(ports, doing, row);
  const pairs: PlannedPairRecord[] = [];
  for (const pair of row.pairs) {
    const { roundId } = doing.plan;
    const input = { roundId, applicationId, reviewerId: pair.reviewerId };
    const done = pair.isFixed ? ok(undefined) : await ports.assignReviewer(doing.by, input, callOf(ports));
    pairs.push({ ...pair, applied: done.ok ? 'done' : done.failure.kind });
  }
  return { ...row, pairs };
};

/** Assignments that the plan does not have, as far as nobody has begun them. */
const takeBack = async (ports: Ports, { by }: Doing, { applicationId, pairs }: PlanRow) => {
  const planned = new Set(pairs.map(({ reviewerId }) => reviewerId));
  const files = await ports.reviews.ofApplication(applicationId);
  for (const { review } of files)
    if (review.status === 'assigned' && !planned.has(review.reviewerId))
      await ports.removeReviewer(by, { reviewId: review.id, version: review.version }, callOf(ports));
};

const callOf = ({ clock }: Ports) => ({ receivedAt: clock(), idempotencyKey: 'plan' });
