import type { PersonProfiles } from '../conflicts/person-profile.port.ts';
import { isWritten, profileChange } from '../conflicts/profile-change.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Alumni } from './alum.port.ts';
import { type SaidPlaces, withPlaces } from './alum-profile.ts';
import { ownAlum } from './own-alum.ts';

type Ports = { alumni: Pick<Alumni, 'many'>; profiles: Pick<PersonProfiles, 'find' | 'save'> };
type Input = SaidPlaces & { version: number };
type Failures = NotFound | InvalidInput | Stale | Conflict;

/**
 * A registered alum corrects where they served or live. `version` is the profile's. What is removed counts for conflicts of
 * interest until staff have settled it, as for any reviewer.
 */
export const savePlaces =
  ({ alumni, profiles }: Ports): UseCase<Input, { profileVersion: number }, Failures> =>
  async (actor, { version, ...places }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const alum = await ownAlum(alumni, actor);
    if (!alum) return fail({ kind: 'not-found' });
    if (places.placements.length === 0)
      return fail({ kind: 'invalid-input', fields: [{ path: 'placements', code: 'required' }] });
    if (!places.home) return fail({ kind: 'invalid-input', fields: [{ path: 'home', code: 'required' }] });

    const { personId } = alum;
    const earlier = await profiles.find(personId);
    const writing = { personId, version, written: withPlaces(earlier, places) };
    if (isWritten(earlier, writing)) return ok({ profileVersion: earlier.version });
    const change = profileChange(earlier, writing, receivedAt);
    if (!change.ok) return change;
    const saved = await profiles.save(change.value);
    return saved.ok ? ok({ profileVersion: change.value.profile.version }) : saved;
  };
