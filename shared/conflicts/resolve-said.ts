import type { SaidPlace } from './japanese-place.ts';
import type { PersonProfile, ProfileDetails } from './person-profile.ts';
import type { Placement, SaidPlacement } from './placement.ts';
import { resolveEmployer } from './resolve-employer.ts';
import { resolvePlace } from './resolve-place.ts';

const placementOf = ({
  role,
  from,
  to,
  contractingOrganisation: employer,
  ...said
}: SaidPlacement): Placement => {
  const place = resolvePlace(said satisfies SaidPlace);
  return {
    place,
    role,
    from,
    ...(to !== undefined && { to }),
    ...(employer && { contractingOrganisation: resolveEmployer(employer, place) }),
  };
};

/** Home and placements as they are stored, from how a person writes them: each town looked up. */
export const resolved = ({
  home,
  placements,
}: Pick<ProfileDetails, 'home' | 'placements'>): Pick<PersonProfile, 'home' | 'placements'> => ({
  ...(home && { home: home.in === 'japan' ? { in: 'japan', place: resolvePlace(home) } : home }),
  placements: placements.map(placementOf),
});
