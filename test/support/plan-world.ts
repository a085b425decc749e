import type { Application } from '../../shared/applications/application.ts';
import { applyPlan } from '../../shared/assignment/apply-plan.ts';
import { askApplying } from '../../shared/assignment/ask-applying.ts';
import { askPlan } from '../../shared/assignment/ask-plan.ts';
import { makePlan } from '../../shared/assignment/make-plan.ts';
import type { Preferences } from '../../shared/assignment/preference.ts';
import { type PlanSettings, usualSettings } from '../../shared/assignment/settings.ts';
import { solveAssignment } from '../../shared/assignment/solver/solve-assignment.ts';
import type { PersonProfile } from '../../shared/conflicts/person-profile.ts';
import { runJob } from '../../shared/jobs/run-job.ts';
import type { Person } from '../../shared/kernel/actor.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { highsSolver } from '../../shared/optimiser/highs.solver.ts';
import type { Round } from '../../shared/programs/round.ts';
import { assignReviewer } from '../../shared/reviews/assign-reviewer.ts';
import { pairConflicts } from '../../shared/reviews/pair-conflicts.ts';
import type { Redaction } from '../../shared/reviews/redaction.ts';
import { removeReviewer } from '../../shared/reviews/remove-reviewer.ts';
import type { ReviewFile } from '../../shared/reviews/review.ts';
import { staffClearance } from '../../shared/reviews/staff-clearance.ts';
import type { StaffConflict } from '../../shared/reviews/staff-conflict.ts';
import { fakePlans, fakePreferences, fakeSettings } from './assignment-fakes.ts';
import { fakeJobs } from './jobs-fakes.ts';
import { anApplication, aRound, callAt, inReview, reviewPorts, staff } from './reviews-fakes.ts';

export const applicationsNamed = (...ids: readonly string[]): Application[] =>
  ids.map((id) => anApplication({ id, organisationId: `of-${id}` }));

type Given = {
  round?: Round;
  applications: readonly Application[];
  people: readonly Person[];
  files?: readonly ReviewFile[];
  conflicts?: readonly StaffConflict[];
  redactions?: readonly Redaction[];
  preferences?: readonly Preferences[];
  profiles?: readonly PersonProfile[];
  settings?: Partial<PlanSettings>;
  /** In place of the real solver. */
  solve?: Parameters<typeof makePlan>[0]['solve'];
};

/** Everything from asking for a plan to its assignments, in memory, with the real solver. */
export const planWorld = (given: Given) => {
  const { round = aRound(), applications, people, profiles = [] } = given;
  const ports = reviewPorts({
    round,
    applications,
    people: [staff, ...people],
    files: given.files ?? [],
    conflicts: given.conflicts ?? [],
    redactions: given.redactions ?? [],
  });
  const jobs = fakeJobs();
  const settings = fakeSettings({
    roundId: round.id,
    version: 1,
    settings: { ...usualSettings, ...given.settings },
  });
  const all = {
    ...ports,
    applications: {
      ...ports.applications,
      many: async (ids: readonly string[]) => applications.filter(({ id }) => ids.includes(id)),
    },
    jobs,
    settings,
    plans: fakePlans({}, jobs, settings),
    preferences: fakePreferences(...(given.preferences ?? [])),
    profiles: {
      many: async (ids: readonly string[]) => profiles.filter(({ personId }) => ids.includes(personId)),
    },
    partnerships: { many: async () => [] },
    clearance: staffClearance(ports),
    pairConflicts: pairConflicts(ports),
    clock: () => inReview,
  };
  const works = {
    'plan-portfolio': async () => ({ ok: true, value: undefined }) as const,
    'plan-assignment': makePlan({ ...all, solve: given.solve ?? solveAssignment({ optimise: highsSolver }) }),
    'apply-assignment': applyPlan({
      ...all,
      assignReviewer: onceMore(assignReviewer(ports)),
      removeReviewer: onceMore(removeReviewer(ports)),
    }),
  };
  const run = runJob({ jobs, works, clock: () => inReview });
  let asked = 0;
  return {
    ...all,
    works,
    run,
    /** Asked for by staff and made by its job. */
    plan: async () => {
      asked += 1;
      const plan = await askPlan(all)(staff, { roundId: round.id }, callAt(inReview, `ask-${asked}`));
      if (!plan.ok) throw new Error(plan.failure.kind);
      await run(plan.value.jobId);
      return (await all.plans.find(plan.value.id)) ?? plan.value;
    },
    /** Applied by staff, and done by its job. */
    apply: async (planId: string) => {
      const plan = await all.plans.find(planId);
      const input = { roundId: round.id, planId, version: plan?.version ?? 0 };
      const applying = await askApplying(all)(staff, input, callAt());
      if (!applying.ok) throw new Error(applying.failure.kind);
      await run(applying.value.jobId);
      return all.plans.find(planId);
    },
    /** Who reviews what now, conflicted and removed ones left out: `a1 reviewer-1`. */
    assigned: async () =>
      (await all.reviews.ofRound(round.id))
        .filter(({ status }) => status !== 'removed' && status !== 'conflicted')
        .map(({ applicationId, reviewerId }) => `${applicationId} ${reviewerId}`)
        .sort(),
    rows: async (planId: string) => (await all.plans.shelves(planId)).flatMap(({ rows }) => rows),
  };
};
