import type { ReviewerProfiles } from '../../shared/conflicts/reviewer-profile.port.ts';
import {
  type ProfileDetails,
  profileDetailsSchema,
  type ReviewerProfile,
  reviewerProfileSchema,
} from '../../shared/conflicts/reviewer-profile.ts';
import { fail, ok } from '../../shared/kernel/result.ts';

export const aProfile = (over: Partial<ReviewerProfile> = {}): ReviewerProfile => ({
  ...reviewerProfileSchema.parse({
    personId: 'reviewer-1',
    version: 1,
    savedAt: '2027-01-05T09:00:00.000Z',
  }),
  ...over,
});

export const profileDetails = (over: Partial<ProfileDetails> = {}): ProfileDetails => ({
  ...profileDetailsSchema.parse({}),
  ...over,
});

/** Profiles in memory, as strict about versions as the store. */
export const fakeProfiles = (...held: ReviewerProfile[]): ReviewerProfiles => {
  const byPerson = new Map(held.map((one) => [one.personId, one]));
  return {
    find: async (personId) => byPerson.get(personId),
    many: async (ids) => ids.flatMap((id) => byPerson.get(id) ?? []),
    save: async ({ profile }) => {
      if ((byPerson.get(profile.personId)?.version ?? 0) !== profile.version - 1)
        return fail({ kind: 'conflict' });
      byPerson.set(profile.personId, profile);
      return ok(undefined);
    },
  };
};
