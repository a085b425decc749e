import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Alumni } from './alum.port.ts';
import { type Alum, decideConsents as decided } from './alum.ts';
import { type Choices, isDecided } from './consent.ts';
import { type EndOpen, endedRequests } from './ended-requests.ts';
import { ownAlum } from './own-alum.ts';

type Ports = { alumni: Pick<Alumni, 'many' | 'save'>; endOpen: EndOpen };
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
    const { withdrawn } = change.value;
    const asked = withdrawn.includes('matched')
      ? ('by-anyone' as const)
      : withdrawn.includes('chapter') && ('by-leads' as const);
    const ended = asked ? await endedRequests(endOpen, actor, alum, { at: receivedAt, asked }) : [];
    const saved = await alumni.save({ ...change.value, ended });
    return saved.ok ? ok({ alum: change.value.alum }) : saved;
  };
