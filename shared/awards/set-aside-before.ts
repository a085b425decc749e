import type { SetAside } from '../reviews/set-aside.ts';
import type { Decision } from './decision.ts';

/**
 * How many reviews were in before this was proposed and are set aside now; since when, nothing says. It is told and
 * moves nothing: whether the decision rests on them is for people to say.
 */
export const setAsideBefore = (decision: Decision | undefined, setAside: readonly SetAside[]): number =>
  setAside.filter(
    ({ review: { applicationId, submitted } }) =>
      decision &&
      applicationId === decision.applicationId &&
      submitted &&
      (submitted.firstAt ?? submitted.at) <= decision.proposedAt,
  ).length;
