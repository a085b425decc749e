import type { Change, Relaxation } from '../../shared/assignment/solver/plan.ts';
import type { AssignmentProblem } from '../../shared/assignment/solver/problem.ts';

const nouns = {
  maximum: 'the maximum of',
  minimum: 'the minimum of',
  demand: 'the demand of',
  need: 'the need of',
} as const;
const shown = 10;

/** One way out as a sentence for the terminal and summary.json. */
export const relaxationInWords = (problem: AssignmentProblem, way: Relaxation): string => {
  if (way.kind === 'add-reviewers')
    return `Add ${way.reviewers} reviewer${way.reviewers === 1 ? '' : 's'}${way.trait ? ` with ${way.trait}` : ''}${way.group ? ` for ${way.group}` : ''} who may take up to ${way.max} application${way.max === 1 ? '' : 's'} each and have no conflicts.`;
  const named = way.changes.slice(0, shown).map((change) => oneInWords(problem, change));
  const more = way.changes.length - named.length;
  return `Change ${[...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}.`;
};

const oneInWords = (
  { reviewers, applications }: AssignmentProblem,
  { what, at, from, to, trait }: Change,
): string => {
  const id = (what === 'demand' || what === 'need' ? applications[at] : reviewers[at])?.id;
  return `${nouns[what]} ${id}${trait ? ` for ${trait}` : ''} from ${from} to ${to}`;
};
