import { boundOf, figuresOf } from '../../shared/assignment/record-plan.ts';
import { placesOf } from '../../shared/assignment/solver/decimal.ts';
import type { FineFigures, Plan } from '../../shared/assignment/solver/plan.ts';
import type { AssignmentProblem } from '../../shared/assignment/solver/problem.ts';
import { writeWhole } from '../command/write-whole.ts';

/**
 * What proves the plan, in the shape of the platform's certificate.json: with the files given it is all that a sum of one's
 * own needs. Amounts are whole numbers, a score times 10^`places`, digits beyond that cut off; where there are such digits,
 * `fine` has the figures and prices by all of them, times 10^`fine.places`, as text: no float holds those.
 */
export const writeCertificate = (path: string, problem: AssignmentProblem, plan: Plan): Promise<void> => {
  const { objective, unit, reviewers, applications } = problem;
  const { bounds, fine } = plan.certificate;
  const certificate = {
    objective,
    places: placesOf(unit),
    figures: figuresOf(problem, plan, undefined),
    ...(fine && { fine: inText(fine) }),
    reviewers: reviewers.map(({ id, min, max }) => ({ id, min, max })),
    rows: applications.map(({ id, demand }) => ({ application: id, demand })),
    bounds: bounds.map(boundOf),
  };
  return writeWhole(path, `${JSON.stringify(certificate)}\n`);
};

const inText = ({ places, total, worst, bound, proof }: FineFigures) => ({
  places,
  total: String(total),
  worst: String(worst),
  bound: String(bound),
  ...(proof && {
    ceiling: String(proof.ceiling),
    applicationPrices: proof.applicationPrices.map(String),
    reviewerPrices: proof.reviewerPrices.map(String),
  }),
});
