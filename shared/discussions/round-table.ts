import { type Application, receiptNumber } from '../applications/application.ts';
import type { Person } from '../kernel/actor.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { isBeforeReviewers, owedBy } from '../reviews/before-reviewers.ts';
import type { Review } from '../reviews/review.ts';
import { staffClearance } from '../reviews/staff-clearance.ts';
import { type RoundReviews, roundReviews, type StandingReviewsPorts } from '../reviews/standing-reviews.ts';
import type { Discussions, RoundDiscussions } from './discussion.port.ts';
import type { Discussion } from './discussion.ts';
import { proposeLeads } from './lead.ts';
import type { RoundDiscussion } from './round-discussion.ts';

export type RoundTablePorts = StandingReviewsPorts & {
  rounds: Pick<Rounds, 'find'>;
  roundDiscussions: Pick<RoundDiscussions, 'find'>;
  discussions: Pick<Discussions, 'ofRound'>;
};

/** An application that a member of staff may see discussed. */
export type TableRow = {
  readonly application: Application;
  readonly receipt: string;
  readonly discussion: Discussion | undefined;
  readonly proposedLeadId: string | undefined;
};
export type RoundTable = {
  readonly round: Round;
  readonly roundDiscussion: RoundDiscussion | undefined;
  /** By receipt. Neither these nor the reviews, without those set aside, hold anything of what this person is kept from. */
  readonly rows: readonly TableRow[];
  readonly reviews: readonly Review[];
  readonly people: RoundReviews['people'];
  readonly kept: number;
};

/**
 * A round's applications in review for one member of staff, without those they conflict with and those they have yet to
 * review themselves. Linear in the round's size.
 */
export const roundTable =
  (ports: RoundTablePorts) =>
  async (person: Person, roundId: string): Promise<Result<RoundTable, NotFound>> => {
    const sent = ports.applications.allSent(roundId);
    const [round, roundDiscussion, listed, { reviews: ofRound, people }, heads, conflict] = await Promise.all(
      [
        ports.rounds.find(roundId),
        ports.roundDiscussions.find(roundId),
        sent,
        roundReviews(ports)(roundId, { sent }),
        ports.discussions.ofRound(roundId),
        staffClearance(ports)(person, roundId),
      ],
    );
    if (!round) return fail({ kind: 'not-found' });
    const concerned = listed.filter(isBeforeReviewers);
    const owed = owedBy(person, ofRound);
    const seen = concerned.filter((application) => !conflict(application) && !owed.has(application.id));
    const ids = new Set(seen.map(({ id }) => id));
    const reviews = ofRound.filter(({ applicationId }) => ids.has(applicationId));
    const headOf = new Map(heads.map((head) => [head.applicationId, head]));
    const known = seen.map(({ id }) => ({
      id,
      receipt: receiptNumber(id),
      leadId: headOf.get(id)?.lead?.reviewerId,
    }));
    const proposed = proposeLeads(known, reviews);
    const rows = seen
      .map((application) => ({
        application,
        receipt: receiptNumber(application.id),
        discussion: headOf.get(application.id),
        proposedLeadId: proposed.get(application.id),
      }))
      .sort((a, b) => (a.receipt < b.receipt ? -1 : 1));
    return ok({ round, roundDiscussion, rows, reviews, people, kept: concerned.length - seen.length });
  };
