import * as z from 'zod';
import { type Actor, idsOf, isSelf, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { allOf } from '../kernel/page.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { blockEvent, blockIn, placesAfter, unblockIn } from './alum-requests.ts';
import type { Introductions } from './introduction.port.ts';
import { isOpen, isShared } from './introduction.ts';
import { endedFor } from './introduction-steps.ts';

export const blockSchema = z.strictObject({ blocked: z.boolean() });

type Ports = {
  introductions: Pick<Introductions, 'find' | 'many' | 'ofPerson' | 'requestsOf' | 'save' | 'saveRequests'>;
};
type Of = { introductionId: string };
type Blocked = { readonly partnershipId: string; readonly blocked: boolean };

const own = async ({ introductions }: Ports, actor: Actor, { introductionId }: Of) => {
  const found = await introductions.find(introductionId);
  return found && actor.kind === 'person' && isSelf(actor, found.personId)
    ? { found, person: actor satisfies Person }
    : undefined;
};

/**
 * The alum hears nothing more of the partnership behind this introduction, and whatever stands with the partnership is ended. It
 * is told what it would be told of a no. Linear in what the alum was ever asked.
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
    const done = { partnershipId, blocked: true };
    const others = () => endOthers(ports, person, { partnershipId, at });
    if (earlier?.blocked.includes(partnershipId) && !change) {
      const ended = await others();
      return ended.ok ? ok(done) : ended;
    }
    const left = change ? placesAfter(earlier, change.introduction, at) : undefined;
    const blocked = blockIn(left ?? earlier, { personId, partnershipId }, at);
    // One version on from what is stored, however many changes it holds.
    const requests = { ...blocked, version: (earlier?.version ?? 0) + 1 };
    const told = blockEvent(requests, { partnershipId, blocked: true }, { by: person.personId, at });
    const saved = await (change
      ? ports.introductions.save({ ...change, requests, events: [...change.events, told] })
      : ports.introductions.saveRequests({ requests, events: [told] }));
    // Nobody asks any more from here on: what is found now is all there is.
    const ended = saved.ok ? await others() : saved;
    return ended.ok ? ok(done) : ended;
  };

/** What else stands with the partnership, asked before or since, under any of the alum's accounts. */
const endOthers = async (
  { introductions }: Ports,
  person: Person,
  { partnershipId, at }: { partnershipId: string; at: Date },
): Promise<Result<void, Conflict | NotFound>> => {
  for (const personId of idsOf(person)) {
    const marks = await allOf((position) => introductions.ofPerson(personId, position));
    const standing = marks.filter(
      (one) => one.partnershipId === partnershipId && (isOpen(one) || isShared(one.status)),
    );
    for (const one of await introductions.many(standing.map(({ id }) => id))) {
      const change = endedFor(one, { by: person.personId, at }, 'all');
      if (!change) continue;
      const requests = placesAfter(await introductions.requestsOf(personId), change.introduction, at);
      const saved = await introductions.save({ ...change, requests });
      if (!saved.ok) return saved;
    }
  }
  return ok(undefined);
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
