import { stringify } from 'csv-stringify/sync';
import { writeDecimal } from '../../shared/assignment/solver/decimal.ts';
import { finePlaces, fineScore } from '../../shared/assignment/solver/fine-scores.ts';
import type { Plan } from '../../shared/assignment/solver/plan.ts';
import type { AssignmentProblem } from '../../shared/assignment/solver/problem.ts';
import { writeWhole } from '../command/write-whole.ts';

/** The plan as `application,reviewer,score`, sorted by both ids; the file is there whole or not at all. */
export const writePlan = (path: string, problem: AssignmentProblem, { pairs }: Plan): Promise<void> => {
  const places = finePlaces(problem);
  const rows = pairs.map(({ application, reviewer }) => [
    problem.applications[application]?.id,
    problem.reviewers[reviewer]?.id,
    writeDecimal(fineScore(problem, application * problem.reviewers.length + reviewer), places),
  ]);
  return writeWhole(path, stringify([['application', 'reviewer', 'score'], ...rows]));
};
