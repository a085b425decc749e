import type { Report, Stopped, Work, WorkFailed } from '../jobs/job.port.ts';
import type { Clock } from '../kernel/clock.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { pairScore } from './pair-score.ts';
import type { PlanHeadChange, Plans } from './plan.port.ts';
import { type FactsPorts, type PlanFacts, planFacts } from './plan-facts.ts';
import { type ClashRecord, clashesKept, type PlanRecord } from './plan-record.ts';
import { findNone, leaveOpen, makePlan as made } from './plan-steps.ts';
import { figuresOf, proofOf, shelvesOf, waysOutOf } from './record-plan.ts';
import { traits } from './settings.ts';
import { checkCertificate } from './solver/check-certificate.ts';
import type { Plan, SolveOutcome } from './solver/plan.ts';
import type { AssignmentProblem } from './solver/problem.ts';
import type { SolveLimits } from './solver/solve-assignment.ts';
import { type Stability, stabilityOf, stabilityTries } from './solver/stability.ts';
import { type Clash, stateProblem } from './solver/state-problem.ts';

type Ports = FactsPorts & {
  plans: Pick<Plans, 'find' | 'save' | 'keep'>;
  solve: (problem: AssignmentProblem, limits?: SolveLimits) => Promise<SolveOutcome>;
  clock: Clock;
};

const by = 'system:plan';
/** Facts, solving, checking, each try of stability, keeping. */
const steps = stabilityTries + 4;

/**
 * The work behind a plan that was asked for: reads the round as it is now, solves it, has the result checked by what
 * shares nothing with the solver, and keeps it with its proof. Begun again after a crash it makes the plan anew.
 */
export const makePlan =
  (ports: Ports): Work =>
  async (job, report) => {
    const plan = await ports.plans.find(job.about);
    if (!plan) return fail({ kind: 'work-failed', reason: 'facts-missing' });
    if (plan.status !== 'asked') return ok(undefined);
    const facts = await planFacts(ports)(plan);
    const told = await report(1, steps);
    if (!told.ok) return told;
    const stated = problemOf(plan, facts);
    const now = () => ({ by, at: ports.clock() });
    if (!stated.ok)
      return stated.failure.kind === 'nothing-to-plan'
        ? fail({ kind: 'work-failed', reason: 'facts-missing' })
        : keepHead(ports, findNone(plan, { clashes: recorded(stated.failure.clashes) }, now()));
    const problem = stated.value;
    const outcome = await ports.solve(problem);
    if (!outcome.feasible)
      return keepHead(
        ports,
        outcome.isDecided
          ? findNone(plan, { waysOut: waysOutOf(problem, outcome.relaxation) }, now())
          : leaveOpen(plan, now()),
      );

    const faults = checkCertificate(problem, outcome.plan);
    // A plan that breaks a constraint, or claims what is not so, is a defect: nobody gets to see it.
    if (faults.length > 0)
      throw new Error(`Plan ${plan.id} failed its check: ${JSON.stringify(faults.slice(0, 5))}`);
    const stability = await triedAgain(ports, problem, outcome.plan, report);
    if (!stability.ok) return stability;
    return keep(ports, {
      plan,
      facts,
      problem,
      solved: outcome.plan,
      stability: stability.value,
      attempt: job.tries,
    });
  };

const recorded = (clashes: readonly Clash[]) =>
  clashes.slice(0, clashesKept).map(
    ({ application, reviewers: [one, other] }): ClashRecord => ({
      applicationId: application,
      reviewerIds: [one, other],
    }),
  );

type NoProblem =
  | { readonly kind: 'nothing-to-plan' }
  | { readonly kind: 'fixed-apart'; readonly clashes: readonly Clash[] };

/** The facts in the solver's words; refused where there is nobody or nothing to plan for, or where they clash. */
export const problemOf = (
  { settings }: Pick<PlanRecord, 'settings'>,
  facts: PlanFacts,
): Result<AssignmentProblem, NoProblem> => {
  if (facts.reviewers.length === 0 || facts.applications.length === 0)
    return fail({ kind: 'nothing-to-plan' });
  const needs = traits.flatMap((trait) =>
    settings.needs[trait] > 0 ? [{ trait, atLeast: settings.needs[trait] }] : [],
  );
  const here = new Set(facts.reviewers.map(({ id }) => id));
  const stated = stateProblem({
    objective: settings.objective,
    reviewers: facts.reviewers,
    applications: facts.applications.map(({ application: { id, submission }, demand }) => ({
      id,
      demand,
      needs,
      ...(submission?.theme && { group: submission.theme }),
    })),
    scores: facts.applications.flatMap(({ application }) =>
      facts.reviewers.map((reviewer) => ({
        reviewer: reviewer.id,
        application: application.id,
        score: pairScore(facts.found(reviewer.id, application.id), settings.weights),
      })),
    ),
    conflicts: facts.barred,
    fixed: facts.fixed,
    // Who reviews no more is kept apart from nobody.
    apart: settings.apart.filter(([one, other]) => here.has(one) && here.has(other)),
  });
  if (stated.ok) return stated;
  const { failure } = stated;
  if (failure.kind === 'fixed-apart') return fail(failure);
  throw new Error(`The facts of a round do not fit together: ${JSON.stringify(failure)}`);
};

const triedAgain = async (
  { solve }: Ports,
  problem: AssignmentProblem,
  solved: Plan,
  report: Report,
): Promise<Result<Stability | undefined, Stopped>> => {
  const tries = stabilityOf(solve, problem, solved);
  let done = 2;
  for await (const step of tries) {
    done += 1;
    const told = await report(Math.min(done, steps - 1), steps);
    if (!told.ok) return told;
    if (step.isLast) return ok(step.stability);
  }
  return ok(undefined);
};

type Made = {
  readonly plan: PlanRecord;
  readonly facts: PlanFacts;
  readonly problem: AssignmentProblem;
  readonly solved: Plan;
  readonly stability: Stability | undefined;
  readonly attempt: number;
};

const keep = async (ports: Ports, { plan, facts, problem, solved, stability, attempt }: Made) => {
  const shelves = shelvesOf(plan, facts, problem, solved);
  const proof = proofOf(facts, problem, solved);
  const kept = await ports.plans.keep(plan.id, attempt, { shelves, proof });
  // A later try has taken over and writes its own.
  if (!kept.ok) return fail({ kind: 'stopped' });
  const figures = figuresOf(problem, solved, stability);
  return keepHead(ports, made(plan, { figures, shelves: shelves.length }, { by, at: ports.clock() }));
};

const keepHead = async (
  { plans }: Ports,
  stepped: Result<PlanHeadChange, unknown>,
): Promise<Result<void, Stopped | WorkFailed>> => {
  if (!stepped.ok) return fail({ kind: 'stopped' });
  const saved = await plans.save(stepped.value);
  return saved.ok ? ok(undefined) : fail({ kind: 'stopped' });
};
