import type { UseCase } from '../kernel/endpoint.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { DiscussionClosed } from './discussion.errors.ts';
import type { Discussions } from './discussion.port.ts';
import type { Notes } from './discussion.ts';
import { type SeatPorts, seatAt } from './seat.ts';
import { leads } from './view-discussion.ts';

type Ports = SeatPorts & { discussions: Pick<Discussions, 'notes' | 'saveNotes'> };
/** `keep` adds this version to the kept ones; an autosave does not. */
type Input = { applicationId: string; text: string; keep: boolean; version: number };
type SavedNotes = { readonly version: number; readonly savedAt: string };

/**
 * The lead or staff write down what the meeting said, while the discussion is open. A version is kept when its writer
 * says so, and when somebody else goes on from it. Nobody gets mail; no applicant ever reads them.
 */
export const saveNotes =
  (ports: Ports): UseCase<Input, SavedNotes, NotFound | Conflict | Stale | DiscussionClosed> =>
  async (actor, { applicationId, text, keep, version }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const [found, earlier] = await Promise.all([
      seatAt(ports)(actor, applicationId),
      ports.discussions.notes(applicationId),
    ]);
    if (!found.ok) return found;
    const { open, as } = found.value;
    if (as !== 'staff' && !leads(found.value)) return fail({ kind: 'not-found' });
    // The same words sent again, as by a second click: they stand already.
    const { personId: by } = actor;
    if (
      earlier?.version === version + 1 &&
      earlier.by === by &&
      earlier.text === text &&
      (earlier.kept || !keep)
    )
      return ok({ version: earlier.version, savedAt: earlier.at });
    if (!open) return fail({ kind: 'discussion-closed' });
    const current = earlier?.version ?? 0;
    if (version !== current) return fail({ kind: 'stale', current });

    const at = receivedAt.toISOString();
    const notes: Notes = { applicationId, version: current + 1, by, as, at, text, kept: keep };
    const left = earlier && earlier.by !== by && !earlier.kept ? [{ ...earlier, kept: true }] : [];
    const event: DomainEvent = {
      id: `${applicationId}/meeting-notes/${notes.version}`,
      subject: `application#${applicationId}`,
      type: 'meeting-notes-kept',
      at,
      by,
      data: { version: notes.version },
    };
    const saved = await ports.discussions.saveNotes({
      notes,
      keep: [...left, ...(keep ? [notes] : [])],
      events: keep ? [event] : [],
    });
    return saved.ok ? ok({ version: notes.version, savedAt: at }) : saved;
  };
