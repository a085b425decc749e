import type { Account, AccountDetails } from '../../../shared/accounts/account.ts';
import type { deletionReasons } from '../../../shared/accounts/close-account.ts';
import type { Invitation } from '../../../shared/accounts/invitation.ts';
import type { ListedPeople } from '../../../shared/accounts/list-people.ts';
import type { SeenPerson } from '../../../shared/accounts/merge-people.ts';
import type { SeenProof } from '../../../shared/accounts/view-address-proof.ts';
import type { SeenInvitation } from '../../../shared/accounts/view-invitation.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { Role } from '../../../shared/kernel/actor.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { Language } from '../../../shared/kernel/text.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';

type Mail = { email: string; language: Language };
type Cursor = { cursor?: string | undefined };

/** What staff's page of people asks for. */
export type StaffPeopleUseCases = {
  listStaff: UseCase<unknown, ListedPeople, Failure>;
  listReviewers: UseCase<{ roundId: string }, ListedPeople, Failure>;
  listLeads: UseCase<{ chapterId: string }, ListedPeople, Failure>;
  listStaffInvitations: UseCase<Cursor, Page<Invitation>, Failure>;
  listRounds: UseCase<Cursor, Page<SeenRound>, Failure>;
  viewRound: UseCase<{ roundId: string }, SeenRound, Failure>;
  inviteStaff: UseCase<Mail, unknown, Failure>;
  inviteReviewer: UseCase<Mail & { roundId: string }, unknown, Failure>;
  inviteLead: UseCase<Mail & { chapterId: string }, unknown, Failure>;
  revokeInvitation: UseCase<{ invitationId: string }, unknown, Failure>;
  revokeStaff: UseCase<{ personId: string }, unknown, Failure>;
  revokeReviewer: UseCase<{ roundId: string; personId: string }, unknown, Failure>;
  revokeLead: UseCase<{ chapterId: string; personId: string }, unknown, Failure>;
};

/** What an account's page for staff asks for. */
export type StaffPersonUseCases = {
  viewPerson: UseCase<{ personId: string }, SeenPerson, Failure>;
  mergePeople: UseCase<{ personId: string; email: string; reason: string }, unknown, Failure>;
  deletePerson: UseCase<
    { personId: string; email: string; reason: (typeof deletionReasons)[number] },
    unknown,
    Failure
  >;
};

/** What an invitation's page asks for. */
export type InvitationUseCases = {
  viewInvitation: UseCase<{ token: string }, SeenInvitation, Failure>;
  acceptInvitation: UseCase<{ token: string; pledge: boolean }, { role: Role }, Failure>;
};

/** What one's own account's page asks for. */
export type AccountUseCases = {
  editAccount: UseCase<AccountDetails & { version: number }, Account, Failure>;
  askAddress: UseCase<{ email: string }, unknown, Failure>;
  viewAddressProof: UseCase<{ token: string }, SeenProof, Failure>;
  proveAddress: UseCase<{ token: string; merge: boolean }, unknown, Failure>;
  endSessions: UseCase<unknown, unknown, Failure>;
};
