import { usualSettings } from '../../../shared/assignment/settings.ts';
import { type ProfileDetails, profileDetailsSchema } from '../../../shared/conflicts/person-profile.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import type { Theme } from '../../../shared/kernel/theme.ts';
import type { Stage } from './stage.ts';

const village = (text: string, prefecture: string) => ({
  text,
  prefecture,
  role: 'ALT' as const,
  from: 2001,
  to: 2003,
});

/**
 * What the reviewers of the round that waits to be assigned say of themselves, by their places; the first two have said it in
 * the round in review. Each tie is one that the conflicts page shows: a home, a seat or a posting keeps from that application
 * for good, from a rival of it (one state, one theme) until staff waive it, and a village that is no town any more until staff
 * settle it.
 */
const said: readonly (Partial<ProfileDetails> | undefined)[] = [
  undefined,
  undefined,
  { themes: ['young-professionals'], japanese: 'well' },
  { themes: ['sustainability'], japanese: 'well', home: { in: 'us', city: 'Denver', state: 'CO' } },
  { themes: ['creative-economies'], business: true, home: { in: 'us', city: 'Austin', state: 'TX' } },
  {
    themes: ['business-development'],
    japanese: 'some',
    placements: [{ text: '今治市', prefecture: 'Ehime', code: '38202', role: 'ALT', from: 2015, to: 2018 }],
  },
  {
    themes: ['young-professionals', 'business-development'],
    business: true,
    japanese: 'well',
    partnerships: [{ partnershipId: 'lansing-mi-otsu', as: 'board' }],
  },
  { themes: ['sustainability'], japanese: 'well', placements: [village('旧仁淀村', 'Kochi')] },
];

export const planningProfiles = async ({ all, act }: Stage, reviewers: readonly Person[], day: number) => {
  for (const [place, details] of said.entries()) {
    const reviewer = reviewers[place];
    if (!details || !reviewer) continue;
    const profile = { ...profileDetailsSchema.parse({}), ...details, version: 0 };
    await act(all.savePersonProfile, reviewer, profile, day);
  }
};

const themesOf: readonly Theme[] = [
  'business-development',
  'creative-economies',
  'young-professionals',
  'sustainability',
];

/** Each says what they want among what is offered to them: their theme mostly, and here and there one they rather would not. */
export const planningPreferences = async (
  { all, act }: Stage,
  reviewers: readonly Person[],
  { roundId, day }: { readonly roundId: string; readonly day: number },
) => {
  for (const [place, reviewer] of reviewers.entries()) {
    const { items } = await act(all.viewPreferences, reviewer, { roundId }, day);
    const wanted = themesOf[place % themesOf.length];
    const choices = items.map(({ applicationId, theme }, at) => {
      if (theme === wanted) return [applicationId, 'want'] as const;
      if ((at + place) % 5 === 0) return [applicationId, 'rather-not'] as const;
      return [applicationId, (at + place) % 3 === 0 ? 'willing' : 'none'] as const;
    });
    const stated = {
      ...{ roundId, version: 0, choices: Object.fromEntries(choices) },
      ...(place === 0 && { most: 3 }),
    };
    await act(all.savePreferences, reviewer, stated, day);
  }
};

/** Ready to plan: loads that leave some choice, and for each application at least one who reads Japanese. */
export const planningSettings = async (
  { all, act }: Stage,
  staff: Person,
  { roundId, day }: { readonly roundId: string; readonly day: number },
) => {
  const settings = {
    ...usualSettings,
    load: { min: 2, max: 4 },
    needs: { ...usualSettings.needs, japanese: 1 },
  };
  await act(all.saveSettings, staff, { ...settings, roundId, version: 0 }, day);
};
