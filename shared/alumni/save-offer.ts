import type { PersonProfiles } from '../conflicts/person-profile.port.ts';
import { profileChange, writtenOf } from '../conflicts/profile-change.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Alumni } from './alum.port.ts';
import { type Alum, changeOffer, isOffered, type Offer } from './alum.ts';
import { withChapter } from './alum-profile.ts';
import { type EndOpen, endedRequests } from './ended-requests.ts';
import { ownAlum } from './own-alum.ts';

type Ports = {
  alumni: Pick<Alumni, 'many' | 'save'>;
  profiles: Pick<PersonProfiles, 'find'>;
  endOpen: EndOpen;
};
type Input = Offer & { version: number };
type Failures = NotFound | InvalidInput | Stale | Conflict;

/**
 * A registered alum says anew what they bring and wish. Another chapter is their profile's too: conflicts of interest rest
 * on it; the one before no longer sees them from this instant, and what its leads asked ends. The same words sent again stand
 * already.
 */
export const saveOffer =
  ({ alumni, profiles, endOpen }: Ports): UseCase<Input, { alum: Alum }, Failures> =>
  async (actor, { version, ...offer }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const alum = await ownAlum(alumni, actor);
    if (!alum) return fail({ kind: 'not-found' });
    if (alum.version === version + 1 && isOffered(alum, offer)) return ok({ alum });
    const change = changeOffer(alum, offer, { by: actor.personId, version }, receivedAt);
    if (!change.ok) return change;

    const { personId } = alum;
    const moves = alum.chapter !== offer.chapter;
    const earlier = moves ? await profiles.find(personId) : undefined;
    const written = withChapter(writtenOf(earlier), alum.chapter, offer.chapter);
    const profile = moves
      ? profileChange(earlier, { personId, version: earlier?.version ?? 0, written }, receivedAt)
      : undefined;
    if (profile && !profile.ok) return profile;
    const leaves = moves && alum.chapter !== undefined;
    const ending = { at: receivedAt, asked: 'by-leads' } as const;
    const ended = leaves ? await endedRequests(endOpen, actor, alum, ending) : [];
    const saved = await alumni.save({ ...change.value, ...(profile && { profile: profile.value }), ended });
    return saved.ok ? ok({ alum: change.value.alum }) : saved;
  };
