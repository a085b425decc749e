import { applyPlan } from '../../shared/assignment/apply-plan.ts';
import { makePlan } from '../../shared/assignment/make-plan.ts';
import { solveAssignment } from '../../shared/assignment/solver/solve-assignment.ts';
import { makePortfolio } from '../../shared/awards/make-portfolio.ts';
import { personProfileStore } from '../../shared/conflicts/person-profile.store.ts';
import { environments } from '../../shared/environment.ts';
import type { Works } from '../../shared/jobs/job.port.ts';
import type { PlanJobKind } from '../../shared/jobs/job.ts';
import { runJob } from '../../shared/jobs/run-job.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { highsSolver } from '../../shared/optimiser/highs.solver.ts';
import { assignReviewer } from '../../shared/reviews/assign-reviewer.ts';
import { removeReviewer } from '../../shared/reviews/remove-reviewer.ts';
import type { Table } from '../../shared/table/table.ts';
import { assignmentPorts } from './assignment-use-cases.ts';
import { portfolioPorts } from './awards-use-cases.ts';
import { systemClock as clock, openTable } from './clients.ts';
import { openPartnerships } from './partnerships-use-cases.ts';

export const createContainer = (env: NodeJS.ProcessEnv) =>
  jobsOn(openTable(environments.job.parse(env).TABLE_NAME));

/** Every kind of long work, on one table. */
export const jobsOn = (table: Table) => {
  const ports = { ...assignmentPorts(table), clock };
  const profiles = personProfileStore(table);
  // One line for each kind of work.
  const works: Works<PlanJobKind> = {
    'plan-assignment': makePlan({
      ...ports,
      profiles,
      partnerships: openPartnerships(table),
      solve: solveAssignment({ optimise: highsSolver }),
    }),
    'plan-portfolio': makePortfolio({ ...portfolioPorts(table), optimise: highsSolver, clock }),
    'apply-assignment': applyPlan({
      ...ports,
      assignReviewer: onceMore(assignReviewer(ports)),
      removeReviewer: onceMore(removeReviewer(ports)),
    }),
  };
  return { runJob: runJob({ jobs: ports.jobs, works, clock }) };
};
