import type { Application } from '../applications/application.ts';
import { isSelf, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import { weightedHundredths } from '../ranking/weighted-score.ts';
import type { Reviews } from '../reviews/review.port.ts';
import { countedAssessment } from '../reviews/review.ts';
import { applicationReviews, type StandingReviewsPorts } from '../reviews/standing-reviews.ts';
import type { Cursors } from '../table/cursor.ts';
import { type Author, authorsFor, reviewerKnown } from './author.ts';
import type { Discussions } from './discussion.port.ts';
import type { Notes, Post, Voice } from './discussion.ts';
import { type Rescored, rescoredIn } from './rescored.ts';
import type { RoundDiscussionStatus } from './round-discussion.ts';
import { type Seat, type SeatPorts, seatAt } from './seat.ts';

type Ports = SeatPorts &
  StandingReviewsPorts & {
    reviews: Pick<Reviews, 'revisionsOf'>;
    discussions: Pick<Discussions, 'posts' | 'notes' | 'keptNotes'>;
    cursors: Cursors;
  };

export type ReadPost = Pick<Post, 'no' | 'at' | 'text' | 'replyTo'> & { readonly author: Author };
export type ReadNotes = Pick<Notes, 'version' | 'at' | 'text'> & { readonly author: Author };
/** One submitted review at a glance. */
export type ScoreAtTable = {
  readonly author: Author;
  readonly score: number;
  readonly reviewerId?: string;
  /** It counts no more. Told to staff; for reviewers such a score is not there at all. */
  readonly setAside?: true;
};

export type DiscussionView = {
  readonly application: Pick<Application, 'id' | 'title' | 'pair' | 'status'> & { readonly receipt: string };
  readonly round: Round;
  readonly as: Voice;
  /** The reader's own review of it, if they have one. */
  readonly reviewId?: string | undefined;
  readonly status: RoundDiscussionStatus;
  /** Whether posts, notes and new scores are taken. */
  readonly open: boolean;
  readonly lead?: (Author & { readonly no: number }) | undefined;
  /** Whether the reader may write the notes: the lead and staff. */
  readonly mayTakeNotes: boolean;
  readonly scores: readonly ScoreAtTable[];
  readonly total: number;
  /** In order; the latest page first, `next` leads to the ones before. */
  readonly posts: readonly ReadPost[];
  readonly next?: string | undefined;
  readonly notes?: ReadNotes | undefined;
  /** Newest first, the latest twenty. */
  readonly keptNotes: readonly ReadNotes[];
  /** For staff alone: every change of a review's scores since it was in, and every one with a reason. */
  readonly rescored: readonly (Rescored & { readonly author: Author; readonly setAside?: true })[];
};
type Input = { applicationId: string; cursor?: string | undefined };

/** Whether this seat is the lead's. */
export const leads = ({ discussion, person }: Pick<Seat, 'discussion' | 'person'>): boolean =>
  discussion?.lead !== undefined && isSelf(person, discussion.lead.reviewerId);

/** An application's discussion for who has a seat at it. */
export const viewDiscussion =
  (ports: Ports): UseCase<Input, DiscussionView, NotFound | InvalidInput> =>
  async (actor, { applicationId, cursor }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const scope = `discussion:${applicationId}:${actor.personId}`;
    const position = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    // Side by side with the door and dropped where it stays shut.
    const [behind, { setAside }] = await Promise.all([
      readAt(ports, actor, { applicationId, position: position || undefined }),
      applicationReviews(ports)(ports.reviews.ofApplication(applicationId)),
    ]);
    if (!behind.ok) return behind;
    const { seat, page, notes, kept, revisions, authorOf } = behind.value;
    const notesOf = ({ version, at, text, by, as }: Notes) => ({
      version,
      at,
      text,
      author: authorOf({ by, as }),
    });
    const { application, receipt, round, roundDiscussion, discussion, files, as, open } = seat;
    const { id, pair, status } = application;
    const { title } = seat;
    const lead = discussion?.lead;
    const own = files.filter(({ review }) => isSelf(actor, review.reviewerId));
    const mine = (own.find(({ review }) => review.status === 'submitted') ?? own[0])?.review.id;
    const isStaff = as === 'staff';
    const aside = new Set(setAside.map(({ review }) => review.id));
    return ok({
      application: { id, title, pair, status, receipt },
      round,
      as,
      ...(mine && { reviewId: mine }),
      status: roundDiscussion?.status ?? 'not-open',
      open,
      ...(lead && { lead: { ...authorOf(reviewerKnown(lead)), no: lead.no } }),
      mayTakeNotes: open && (isStaff || leads(seat)),
      scores: files.flatMap((file): ScoreAtTable[] => {
        const counted = countedAssessment(file);
        if (!counted || (aside.has(file.review.id) && !isStaff)) return [];
        const score = (weightedHundredths(round.rubric, counted.scores) ?? 0) / 100;
        const { reviewerId } = file.review;
        const toStaff = { reviewerId, ...(aside.has(file.review.id) && { setAside: true as const }) };
        return [{ author: authorOf(reviewerKnown(file.review)), score, ...(isStaff && toStaff) }];
      }),
      total: discussion?.posts ?? 0,
      posts: page.items
        .map(({ no, at, text, replyTo, by, as: voice }) => ({
          ...{ no, at, text, author: authorOf({ by, as: voice }) },
          ...(replyTo !== undefined && { replyTo }),
        }))
        .toReversed(),
      ...(page.next && { next: ports.cursors.seal(scope, page.next) }),
      ...(notes && { notes: notesOf(notes) }),
      keptNotes: kept.map(notesOf),
      rescored: isStaff
        ? rescoredIn(round.rubric, revisions).map((one) => ({
            ...one,
            ...(aside.has(one.reviewId) && { setAside: true as const }),
            author: authorOf(reviewerKnown(reviewOf(files, one.reviewId))),
          }))
        : [],
    });
  };

const readAt = async (
  ports: Ports,
  person: Person,
  { applicationId, position }: { applicationId: string; position: string | undefined },
) => {
  const [found, page, notes, kept, revisions] = await Promise.all([
    seatAt(ports)(person, applicationId),
    ports.discussions.posts(applicationId, position),
    ports.discussions.notes(applicationId),
    ports.discussions.keptNotes(applicationId),
    ports.reviews.revisionsOf(applicationId),
  ]);
  if (!found.ok) return found;
  const written = [...page.items, ...(notes ? [notes] : []), ...kept];
  const by = written.map((one) => one.by);
  const authorOf = await authorsFor(ports.people, found.value, by);
  return ok({ seat: found.value, page, notes, kept, revisions, authorOf });
};

const reviewOf = (files: Seat['files'], reviewId: string) => ({
  reviewerId: files.find(({ review }) => review.id === reviewId)?.review.reviewerId ?? '',
});
