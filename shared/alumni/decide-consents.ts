import type { endOpenOf } from '../introductions/end-introductions.ts';
import { idsOf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Alumni } from './alum.port.ts';
import { type Alum, decideConsents as decided } from './alum.ts';
import { type Choices, isDecided } from './consent.ts';
import { ownAlum } from './own-alum.ts';

type Ports = {
  alumni: Pick<Alumni, 'many' | 'save'>;
  /** What waits for the alum's answer, ended. */
  endOpen: ReturnType<typeof endOpenOf>;
};
type Input = Choices & { version: number };
type Failures = NotFound | Stale | Conflict;

/**
 * An alum gives and withdraws consents, one by one. What is withdrawn counts at once: every list leaves them out from this
 * instant, and where they no longer wish to be matched, what they were asked is ended with it; where their chapter may no longer see
 * them, what its leads asked. Nobody is told why.
 */
export const decideConsents =
  ({ alumni, endOpen }: Ports): UseCase<Input, { alum: Alum }, Failures> =>
  async (actor, { version, ...choices }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const alum = await ownAlum(alumni, actor);
    if (!alum) return fail({ kind: 'not-found' });
    if (alum.version === version + 1 && isDecided(alum.consents, choices)) return ok({ alum });
    const change = decided(alum, choices, { by: actor.personId, version }, receivedAt);
    if (!change.ok) return change;
    const act = { by: actor.personId, at: receivedAt };
    const { withdrawn } = change.value;
    const ends = withdrawn.includes('matched') ? 'by-anyone' : withdrawn.includes('chapter') && 'by-leads';
    // What an account was asked that became part of this one waits under its own id.
    const all = ends ? await Promise.all(idsOf(actor).map((id) => endOpen(id, act, ends))) : [];
    const ended = all.filter(
      ({ requests, changes }) => requests.personId === alum.personId || changes.length > 0,
    );
    const saved = await alumni.save({ ...change.value, ended });
    return saved.ok ? ok({ alum: change.value.alum }) : saved;
  };
