import type { PersonProfiles } from '../conflicts/person-profile.port.ts';
import type { PersonProfile } from '../conflicts/person-profile.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { AlumDrafts, Alumni } from './alum.port.ts';
import { type Alum, alumNumber } from './alum.ts';
import type { Registration } from './alum-draft.ts';
import { ownAlum } from './own-alum.ts';

type Ports = {
  alumni: Pick<Alumni, 'many'>;
  drafts: Pick<AlumDrafts, 'find'>;
  profiles: Pick<PersonProfiles, 'find'>;
};

/** What somebody has said of themselves as an alum: registered, or what is kept until they do. */
export type OwnAlum = {
  readonly alum: Alum | undefined;
  /** How partnerships know them before they say yes to one. */
  readonly number: string | undefined;
  readonly profileVersion: number;
  readonly places: Pick<PersonProfile, 'home' | 'placements' | 'nameJa' | 'chapters'> | undefined;
  /** What was sent page by page; its version is 0 while nothing was. */
  readonly draftVersion: number;
  readonly registration: Registration;
};

/** One's own registration, wherever it is. */
export const viewAlum =
  ({ alumni, drafts, profiles }: Ports): UseCase<unknown, OwnAlum, NotFound> =>
  async (actor) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const [alum, draft, own] = await Promise.all([
      ownAlum(alumni, actor),
      drafts.find(actor.personId),
      profiles.find(actor.personId),
    ]);
    const profile = alum && alum.personId !== actor.personId ? await profiles.find(alum.personId) : own;
    return ok({
      alum,
      number: alum && alumNumber(alum.alumId),
      profileVersion: profile?.version ?? 0,
      places: profile && {
        placements: profile.placements,
        nameJa: profile.nameJa,
        chapters: profile.chapters,
        ...(profile.home && { home: profile.home }),
      },
      draftVersion: draft?.version ?? 0,
      registration: draft?.registration ?? {},
    });
  };
