import type { SetAside } from '../reviews/set-aside.ts';
import type { Decision } from './decision.ts';

/**
 * How many reviews were in when this was proposed and have been set aside. It is told and moves nothing: whether the
 * decision still stands is for people to say.
 */
export const setAsideSince = (decision: Decision | undefined, setAside: readonly SetAside[]): number =>
  setAside.filter(
    ({ review: { applicationId, submitted } }) =>
      decision &&
      applicationId === decision.applicationId &&
      submitted &&
      (submitted.firstAt ?? submitted.at) <= decision.proposedAt,
  ).length;
