import type { PersonProfile, ProfileDetails } from '../conflicts/person-profile.ts';
import { writtenOf } from '../conflicts/profile-change.ts';
import { resolved } from '../conflicts/resolve-said.ts';

/** Where somebody says they served and live; the name in Japanese beside it. */
export type SaidPlaces = Pick<ProfileDetails, 'placements' | 'home' | 'nameJa'>;

/** A profile with these places in the place of its own, and all else as it stood. */
export const withPlaces = (profile: PersonProfile | undefined, { nameJa, ...places }: SaidPlaces) => {
  const { home: _, ...kept } = writtenOf(profile);
  return { ...kept, ...resolved(places), nameJa };
};

type Written = ReturnType<typeof writtenOf>;

/** With the chapter they belong to in the place of the one before: its members conflict with what it is a partner of. */
export const withChapter = (
  written: Written,
  before: string | undefined,
  now: string | undefined,
): Written => ({
  ...written,
  chapters: [
    ...new Set([...written.chapters.filter((one) => one !== before), ...(now === undefined ? [] : [now])]),
  ],
});
