import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import { idSchema } from '../kernel/ids.ts';
import type { Introduction } from './introduction.ts';

/** How many requests an alum bears at once, whatever they wish. */
export const mostOpen = 3;
/** Days after the last one for an answer in which a partnership does not ask an alum again, for whatever reason. */
export const restDays = 180;
const dayMs = 86_400_000;

/**
 * An alum's places for requests, one item for each person: whoever asks takes one under its version, so that no number of
 * requests in one instant goes over the limit. A place whose request has expired is free by the clock.
 */
export const alumRequestsSchema = z.object({
  personId: idSchema,
  version: z.int().positive(),
  open: z
    .array(z.object({ introductionId: idSchema, partnershipId: idSchema, expiresAt: z.iso.datetime() }))
    .readonly(),
  /** Partnerships that may not ask until then. */
  resting: z.array(z.object({ partnershipId: idSchema, until: z.iso.datetime() })).readonly(),
  /** Partnerships that the alum does not wish to hear from. */
  blocked: z.array(idSchema).readonly(),
});
export type AlumRequests = z.output<typeof alumRequestsSchema>;

/** Places that change by themselves, with what tells of it: lists of alumni follow events. */
export type RequestsChange = { readonly requests: AlumRequests; readonly events: readonly DomainEvent[] };

const after = (instant: string | Date, days: number) =>
  new Date(new Date(instant).getTime() + days * dayMs).toISOString();

/** The next version with what has expired or rested long enough put right. */
const nextOf = (earlier: AlumRequests | undefined, personId: string, now: Date): AlumRequests => {
  const { version = 0, open = [], resting = [], blocked = [] } = earlier ?? {};
  const at = now.toISOString();
  const expired = open.filter(({ expiresAt }) => expiresAt <= at);
  const rests = [
    ...resting,
    ...expired.map(({ partnershipId, expiresAt }) => ({ partnershipId, until: restAfter(expiresAt) })),
  ];
  return {
    personId,
    version: version + 1,
    open: open.filter(({ expiresAt }) => expiresAt > at),
    resting: rests.filter(({ until }) => until > at),
    blocked,
  };
};

type Place = { readonly introductionId: string; readonly partnershipId: string; readonly expiresAt: string };
type Asked = {
  readonly personId: string;
  readonly place: Place;
  readonly most: number;
  /** Their places under accounts that became part of this one: what waits there, rests or is blocked counts, too. */
  readonly elsewhere?: readonly AlumRequests[];
};

/**
 * A place taken for one more request; undefined where there is none for it: all taken, blocked, asked already or not long ago.
 * Which of these is nobody's to know. `most` is how many the alum wishes to bear.
 */
export const takePlace = (
  earlier: AlumRequests | undefined,
  { personId, place, most, elsewhere = [] }: Asked,
  now: Date,
): AlumRequests | undefined => {
  const next = nextOf(earlier, personId, now);
  const { partnershipId } = place;
  const all = [next, ...elsewhere.map((one) => nextOf(one, one.personId, now))];
  const isKnown = all.some(
    ({ blocked, open, resting }) =>
      blocked.includes(partnershipId) ||
      [...open, ...resting].some((one) => one.partnershipId === partnershipId),
  );
  const waiting = all.reduce((sum, { open }) => sum + open.length, 0);
  if (isKnown || waiting >= Math.min(mostOpen, most)) return undefined;
  return { ...next, open: [...next.open, place] };
};

/** A request that is answered or taken back leaves its place. `rest`: until when the partnership may not ask again. */
export const leavePlace = (
  earlier: AlumRequests | undefined,
  { personId, introductionId, rest }: { personId: string; introductionId: string; rest?: string },
  now: Date,
): AlumRequests => {
  const left = earlier?.open.find((one) => one.introductionId === introductionId);
  const next = nextOf(earlier, personId, now);
  const open = next.open.filter((one) => one.introductionId !== introductionId);
  if (!left || !rest || rest <= now.toISOString()) return { ...next, open };
  const others = next.resting.filter((one) => one.partnershipId !== left.partnershipId);
  return { ...next, open, resting: [...others, { partnershipId: left.partnershipId, until: rest }] };
};

/** Said yes to a chapter's request: it keeps its place until the partnership has answered, or until then. */
const keepPlace = (
  earlier: AlumRequests | undefined,
  { personId, id, expiresAt }: Introduction,
  now: Date,
): AlumRequests => {
  const next = nextOf(earlier, personId, now);
  const open = next.open.map((one) => (one.introductionId === id ? { ...one, expiresAt } : one));
  return { ...next, open };
};

/** The alum's places once an introduction of theirs stands as it does now. */
export const placesAfter = (
  earlier: AlumRequests | undefined,
  introduction: Introduction,
  now: Date,
): AlumRequests => {
  const { id: introductionId, personId, status, expiresAt } = introduction;
  if (status === 'accepted') return keepPlace(earlier, introduction, now);
  // Asking, taking back and asking again would be a way around the limit of mails.
  const rest = status === 'withdrawn' ? expiresAt : restAfter(expiresAt);
  return leavePlace(earlier, { personId, introductionId, rest }, now);
};

/** Until when a partnership rests, whatever came of its request: counted from an answer, it would tell a no from none. */
export const restAfter = (expiresAt: string): string => after(expiresAt, restDays);

/** The alum hears nothing more of this partnership. */
export const blockIn = (
  earlier: AlumRequests | undefined,
  { personId, partnershipId }: { personId: string; partnershipId: string },
  now: Date,
): AlumRequests => {
  const next = nextOf(earlier, personId, now);
  return { ...next, blocked: [...new Set([...next.blocked, partnershipId])] };
};

/** The partnership may ask again. */
export const unblockIn = (
  earlier: AlumRequests | undefined,
  { personId, partnershipId }: { personId: string; partnershipId: string },
  now: Date,
): AlumRequests => {
  const next = nextOf(earlier, personId, now);
  return { ...next, blocked: next.blocked.filter((one) => one !== partnershipId) };
};

/** That the alum heard enough of a partnership, or lets it ask again: for their own history, and for lists. */
export const blockEvent = (
  { personId, version }: AlumRequests,
  { partnershipId, blocked }: { partnershipId: string; blocked: boolean },
  { by, at }: { by: string; at: Date },
): DomainEvent => ({
  id: `${personId}/alum-requests/${version}`,
  subject: `person#${personId}`,
  type: blocked ? 'alum-partnership-blocked' : 'alum-partnership-unblocked',
  at: at.toISOString(),
  by,
  data: { partnershipId },
});

/**
 * All places given back at once, as when nobody may ask any more, or those of some requests. Its new version refuses whoever asks
 * in the same instant.
 */
export const leaveAll = (
  earlier: AlumRequests | undefined,
  { personId, only }: { personId: string; only?: readonly string[] | undefined },
  now: Date,
): AlumRequests => {
  const next = nextOf(earlier, personId, now);
  const ends = ({ introductionId }: Place) => only === undefined || only.includes(introductionId);
  const rests = next.open.filter(ends).map(({ partnershipId, expiresAt }) => ({
    partnershipId,
    until: restAfter(expiresAt),
  }));
  return { ...next, open: next.open.filter((one) => !ends(one)), resting: [...next.resting, ...rests] };
};
