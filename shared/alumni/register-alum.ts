import type { PersonProfiles } from '../conflicts/person-profile.port.ts';
import { profileChange } from '../conflicts/profile-change.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import type { NewId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import type { AlumDrafts, Alumni } from './alum.port.ts';
import { type Alum, registerAlum as registered } from './alum.ts';
import type { Registration } from './alum-draft.ts';
import { withChapter, withPlaces } from './alum-profile.ts';
import { ownAlum } from './own-alum.ts';

type Ports = {
  alumni: Pick<Alumni, 'many' | 'save'>;
  drafts: Pick<AlumDrafts, 'forget'>;
  profiles: Pick<PersonProfiles, 'find'>;
  newId: NewId;
};
type Input = Registration & { profileVersion: number };
type Failures = NotFound | InvalidInput | Stale | Conflict;

/**
 * Somebody registers as an alum: where they served and live becomes their profile's, from which conflicts are computed too;
 * what they offer and agree to stands beside it. Nobody gets mail, and nobody is matched who did not agree to it. A second
 * click finds it done.
 */
export const registerAlum =
  ({ alumni, drafts, profiles, newId }: Ports): UseCase<Input, { alum: Alum }, Failures> =>
  async (actor, { profileVersion: version, nameJa, placements, home, offer, choices }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const { personId } = actor;
    const [before, earlier] = await Promise.all([ownAlum(alumni, actor), profiles.find(personId)]);
    if (before) return ok({ alum: before });
    if (!placements?.length || !home || !offer || !choices)
      return fail({ kind: 'invalid-input', fields: missing({ placements, home, offer, choices }) });

    const places = withPlaces(earlier, { placements, home, nameJa: nameJa ?? earlier?.nameJa ?? '' });
    const written = withChapter(places, undefined, offer.chapter);
    const profile = profileChange(earlier, { personId, version, written }, receivedAt);
    if (!profile.ok) return profile;
    const change = registered({ personId, alumId: newId(), offer, choices }, receivedAt);
    const saved = await alumni.save({ ...change, profile: profile.value });
    if (!saved.ok) return saved;
    // The table would forget it too; but it says who somebody is, and has done its work.
    await drafts.forget(personId);
    return ok({ alum: change.alum });
  };

const missing = (pages: Pick<Registration, 'placements' | 'home' | 'offer' | 'choices'>) =>
  Object.entries(pages)
    .filter(([, page]) => !page || (Array.isArray(page) && page.length === 0))
    .map(([path]) => ({ path, code: 'required' }));
