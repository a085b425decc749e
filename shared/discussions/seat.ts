import type { Applications } from '../applications/application.port.ts';
import { type Application, receiptNumber } from '../applications/application.ts';
import { shownTitle } from '../applications/read-snapshot.ts';
import { type Actor, idsOf, isSelf, isStaff, type Person } from '../kernel/actor.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { isBeforeReviewers } from '../reviews/before-reviewers.ts';
import { type OwnReviewPorts, ownReview } from '../reviews/own-review.ts';
import type { Redactions } from '../reviews/redaction.port.ts';
import type { Reviews } from '../reviews/review.port.ts';
import { type Review, type ReviewFile, reviewIdOf } from '../reviews/review.ts';
import { type ClearancePorts, staffClearance } from '../reviews/staff-clearance.ts';
import type { Discussions, RoundDiscussions } from './discussion.port.ts';
import type { Discussion, Voice } from './discussion.ts';
import { type RoundDiscussion, takesWords } from './round-discussion.ts';

export type SeatPorts = ClearancePorts &
  OwnReviewPorts & {
    applications: Pick<Applications, 'find' | 'ofOrganisation'>;
    rounds: Pick<Rounds, 'find'>;
    reviews: Pick<Reviews, 'find' | 'ofApplication' | 'allOfReviewer'>;
    roundDiscussions: Pick<RoundDiscussions, 'find'>;
    discussions: Pick<Discussions, 'find'>;
    redactions: Pick<Redactions, 'find'>;
  };

/** A place at the table for one application. */
export type Seat = {
  readonly person: Person;
  readonly as: Voice;
  readonly application: Application;
  readonly receipt: string;
  /** As this reader may see it: reviewers without what staff blacked out. */
  readonly title: string;
  readonly round: Round;
  readonly roundDiscussion: RoundDiscussion | undefined;
  readonly discussion: Discussion | undefined;
  /** Every review of the application, removed and conflicted ones too. */
  readonly files: readonly ReviewFile[];
  /** Whether posts, notes and new scores are taken at this moment. */
  readonly open: boolean;
};

const owes = ({ status }: Review) => status === 'assigned' || status === 'reviewing';

/**
 * The one door to an application's discussion. Staff whom no conflict keeps from it, once they owe no review of it
 * themselves; and its reviewers whom none keeps from it either, from when their own review is in and the round's
 * discussion was opened. For everybody else there is nothing here.
 */
export const seatAt =
  (ports: SeatPorts) =>
  async (actor: Actor, applicationId: string): Promise<Result<Seat, NotFound>> => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const [application, files, discussion, redaction, own] = await Promise.all([
      ports.applications.find(applicationId),
      ports.reviews.ofApplication(applicationId),
      ports.discussions.find(applicationId),
      ports.redactions.find(applicationId),
      Promise.all(idsOf(actor).map((id) => ownReview(ports)(actor, reviewIdOf(applicationId, id)))),
    ]);
    if (!application?.submission) return fail({ kind: 'not-found' });
    const [round, roundDiscussion, clearance] = await Promise.all([
      ports.rounds.find(application.roundId),
      ports.roundDiscussions.find(application.roundId),
      staffClearance(ports)(actor, application.roundId),
    ]);
    if (!round || clearance(application)) return fail({ kind: 'not-found' });
    const owing = files.some(({ review }) => isSelf(actor, review.reviewerId) && owes(review));
    const mine = own.flatMap((one) => (one.ok ? one.value : []));
    const stands = isBeforeReviewers(application);
    const asStaff = isStaff(actor) && !owing && (stands || application.status === 'withdrawn');
    const asReviewer =
      !owing &&
      mine.every(({ conflict }) => !conflict) &&
      mine.some(({ cleared, file }) => cleared && file.review.status === 'submitted') &&
      stands &&
      roundDiscussion;
    if (!asStaff && !asReviewer) return fail({ kind: 'not-found' });
    return ok({
      person: actor,
      as: asStaff ? 'staff' : 'reviewer',
      application,
      receipt: receiptNumber(applicationId),
      title: asStaff ? application.title : shownTitle(application.title, redaction),
      round,
      roundDiscussion,
      discussion,
      files,
      open: stands && takesWords(roundDiscussion, round),
    });
  };
