import type * as z from 'zod';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Agenda, agendaTermsSchema } from './agenda.ts';
import type { RoundDiscussions } from './discussion.port.ts';
import { type MeetingPorts, meetingOf } from './meeting.ts';
import { outFor } from './view-agenda.ts';

type Ports = MeetingPorts & { roundDiscussions: Pick<RoundDiscussions, 'agenda' | 'saveAgenda'> };
/** `version` is the agenda's as it was seen; 0 where none was set. */
type Input = z.output<typeof agendaTermsSchema> & {
  roundId: string;
  applicationIds: readonly string[];
  awayIds: readonly string[];
  version: number;
};

/**
 * Staff choose what is discussed, who stays away, when it starts and how long each takes; the order follows from the
 * conflicts. What this person is kept from stays on the agenda or off it as it was. Nobody gets mail.
 */
export const setAgenda =
  (ports: Ports): UseCase<Input, Agenda, NotFound | Conflict | Stale | InvalidInput> =>
  async (actor, { roundId, applicationIds, awayIds, startsAt, minutes, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await meetingOf(ports)(roundId);
    if (!found.ok) return found;
    const { agenda: earlier, isSet, applications, participants } = found.value;
    const out = outFor(found.value, actor.personId);
    if (!out) return fail({ kind: 'not-found' });
    const chosen = new Set(applicationIds);
    const before = new Set(earlier.leftOut);
    const leftOut = applications
      .map(({ id }) => id)
      .filter((id) => (out.has(id) ? before.has(id) : !chosen.has(id)))
      .sort();
    const known = new Set(participants.map(({ personId }) => personId));
    const away = [...new Set(awayIds)].filter((id) => known.has(id)).sort();
    const set = { startsAt, minutes, leftOut, away };
    // The same agenda sent again, as by a second click: it stands already.
    if (isSet && earlier.version === version + 1 && isSame(earlier, set)) return ok(earlier);
    const current = isSet ? earlier.version : 0;
    if (version !== current) return fail({ kind: 'stale', current });

    const at = receivedAt.toISOString();
    const agenda = { ...set, roundId, version: current + 1, savedAt: at, savedBy: actor.personId };
    const event: DomainEvent = {
      id: `${roundId}/agenda/${agenda.version}`,
      subject: `round#${roundId}`,
      type: 'agenda-set',
      at,
      by: actor.personId,
      data: { version: agenda.version },
    };
    const saved = await ports.roundDiscussions.saveAgenda({ agenda, events: [event] });
    return saved.ok ? ok(agenda) : saved;
  };

type Choice = Pick<Agenda, 'startsAt' | 'minutes' | 'leftOut' | 'away'>;
const isSame = (a: Choice, b: Choice) =>
  a.startsAt === b.startsAt &&
  a.minutes === b.minutes &&
  a.leftOut.join() === b.leftOut.join() &&
  a.away.join() === b.away.join();
