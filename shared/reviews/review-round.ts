import { instantsOf, type Round } from '../programs/round.ts';

/** What of its round a reviewer may know before declaring: which one it is, and until when. */
export type ReviewRound = {
  readonly id: string;
  readonly name: Round['name'];
  /** The last instant at which a review counts, ISO 8601 in UTC, and the zone it was set in. */
  readonly reviewDue: string;
  readonly zone: string;
  readonly blinding: Round['blinding'];
  readonly demo: boolean;
};

export const reviewRound = (round: Round): ReviewRound => ({
  id: round.id,
  name: round.name,
  reviewDue: instantsOf(round).reviewDue.toISOString(),
  zone: round.zone,
  blinding: round.blinding,
  demo: round.demo,
});
