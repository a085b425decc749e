import { coordinatedBy } from '../introductions/coordination.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { chaptersOfState } from '../reference/jetaa-chapters.ts';

export type SightPorts = { directory: Pick<PartnershipDirectory, 'find' | 'claim'> };

/** As what somebody looks at a partnership's alumni. */
export type MatchSight = 'coordinator' | 'lead' | 'staff';

/**
 * Whether somebody may see who fits a partnership: who coordinates it for an organisation whose claim is verified, the leads of
 * chapters that cover its state or a part of it, and staff. Undefined for anybody else, and for a pair that is only proposed.
 */
export const matchSight = async (
  ports: SightPorts,
  actor: Actor,
  partnershipId: string,
): Promise<{ readonly partnership: Partnership; readonly as: MatchSight } | undefined> => {
  if (actor.kind !== 'person') return undefined;
  const [partnership, organisations] = await Promise.all([
    ports.directory.find(partnershipId),
    coordinatedBy(ports, actor, partnershipId),
  ]);
  if (!partnership || partnership.standing === 'proposed') return undefined;
  if (organisations.length > 0) return { partnership, as: 'coordinator' };
  const chapters = new Set(chaptersOfState(partnership.us.region).map(({ id }) => id));
  if (actor.roles.some((role) => role.kind === 'lead' && chapters.has(role.chapterId)))
    return { partnership, as: 'lead' };
  return isStaff(actor) ? { partnership, as: 'staff' } : undefined;
};
