import type { KnownPerson, People } from '../accounts/account.port.ts';
import type { Application } from '../applications/application.ts';
import type { Jobs } from '../jobs/job.port.ts';
import { type SeenJob, seenJob } from '../jobs/view-job.ts';
import { isReviewerOf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { nameOf } from '../reviews/reviewer-names.ts';
import { readFindings } from './findings-text.ts';
import { type PartScore, partsOf } from './pair-score.ts';
import type { PairConflicts, Plans } from './plan.port.ts';
import { type ClearedPlan, clearedPlan, type PlanClearancePorts } from './plan-clearance.ts';
import { isAssignable } from './plan-facts.ts';
import {
  type ClashRecord,
  isMade,
  type PlanFigures,
  type PlannedPairRecord,
  type PlanRecord,
  type PlanReviewer,
  type Shelf,
  type WayOut,
} from './plan-record.ts';

type Ports = PlanClearancePorts & {
  plans: Pick<Plans, 'find' | 'shelf' | 'shelves' | 'proof'>;
  rounds: Pick<Rounds, 'find'>;
  jobs: Pick<Jobs, 'find'>;
  people: Pick<People, 'find'>;
  pairConflicts: PairConflicts;
};

/** Why a pair of the plan can no longer be applied. */
export type PairStale = 'conflict' | 'no-reviewer';
export type SeenPair = PlannedPairRecord & {
  readonly name: string;
  readonly parts: readonly PartScore[];
  readonly stale: PairStale | undefined;
  readonly insteadName: string | undefined;
};
export type SeenRow = {
  readonly application: Pick<Application, 'id' | 'pair' | 'title' | 'status'>;
  readonly demand: number;
  readonly total: number;
  /** The applicant has withdrawn, or a decision has been made: nobody is assigned any more. */
  readonly isClosed: boolean;
  readonly pairs: readonly SeenPair[];
};
export type SeenLoad = {
  readonly reviewerId: string;
  readonly name: string;
  readonly planned: number;
  /** Kept from whoever may not see every application: what a reviewer holds raises their most. */
  readonly min?: number;
  readonly max?: number;
};

/** Two who are kept apart and both stay with the application, by their names. */
export type SeenClash = {
  readonly applicationId: string;
  readonly title: string;
  readonly names: readonly [string, string];
};

export type PlanView = {
  readonly round: Round;
  readonly plan: Omit<PlanRecord, 'figures' | 'waysOut' | 'clashes'>;
  readonly job: SeenJob | undefined;
  /** Kept from whoever may not see every application. */
  readonly figures: PlanFigures | undefined;
  readonly waysOut: readonly (WayOut & { readonly names: readonly string[] })[];
  readonly clashes: readonly SeenClash[];
  readonly rows: readonly SeenRow[];
  readonly loads: readonly SeenLoad[];
  /** Applications of the round this person is kept from. */
  readonly kept: number;
  readonly page: number;
  readonly pages: number;
};
type Input = { roundId: string; planId: string; page?: number | undefined };

/** A plan as it is, with what has changed since it was made; 25 applications a page. Linear in the round. */
export const viewPlan =
  (ports: Ports): UseCase<Input, PlanView, NotFound> =>
  async (actor, { roundId, planId, page = 1 }, { receivedAt }) => {
    const [cleared, round, shelves, proof] = await Promise.all([
      clearedPlan(ports)(actor, { roundId, planId }),
      ports.rounds.find(roundId),
      ports.plans.shelves(planId),
      ports.plans.proof(planId),
    ]);
    if (!cleared.ok) return cleared;
    if (!round) return fail({ kind: 'not-found' });
    const { plan, kept } = cleared.value;
    const { figures, waysOut = [], clashes = [], ...head } = plan;
    const shelf = isMade(plan) ? shelves.find(({ no }) => no === page - 1) : undefined;
    const reviewers = proof?.reviewers ?? [];
    const ids = new Set([
      ...reviewers.map(({ id }) => id),
      ...waysOut.flatMap(({ changes }) =>
        changes.flatMap((change) => (isOfReviewer(change) ? change.id : [])),
      ),
      ...clashes.flatMap(({ reviewerIds }) => reviewerIds),
    ]);
    const [job, known] = await Promise.all([ports.jobs.find(plan.jobId), peopleOf(ports, [...ids])]);
    const conflict = await ports.pairConflicts(roundId, [...known.values()]);
    const about = { ...cleared.value, known, conflict, reviewers };
    return ok({
      round,
      plan: head,
      job: job && seenJob(job, receivedAt),
      figures: kept.size === 0 ? figures : undefined,
      waysOut: kept.size === 0 ? waysOut.map((one) => ({ ...one, names: namesIn(about, one) })) : [],
      clashes: kept.size === 0 ? clashes.map((one) => seenClash(about, one)) : [],
      rows: shelf ? rowsOf(shelf, about) : [],
      loads: isMade(plan) ? loadsOf(shelves, about) : [],
      kept: kept.size,
      page,
      pages: Math.max(1, plan.shelves),
    });
  };

const peopleOf = async ({ people }: Ports, ids: readonly string[]) => {
  const known = await Promise.all(ids.map((id) => people.find(id)));
  return new Map(known.flatMap((person) => (person ? [[person.actor.personId, person] as const] : [])));
};

type About = ClearedPlan & {
  readonly known: ReadonlyMap<string, KnownPerson>;
  readonly conflict: (reviewerId: string, application: Application) => string | undefined;
  readonly reviewers: readonly PlanReviewer[];
};

const isOfReviewer = ({ what }: WayOut['changes'][number]) => what === 'maximum' || what === 'minimum';

const namesIn = ({ known, seen }: About, { changes }: WayOut) =>
  changes.map((change) =>
    isOfReviewer(change) ? nameOf(known.get(change.id)) : (seen.get(change.id)?.title ?? ''),
  );

const seenClash = (
  { known, seen }: About,
  { applicationId, reviewerIds: [one, other] }: ClashRecord,
): SeenClash => ({
  applicationId,
  title: seen.get(applicationId)?.title ?? '',
  names: [nameOf(known.get(one)), nameOf(known.get(other))],
});

const rowsOf = ({ rows, found }: Shelf, about: About): readonly SeenRow[] =>
  rows.flatMap(({ applicationId, demand, pairs }, at) => {
    const application = about.seen.get(applicationId);
    // One that is kept from this person, or was taken back to be written again.
    if (!application) return [];
    const { id, pair, title, status } = application;
    return {
      application: { id, pair, title, status },
      demand,
      total: pairs.reduce((sum, { score }) => sum + score, 0),
      isClosed: !isAssignable(application),
      pairs: pairs.map((planned) => seenPair(planned, application, found[at] ?? '', about)),
    };
  });

const seenPair = (
  planned: PlannedPairRecord,
  application: Application,
  found: string,
  { plan, kept, known, conflict, reviewers }: About,
): SeenPair => {
  const { instead: next, ...stands } = planned;
  const { reviewerId } = stands;
  // What the whole would lose is a figure of the whole.
  const instead = kept.size === 0 ? next : undefined;
  const person = known.get(reviewerId);
  const place = reviewers.findIndex(({ id }) => id === reviewerId);
  const says = readFindings(found, place);
  const isReviewer = person && isReviewerOf(person.actor, plan.roundId);
  const stale = isReviewer ? (conflict(reviewerId, application) ? 'conflict' : undefined) : 'no-reviewer';
  return {
    ...stands,
    ...(instead && { instead }),
    name: nameOf(person),
    parts: says ? partsOf(says, plan.settings.weights) : [],
    stale,
    insteadName: instead && nameOf(known.get(instead.reviewerId)),
  };
};

/** How many each reviewer would have of what this person may see, the most first. */
const loadsOf = (shelves: readonly Shelf[], { reviewers, known, seen, kept }: About): readonly SeenLoad[] => {
  const planned = new Map<string, number>();
  for (const { rows } of shelves)
    for (const { applicationId, pairs } of rows)
      if (seen.has(applicationId))
        for (const { reviewerId } of pairs) planned.set(reviewerId, (planned.get(reviewerId) ?? 0) + 1);
  return reviewers
    .map(({ id, min, max }) => ({
      reviewerId: id,
      name: nameOf(known.get(id)),
      planned: planned.get(id) ?? 0,
      ...(kept.size === 0 && { min, max }),
    }))
    .sort((one, other) => other.planned - one.planned || (one.name < other.name ? -1 : 1));
};
