import type { People } from '../accounts/account.port.ts';
import type {
  Applications,
  EventsOf,
  NoteEvent,
  PairEntries,
  TrailOf,
} from '../applications/application.port.ts';
import { type Application, receiptNumber, standsSent } from '../applications/application.ts';
import type { Submissions } from '../applications/submission.port.ts';
import type { Submission } from '../applications/submission.ts';
import type { Interests } from '../conflicts/interests.port.ts';
import type { AnswerBeside } from '../endorsements/answer-beside.ts';
import { isSelf, isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { EligibilityTrail } from '../programs/eligibility-trail.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { staffSight } from './blinding.ts';
import { type OfficeAnswer, officeAnswer } from './office-answer.ts';
import { type ReadableApplication, readableApplication } from './readable-application.ts';
import type { Reviews } from './review.port.ts';
import type { ReviewFile } from './review.ts';
import { namesOf } from './reviewer-names.ts';
import { staffClearance } from './staff-clearance.ts';
import type { StaffConflicts } from './staff-conflict.port.ts';

export type ApplicationFilePorts = {
  applications: Pick<Applications, 'find' | 'many'>;
  pairEntries: PairEntries;
  rounds: Pick<Rounds, 'find'>;
  submissions: Pick<Submissions, 'find' | 'people'>;
  reviews: Pick<Reviews, 'ofApplication' | 'allOfReviewer'>;
  people: Pick<People, 'find'>;
  staffConflicts: Pick<StaffConflicts, 'ofPerson'>;
  interests: Interests;
  eventsOf: EventsOf;
  note: NoteEvent;
  answerBeside: AnswerBeside;
  eligibilityTrailOf: TrailOf;
};

/** A review as staff read it: who wrote it, what counts. Never a draft. */
export type FiledReview = ReviewFile & { readonly reviewer: string };

/** Another application for the same partnership, by what names it and nothing of where it stands. */
export type Twin = Pick<Application, 'id' | 'title'> & { readonly receipt: string };

export type ApplicationFile = {
  readonly application: Application;
  readonly round: Round;
  /** What was sent last. */
  readonly text?: ReadableApplication | undefined;
  /** What the Japanese office has answered by now, which may be later than what was sent. */
  readonly officeAnswer?: OfficeAnswer | undefined;
  /** What was checked before it was started. Of no reviewer's concern: who is not eligible is not before them. */
  readonly eligibilityCheck?: EligibilityTrail;
  /** What else was sent in the round for the same partnership, as far as no conflict keeps this person from it. */
  readonly samePair: readonly Twin[];
  /** Empty for a member of staff who still has to review it. */
  readonly reviews: readonly FiledReview[];
  /** Oldest first, each with the name of who did it, where it is a person; nothing of the decision while reviews are hidden. */
  readonly history: readonly (DomainEvent & { readonly name: string })[];
};

/** Everything about one application, for staff without a conflict. People's details are left out: they are asked for. */
export const viewApplicationFile =
  (ports: ApplicationFilePorts): UseCase<{ applicationId: string }, ApplicationFile, NotFound> =>
  async (actor, { applicationId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    // Side by side with the check and dropped where it fails, so that a page waits three times and not five.
    const [found, { files, events, names }, beside, trail] = await Promise.all([
      clearedFile(ports)(actor, applicationId),
      whatHappened(ports, applicationId),
      ports.answerBeside(applicationId),
      ports.eligibilityTrailOf(applicationId),
    ]);
    if (!found.ok) return found;
    const { application, round, submission } = found.value;
    const samePair = await twinsOf(ports, found.value);
    const owing = owes(actor, files);
    return ok({
      application,
      round,
      ...(submission && {
        text: readableApplication(submission, round, staffSight),
      }),
      ...(beside && { officeAnswer: officeAnswer(beside, application.partnershipId, staffSight) }),
      samePair,
      ...(trail && { eligibilityCheck: trail }),
      reviews: owing
        ? []
        : files.map((file) => ({ ...file, reviewer: names.get(file.review.reviewerId) ?? '' })),
      history: events
        .filter(({ type }) => !owing || !followsReviews.test(type))
        .map((event) => ({ ...event, name: names.get(event.by) ?? '' })),
    });
  };

/** Nothing more is read, and nothing waited for, where the partnership has applied once. */
const twinsOf = async (
  { applications }: Pick<ApplicationFilePorts, 'applications'>,
  { others, conflict }: Cleared,
): Promise<readonly Twin[]> => {
  const heads = await applications.many(others);
  return heads
    .filter((head) => standsSent(head) && !conflict(head))
    .map(({ id, title }) => ({ id, title, receipt: receiptNumber(id) }))
    .sort((a, b) => (a.receipt < b.receipt ? -1 : 1));
};

const whatHappened = async (
  { reviews, eventsOf, people }: Pick<ApplicationFilePorts, 'reviews' | 'eventsOf' | 'people'>,
  applicationId: string,
) => {
  const [files, events] = await Promise.all([
    reviews.ofApplication(applicationId),
    eventsOf(`application#${applicationId}`),
  ]);
  const acting = events.map(({ by }) => by).filter(isPersonId);
  const names = await namesOf(people, [...files.map(({ review }) => review.reviewerId), ...acting]);
  return { files, events, names };
};

// `link:<purpose>` and `system:<job>` are no people.
const isPersonId = (by: string) => !by.includes(':');

/** What is said and decided of an application by its reviews. */
const followsReviews = /^(decision|discussion|meeting-notes|feedback)-/;

const owes = (person: Person, files: readonly ReviewFile[]) =>
  files.some(
    ({ review }) =>
      isSelf(person, review.reviewerId) && (review.status === 'assigned' || review.status === 'reviewing'),
  );

type Cleared = {
  readonly application: Application;
  readonly round: Round;
  readonly submission: Submission | undefined;
  /** The ids of whatever else the round has for the same partnership. */
  readonly others: readonly string[];
  /** What keeps this person from an application of the round. */
  readonly conflict: Awaited<ReturnType<ReturnType<typeof staffClearance>>>;
};

/** The application, its round and what was sent last, for a member of staff whom no conflict keeps from it. */
export const clearedFile =
  (
    ports: Pick<
      ApplicationFilePorts,
      'applications' | 'pairEntries' | 'rounds' | 'submissions' | 'reviews' | 'staffConflicts' | 'interests'
    >,
  ) =>
  async (person: Person, applicationId: string): Promise<Result<Cleared, NotFound>> => {
    const application = await ports.applications.find(applicationId);
    // What was never sent is its applicant's own: staff know how many there are, and no more.
    if (!application?.submission) return fail({ kind: 'not-found' });
    const [round, conflict, submission, entries] = await Promise.all([
      ports.rounds.find(application.roundId, application),
      staffClearance(ports)(person, application.roundId),
      ports.submissions.find(applicationId, application.submission.no),
      ports.pairEntries(application.roundId, application.partnershipId),
    ]);
    if (!round || conflict(application)) return fail({ kind: 'not-found' });
    const others = entries.map(({ id }) => id).filter((id) => id !== applicationId);
    return ok({ application, round, submission, others, conflict });
  };
