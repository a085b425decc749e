import type { KnownPerson } from '../accounts/account.port.ts';
import type { Roles } from '../accounts/role.port.ts';
import { type Application, receiptNumber } from '../applications/application.ts';
import type { ConflictKind } from '../conflicts/conflict-kind.ts';
import { keptBy } from '../conflicts/finding.ts';
import { isReviewerOf, isStaff, type Person } from '../kernel/actor.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { instantOf } from '../kernel/zoned-time.ts';
import type { Rounds } from '../programs/round.port.ts';
import { leadingAsia, type Round } from '../programs/round.ts';
import { isBeforeReviewers, owedBy } from '../reviews/before-reviewers.ts';
import type { Review } from '../reviews/review.ts';
import { reviewerConflicts } from '../reviews/reviewer-conflicts.ts';
import { nameOf } from '../reviews/reviewer-names.ts';
import { staffClearance } from '../reviews/staff-clearance.ts';
import { roundReviews, type StandingReviewsPorts } from '../reviews/standing-reviews.ts';
import type { Agenda } from './agenda.ts';
import type { AgendaItem } from './agenda-classes.ts';
import { type AgendaOrder, orderAgenda } from './agenda-order.ts';
import type { RoundDiscussions } from './discussion.port.ts';
import type { Voice } from './discussion.ts';

export type MeetingPorts = StandingReviewsPorts & {
  rounds: Pick<Rounds, 'find'>;
  roles: Pick<Roles, 'staffOf'>;
  roundDiscussions: Pick<RoundDiscussions, 'agenda'>;
};

export type Participant = {
  readonly personId: string;
  readonly name: string;
  readonly as: Voice;
  /** Told to be away by staff. */
  readonly away: boolean;
  /** Ids of applications for which they must not be in the room. */
  readonly absentFrom: ReadonlySet<string>;
};
export type MeetingItem = AgendaItem & { readonly application: Application };
export type Meeting = {
  readonly round: Round;
  /** What staff have set, or what is proposed to them until they have. */
  readonly agenda: Agenda;
  readonly isSet: boolean;
  readonly starts: Date;
  readonly participants: readonly Participant[];
  /** Every application in review, on the agenda or left out. */
  readonly applications: readonly Application[];
  /** Without those set aside. */
  readonly reviews: readonly Review[];
  readonly order: AgendaOrder<MeetingItem>;
};

const usualMinutes = 10;

/** Until staff set one: the day on which reviews are due, at the hour they are due, ten minutes each. */
const proposedAgenda = ({ id, reviewDue }: Round): Agenda => ({
  roundId: id,
  version: 1,
  startsAt: reviewDue,
  minutes: usualMinutes,
  leftOut: [],
  away: [],
  savedAt: new Date(0).toISOString(),
  savedBy: 'nobody',
});

/**
 * A round's meeting as the conflicts of this moment make it. Who takes part: staff, and the round's reviewers, whether a
 * review of theirs is in or not: so who is listed tells nothing of an application. Someone is out for what they conflict with, and for what they have yet to review. Linear in the round's size, and
 * three reads for each participant.
 */
export const meetingOf =
  (ports: MeetingPorts) =>
  async (roundId: string): Promise<Result<Meeting, NotFound>> => {
    const sent = ports.applications.allSent(roundId);
    const [round, set, listed, { reviews }, seated] = await Promise.all([
      ports.rounds.find(roundId),
      ports.roundDiscussions.agenda(roundId),
      sent,
      roundReviews(ports)(roundId, { sent }),
      seatedAt(ports, roundId, sent),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const agenda = set ?? proposedAgenda(round);
    const applications = listed.filter(isBeforeReviewers);
    const away = new Set(agenda.away);
    const participants = seated.map((one) => participantOf(one, { applications, reviews, away }));
    const leftOut = new Set(agenda.leftOut);
    const present = participants.filter((one) => !one.away);
    const items = applications
      .filter(({ id }) => !leftOut.has(id))
      .map((application) => ({
        id: application.id,
        receipt: receiptNumber(application.id),
        application,
        absent: present
          .filter(({ absentFrom }) => absentFrom.has(application.id))
          .map(({ personId }) => personId),
      }));
    return ok({
      round,
      agenda,
      isSet: set !== undefined,
      starts: instantOf(agenda.startsAt, round.zone),
      participants: participants.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      applications,
      reviews,
      order: orderAgenda(items),
    });
  };

type Seated = {
  readonly known: KnownPerson;
  readonly conflict: (application: Application) => ConflictKind | undefined;
};

/** Staff and reviewers, each once, with what keeps them from an application. */
const seatedAt = async (
  ports: MeetingPorts,
  roundId: string,
  sent: Promise<readonly Application[]>,
): Promise<readonly Seated[]> => {
  const [reviewerIds, staff] = await Promise.all([
    ports.people.reviewersOf(roundId),
    ports.roles.staffOf(leadingAsia),
  ]);
  const ids = new Set([...reviewerIds, ...staff.map(({ personId }) => personId)]);
  const found = await Promise.all([...ids].map((id) => ports.people.find(id)));
  const seated = new Map(found.flatMap((known) => (known ? [[known.account.id, known] as const] : [])));
  return Promise.all(
    [...seated.values()].map(async (known) => ({
      known,
      conflict: await conflictIn(ports, known.actor, roundId, sent),
    })),
  );
};

type About = {
  readonly applications: readonly Application[];
  readonly reviews: readonly Review[];
  readonly away: ReadonlySet<string>;
};

const participantOf = ({ known, conflict }: Seated, { applications, reviews, away }: About): Participant => {
  const { actor } = known;
  const owed = owedBy(actor, reviews);
  const out = applications.filter((application) => owed.has(application.id) || conflict(application));
  return {
    personId: actor.personId,
    name: nameOf(known),
    as: isStaff(actor) ? 'staff' : 'reviewer',
    away: away.has(actor.personId),
    absentFrom: new Set(out.map(({ id }) => id)),
  };
};

/** What keeps someone from an application under any of their roles, asked once for a round. */
const conflictIn = async (
  ports: MeetingPorts,
  person: Person,
  roundId: string,
  sent: Promise<readonly Application[]>,
): Promise<Seated['conflict']> => {
  if (!isReviewerOf(person, roundId)) return staffClearance(ports)(person, roundId);
  const conflicts = await reviewerConflicts(ports)(person, roundId, sent);
  return (application) => keptBy(conflicts(application));
};
