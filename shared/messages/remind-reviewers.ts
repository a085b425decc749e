import type { KnownPerson, People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Interests } from '../conflicts/interests.port.ts';
import type { Clock } from '../kernel/clock.ts';
import { deriveId } from '../kernel/ids.ts';
import { allOf } from '../kernel/page.ts';
import { inLanguage } from '../kernel/text.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf, leadingAsia, phaseAt, type Round } from '../programs/round.ts';
import { ownReview } from '../reviews/own-review.ts';
import type { Reviews } from '../reviews/review.port.ts';
import type { Review } from '../reviews/review.ts';
import type { StaffConflicts } from '../reviews/staff-conflict.port.ts';
import type { Messages } from './message.port.ts';
import { queueMessage } from './message-steps.ts';

type Ports = {
  rounds: Pick<Rounds, 'list' | 'find'>;
  applications: Pick<Applications, 'find' | 'ofOrganisation' | 'allSent'>;
  interests: Interests;
  reviews: Pick<Reviews, 'ofRound' | 'find' | 'allOfReviewer'>;
  staffConflicts: Pick<StaffConflicts, 'ofPerson'>;
  people: Pick<People, 'find'>;
  messages: Pick<Messages, 'save'>;
  clock: Clock;
};

const dayMs = 86_400_000;
const before = [7, 2] as const;
const after = [1, 4] as const;

export type ReviewMark = { readonly days: number; readonly isLate: boolean };

/** The mark whose day it is: from that many days before or after the due date, for 24 hours. */
export const reviewMarkAt = (due: Date, now: Date): ReviewMark | undefined => {
  const left = due.getTime() - now.getTime();
  const ahead = before.find((days) => left <= days * dayMs && left > (days - 1) * dayMs);
  if (ahead) return { days: ahead, isLate: false };
  const late = after.find((days) => -left >= days * dayMs && -left < (days + 1) * dayMs);
  return late && { days: late, isLate: true };
};

/**
 * Mails each reviewer who has reviews to send, once a mark, however often the schedule fires. The mail says how many
 * and names no application: what they conflict with, or the applicant has withdrawn, is not even counted.
 */
export const remindReviewers = (ports: Ports) => async (): Promise<number> => {
  const now = ports.clock();
  const rounds = await allOf((position) => ports.rounds.list(leadingAsia, position));
  let written = 0;
  for (const round of rounds.filter((one) => phaseAt(one, now) === 'closed')) {
    const mark = reviewMarkAt(instantsOf(round).reviewDue, now);
    if (!mark) continue;
    for (const { person, reviews } of await unsentIn(ports, round))
      written += await remind(ports, { round, mark, person, reviews });
  }
  return written;
};

type Owing = { readonly person: KnownPerson; readonly reviews: readonly Review[] };

/** Unsent reviews by who they are of today: two accounts may have become one person, who gets one mail. */
const unsentIn = async (
  { reviews, applications, people }: Ports,
  { id }: Round,
): Promise<readonly Owing[]> => {
  const [all, withdrawn] = await Promise.all([reviews.ofRound(id), applications.allSent(id, 'withdrawn')]);
  const gone = new Set(withdrawn.map((one) => one.id));
  const unsent = all.filter(
    ({ status, applicationId }) =>
      (status === 'assigned' || status === 'reviewing') && !gone.has(applicationId),
  );
  const owing = new Map<string, { person: KnownPerson; reviews: Review[] }>();
  for (const [reviewerId, theirs] of Map.groupBy(unsent, (one) => one.reviewerId)) {
    const person = await people.find(reviewerId);
    if (!person) continue;
    const known = owing.get(person.account.id)?.reviews ?? [];
    owing.set(person.account.id, { person, reviews: [...known, ...theirs] });
  }
  return [...owing.values()];
};

type Due = Owing & { readonly round: Round; readonly mark: ReviewMark };

const remind = async (ports: Ports, { round, mark, person, reviews }: Due): Promise<number> => {
  // The index lags and a conflict may be minutes old: each is asked for as its reviewer would find it.
  let count = 0;
  for (const { id } of reviews) {
    const own = await ownReview(ports)(person.actor, id);
    if (own.ok && !own.value.conflict && ['assigned', 'reviewing'].includes(own.value.file.review.status))
      count += 1;
  }
  if (count === 0) return 0;
  const { email, name, language } = person.account;
  const message = {
    id: deriveId(
      'reminder-review',
      round.id,
      mark.isLate ? 'late' : '',
      String(mark.days),
      round.reviewDue,
      person.account.id,
    ),
    kind: mark.isLate ? ('reminder-review-late' as const) : ('reminder-review' as const),
    about: `round#${round.id}`,
    roundId: round.id,
    to: { address: email, name },
    language,
    values: {
      round: inLanguage(round.name, language),
      count: String(count),
      days: String(mark.days),
      until: instantsOf(round).reviewDue.toISOString(),
      zone: round.zone,
      path: 'reviews',
    },
  };
  const saved = await ports.messages.save(queueMessage(message, 'system:reminders', ports.clock()));
  return saved.ok ? 1 : 0;
};
