import { type Application, receiptNumber } from '../applications/application.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import { disagreementFrom, figuresOf } from '../ranking/round-figures.ts';
import { type SeenRoundPorts, seenRound } from '../ranking/seen-round.ts';
import type { Agenda } from './agenda.ts';
import { timelineFor } from './agenda-timeline.ts';
import type { Voice } from './discussion.ts';
import { type Meeting, type MeetingPorts, meetingOf } from './meeting.ts';

export type AgendaChoice = Pick<Application, 'id' | 'title' | 'pair'> & {
  readonly receipt: string;
  readonly chosen: boolean;
  /** Points between the highest and the lowest review; absent with fewer than two. */
  readonly spread?: number | undefined;
  readonly disagree: boolean;
};
/** An application on the agenda, or time the reader spends outside: then nothing more is said. */
export type AgendaPart = {
  readonly from: string;
  readonly until: string;
  readonly item?: (Pick<Application, 'id' | 'title' | 'pair'> & { readonly receipt: string }) | undefined;
  /** Names of who goes out before it, and of who comes in again. */
  readonly leave: readonly string[];
  readonly back: readonly string[];
};
export type AgendaView = {
  readonly round: Round;
  readonly agenda: Pick<Agenda, 'startsAt' | 'minutes'>;
  /** 0 until staff have set one. */
  readonly version: number;
  readonly parts: readonly AgendaPart[];
  readonly backAtEnd: readonly string[];
  /** How often somebody else leaves in what the reader is there for. */
  readonly absences: number;
  /** Whether no order of the whole meeting has fewer; proven. */
  readonly isLeast: boolean;
  /** What there is to choose from, by receipt. */
  readonly choices: readonly AgendaChoice[];
  readonly people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly as: Voice;
    readonly away: boolean;
  }[];
};

/** Another choice than what stands, for staff to save or leave: what reviewers disagree on, or the ranking's band. */
export const agendaChoices = ['disagreement', 'discuss'] as const;
export type AgendaChoose = (typeof agendaChoices)[number];
type Input = { roundId: string; choose?: AgendaChoose | undefined };

/** Ids of what this member of staff must not know to be discussed; undefined where they are not known to take part. */
export const outFor = ({ participants }: Meeting, personId: string): ReadonlySet<string> | undefined =>
  participants.find((one) => one.personId === personId)?.absentFrom;

/**
 * The meeting's agenda for a member of staff: what they conflict with is a gap to them, in no list and no choice. The
 * ranking's bands are asked for where they are to choose, and are those of this person's scores page.
 */
export const viewAgenda =
  (ports: MeetingPorts & SeenRoundPorts): UseCase<Input, AgendaView, NotFound> =>
  async (actor, { roundId, choose }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [found, scores] = await Promise.all([
      meetingOf(ports)(roundId),
      choose === 'discuss' ? seenRound(ports)(actor, roundId) : undefined,
    ]);
    if (!found.ok) return found;
    const bands = scores?.ok ? scores.value.bands : undefined;
    const { round, agenda, isSet, starts, participants, applications, reviews, order } = found.value;
    const { startsAt, minutes } = agenda;
    const out = outFor(found.value, actor.personId);
    if (!out) return fail({ kind: 'not-found' });
    // Also someone who stays away from the meeting learns nothing of what they conflict with.
    const items = order.items.map((item) =>
      out.has(item.id) ? { ...item, absent: [...item.absent, actor.personId] } : item,
    );
    const timeline = timelineFor(items, actor.personId, { starts, minutes });
    const names = new Map(participants.map(({ personId, name }) => [personId, name]));
    const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? '').sort();
    const spreads = new Map(figuresOf(round, reviews).map((one) => [one.applicationId, one.spread]));
    const stands = new Set(order.items.map(({ id }) => id));
    return ok({
      round,
      agenda: { startsAt, minutes },
      version: isSet ? agenda.version : 0,
      parts: timeline.parts.map(({ from, until, item, leave, back }) => ({
        ...{ from, until, leave: named(leave), back: named(back) },
        ...(item && { item: described(item.application, item.receipt) }),
      })),
      backAtEnd: named(timeline.backAtEnd),
      absences: timeline.parts.reduce((sum, { leave }) => sum + leave.length, 0),
      isLeast: order.absences === order.atLeast,
      choices: applications
        .filter(({ id }) => !out.has(id))
        .map((application) => {
          const { id } = application;
          const spread = spreads.get(id);
          const disagree = spread !== undefined && spread >= disagreementFrom;
          const chosen = bands
            ? bands.get(id) === 'discuss'
            : choose === 'disagreement'
              ? disagree
              : stands.has(id);
          return { ...described(application, receiptNumber(id)), chosen, spread, disagree };
        })
        .sort((a, b) => (a.receipt < b.receipt ? -1 : 1)),
      people: participants.map(({ personId, name, as, away }) => ({ personId, name, as, away })),
    });
  };

const described = ({ id, title, pair }: Application, receipt: string) => ({ id, title, pair, receipt });
