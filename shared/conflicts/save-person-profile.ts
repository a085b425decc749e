import { canonicalJson } from '../applications/snapshot.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { PersonProfiles } from './person-profile.port.ts';
import { maxFormer, type PersonProfile, type ProfileDetails, writeProfile } from './person-profile.ts';
import { rememberFacts } from './remember-facts.ts';
import { resolvePlace } from './resolve-place.ts';
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
  async (actor, { version, ...said }, { receivedAt }) => {
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

    const written = resolved(said);
    // The same words sent again, as by a second click: they stand already.
    if (earlier && earlier.version === version + 1 && isSame(earlier, written))
      return ok({ version: earlier.version, profile: earlier });
    const { formerly, changes } = rememberFacts(earlier, written, receivedAt);
    if (formerly.length > maxFormer)
      return fail({ kind: 'invalid-input', fields: [{ path: 'formerly', code: 'too-many-removed' }] });
    const writing = { personId, version, written: { ...written, formerly }, changes };
    const change = writeProfile(earlier, writing, receivedAt);
    if (!change.ok) return change;
    const saved = await profiles.save(change.value);
    return saved.ok ? ok({ version: version + 1, profile: change.value.profile }) : saved;
  };

type Written = Omit<PersonProfile, 'personId' | 'version' | 'savedAt' | 'formerly'>;

const resolved = ({ home, placements, ...rest }: ProfileDetails): Written => ({
  ...rest,
  ...(home && { home: home.in === 'japan' ? { in: 'japan', place: resolvePlace(home) } : home }),
  placements: placements.map(({ role, from, to, ...place }) => ({
    place: resolvePlace(place),
    role,
    from,
    ...(to !== undefined && { to }),
  })),
});

const isSame = (
  { personId: _p, version: _v, savedAt: _s, formerly: _f, ...stored }: PersonProfile,
  written: Written,
) => canonicalJson(stored) === canonicalJson(written);
