import type { RoundConflicts } from '../../../shared/conflicts/list-conflicts.ts';
import type { ProfileDetails } from '../../../shared/conflicts/person-profile.ts';
import type { Outcome } from '../../../shared/conflicts/settlement.ts';
import type { OwnProfile } from '../../../shared/conflicts/view-person-profile.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';

/** What a person's own profile asks for. */
export type ProfileUseCases = {
  viewPersonProfile: UseCase<unknown, OwnProfile, Failure>;
  savePersonProfile: UseCase<ProfileDetails & { version: number }, OwnProfile, Failure>;
  /** The directory, those that organisations have added among it. */
  listPartnerships: UseCase<{ text?: string | undefined }, { matches: readonly Partnership[] }, Failure>;
};

type Settling = {
  applicationId: string;
  personId: string;
  cause: string;
  version: number;
  outcome: Outcome;
  reason: string;
};

/** What staff's page of a round's conflicts asks for. */
export type StaffConflictUseCases = {
  listConflicts: UseCase<{ roundId: string; cursor?: string | undefined }, RoundConflicts, Failure>;
  settleConflict: UseCase<Settling, unknown, Failure>;
};
