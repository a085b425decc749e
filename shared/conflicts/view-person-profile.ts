import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PersonProfiles } from './person-profile.port.ts';
import type { PersonProfile } from './person-profile.ts';

type Ports = { profiles: Pick<PersonProfiles, 'find'> };
export type OwnProfile = { readonly version: number; readonly profile: PersonProfile | undefined };

/** One's own profile; version 0 until it is written. */
export const viewPersonProfile =
  ({ profiles }: Ports): UseCase<unknown, OwnProfile, NotFound> =>
  async (actor) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const profile = await profiles.find(actor.personId);
    return ok({ version: profile?.version ?? 0, profile });
  };
