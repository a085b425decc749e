import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { ReviewerProfiles } from './reviewer-profile.port.ts';
import type { ReviewerProfile } from './reviewer-profile.ts';

type Ports = { profiles: Pick<ReviewerProfiles, 'find'> };
export type OwnProfile = { readonly version: number; readonly profile: ReviewerProfile | undefined };

/** One's own profile; version 0 until it is written. */
export const viewReviewerProfile =
  ({ profiles }: Ports): UseCase<unknown, OwnProfile, NotFound> =>
  async (actor) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const profile = await profiles.find(actor.personId);
    return ok({ version: profile?.version ?? 0, profile });
  };
