import * as z from 'zod';
import { type Actor, isSelf, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { blockEvent, blockIn, placesAfter, unblockIn } from './alum-requests.ts';
import type { Introductions } from './introduction.port.ts';
import { endedFor } from './introduction-steps.ts';

export const blockSchema = z.strictObject({ blocked: z.boolean() });

type Ports = { introductions: Pick<Introductions, 'find' | 'requestsOf' | 'save' | 'saveRequests'> };
type Of = { introductionId: string };
type Blocked = { readonly partnershipId: string; readonly blocked: boolean };

const own = async ({ introductions }: Ports, actor: Actor, { introductionId }: Of) => {
  const found = await introductions.find(introductionId);
  return found && actor.kind === 'person' && isSelf(actor, found.personId)
    ? { found, person: actor satisfies Person }
    : undefined;
};

/**
 * The alum hears nothing more of the partnership behind this introduction, and what stands with it is ended. The partnership
 * is told what it would be told of a no.
 */
const block =
  (ports: Ports): UseCase<Of, Blocked, NotFound | Conflict> =>
  async (actor, of, { receivedAt: at }) => {
    const mine = await own(ports, actor, of);
    if (!mine) return fail({ kind: 'not-found' });
    const { found, person } = mine;
    const { personId, partnershipId } = found;
    const earlier = await ports.introductions.requestsOf(personId);
    const change = endedFor(found, { by: person.personId, at }, 'all');
    if (earlier?.blocked.includes(partnershipId) && !change) return ok({ partnershipId, blocked: true });
    const left = change ? placesAfter(earlier, change.introduction, at) : undefined;
    const blocked = blockIn(left ?? earlier, { personId, partnershipId }, at);
    // One version on from what is stored, however many changes it holds.
    const requests = { ...blocked, version: (earlier?.version ?? 0) + 1 };
    const told = blockEvent(requests, { partnershipId, blocked: true }, { by: person.personId, at });
    const saved = await (change
      ? ports.introductions.save({ ...change, requests, events: [...change.events, told] })
      : ports.introductions.saveRequests({ requests, events: [told] }));
    return saved.ok ? ok({ partnershipId, blocked: true }) : saved;
  };

/** The partnership may ask again, once it has rested. */
const unblock =
  (ports: Ports): UseCase<Of, Blocked, NotFound | Conflict> =>
  async (actor, of, { receivedAt: at }) => {
    const mine = await own(ports, actor, of);
    if (!mine) return fail({ kind: 'not-found' });
    const { personId, partnershipId } = mine.found;
    const earlier = await ports.introductions.requestsOf(personId);
    if (!earlier?.blocked.includes(partnershipId)) return ok({ partnershipId, blocked: false });
    const requests = unblockIn(earlier, { personId, partnershipId }, at);
    const told = blockEvent(requests, { partnershipId, blocked: false }, { by: mine.person.personId, at });
    const saved = await ports.introductions.saveRequests({ requests, events: [told] });
    return saved.ok ? ok({ partnershipId, blocked: false }) : saved;
  };

/** The alum blocks the partnership behind an introduction, or lets it ask again. Nobody gets mail. */
export const blockPartnership =
  (ports: Ports): UseCase<Of & z.output<typeof blockSchema>, Blocked, NotFound | Conflict> =>
  (actor, { blocked, ...of }, call) =>
    (blocked ? block : unblock)(ports)(actor, of, call);
