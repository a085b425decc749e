import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { PersonProfiles } from './person-profile.port.ts';
import type { ProfileDetails } from './person-profile.ts';
import { isWritten, profileChange } from './profile-change.ts';
import { resolved } from './resolve-said.ts';
import type { OwnProfile } from './view-person-profile.ts';

type Ports = {
  profiles: Pick<PersonProfiles, 'find' | 'save'>;
  directory: Pick<PartnershipDirectory, 'find'>;
};
type Input = ProfileDetails & { version: number };
type Failures = NotFound | InvalidInput | Stale | Conflict;

/**
 * A person says where they live, served and belong. It acts at once: conflicts are computed from it at each step. What
 * they say no longer is kept beside it, and counts until staff have settled it.
 */
export const savePersonProfile =
  ({ profiles, directory }: Ports): UseCase<Input, OwnProfile, Failures> =>
  async (actor, { version, home, placements, ...said }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const { personId } = actor;
    const [earlier, known] = await Promise.all([
      profiles.find(personId),
      Promise.all(said.partnerships.map(({ partnershipId }) => directory.find(partnershipId))),
    ]);
    const fields = known.flatMap((one, at) =>
      one ? [] : [{ path: `partnerships.${at}.partnershipId`, code: 'not-a-partnership' }],
    );
    if (fields.length > 0) return fail({ kind: 'invalid-input', fields });

    const writing = { personId, version, written: { ...said, ...resolved({ home, placements }) } };
    if (isWritten(earlier, writing)) return ok({ version: earlier.version, profile: earlier });
    const change = profileChange(earlier, writing, receivedAt);
    if (!change.ok) return change;
    const saved = await profiles.save(change.value);
    return saved.ok ? ok({ version: version + 1, profile: change.value.profile }) : saved;
  };
