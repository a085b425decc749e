import { type ProfileDetails, profileDetailsSchema } from '../../../shared/conflicts/person-profile.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import type { Stage } from './stage.ts';

const profile = async ({ all, act }: Stage, person: Person, said: Partial<ProfileDetails>, day: number) =>
  act(all.savePersonProfile, person, { ...profileDetailsSchema.parse({}), ...said, version: 0 }, day);

/**
 * What reviewers of the round in review say of themselves. It ties them to applications that they do not review: one
 * served in a village that is part of another town by now, which staff have to settle, and one lives in Tacoma.
 */
export const personProfiles = async (
  stage: Stage,
  [first, second]: readonly [Person, Person],
  day: number,
) => {
  const village = { text: '旧山古志村', prefecture: 'Niigata', role: 'ALT' as const, from: 2001, to: 2003 };
  await profile(
    stage,
    first,
    { themes: ['business-development'], business: true, placements: [village] },
    day,
  );
  const home = { in: 'us' as const, city: 'Tacoma', state: 'WA' as const };
  await profile(stage, second, { themes: ['creative-economies'], home, japanese: 'some' }, day);
};
