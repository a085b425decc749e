import { type Actor, isSelf, type Person } from '../kernel/actor.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { AskedAlumni } from './asked-alumni.port.ts';
import type { Introduction } from './introduction.ts';

type Ports = { directory: Pick<PartnershipDirectory, 'claim'> };
export type SidePorts = Ports & { alumni: Pick<AskedAlumni, 'find'> };

/** Those of the person's organisations, as owner or editor, whose claim on the partnership staff have verified. */
export const coordinatedBy = async (
  { directory }: Ports,
  { roles }: Person,
  partnershipId: string,
): Promise<readonly string[]> => {
  const ids = roles.flatMap((role) =>
    role.kind === 'member' && role.as !== 'viewer' ? [role.organisationId] : [],
  );
  const claims = await Promise.all(ids.map((id) => directory.claim(partnershipId, id)));
  return claims.flatMap((claim) => (claim?.status === 'verified' ? [claim.organisationId] : []));
};

/** What a chapter lead asked for is for every organisation of the partnership to see, until one has said yes. */
export const isOfOrganisations = (
  { organisationId }: Pick<Introduction, 'organisationId'>,
  organisations: readonly string[],
): boolean =>
  organisations.length > 0 && (organisationId === undefined || organisations.includes(organisationId));

/** From which side somebody looks at an introduction. */
export type Side =
  | { readonly side: 'alum' }
  | { readonly side: 'coordinator'; readonly organisations: readonly string[] }
  | { readonly side: 'lead' };

/**
 * The alum first: who coordinates a partnership and was asked for it answers for themselves. A lead of the chapter that asked, while
 * the alum lets it see them. Undefined for anybody else.
 */
export const sideOf = async (
  ports: SidePorts,
  actor: Actor,
  introduction: Introduction,
): Promise<Side | undefined> => {
  if (actor.kind !== 'person') return undefined;
  if (isSelf(actor, introduction.personId)) return { side: 'alum' };
  const organisations = await coordinatedBy(ports, actor, introduction.partnershipId);
  if (isOfOrganisations(introduction, organisations)) return { side: 'coordinator', organisations };
  const { asked, chapter } = introduction;
  const isLead = actor.roles.some((role) => role.kind === 'lead' && role.chapterId === chapter);
  if (asked.as !== 'lead' || !isLead) return undefined;
  const alum = await ports.alumni.find(introduction.personId);
  return alum?.consents.chapter.given && alum.chapter === chapter ? { side: 'lead' } : undefined;
};
