import { acceptInvitation } from '../../shared/accounts/accept-invitation.ts';
import { accountStore } from '../../shared/accounts/account.store.ts';
import { addressProofStore } from '../../shared/accounts/address-proof.store.ts';
import { askAddress } from '../../shared/accounts/ask-address.ts';
import { editAccount } from '../../shared/accounts/edit-account.ts';
import { endSessions } from '../../shared/accounts/end-sessions.ts';
import { invitationStore } from '../../shared/accounts/invitation.store.ts';
import { inviteLead } from '../../shared/accounts/invite-lead.ts';
import { inviteMember } from '../../shared/accounts/invite-member.ts';
import { inviteReviewer } from '../../shared/accounts/invite-reviewer.ts';
import { inviteStaff } from '../../shared/accounts/invite-staff.ts';
import { listOrganisationInvitations, listStaffInvitations } from '../../shared/accounts/list-invitations.ts';
import { listLeads, listMembers, listReviewers, listStaff } from '../../shared/accounts/list-people.ts';
import { mergePeople, viewPerson } from '../../shared/accounts/merge-people.ts';
import { endSession, openSession } from '../../shared/accounts/open-session.ts';
import { personOfSession } from '../../shared/accounts/person-of-session.ts';
import { proveAddress } from '../../shared/accounts/prove-address.ts';
import { revokeInvitation } from '../../shared/accounts/revoke-invitation.ts';
import { revokeLead, revokeMember, revokeReviewer, revokeStaff } from '../../shared/accounts/revoke-role.ts';
import { roleStore } from '../../shared/accounts/role.store.ts';
import { sessionStore } from '../../shared/accounts/session.store.ts';
import { signIn } from '../../shared/accounts/sign-in.ts';
import { viewAccount } from '../../shared/accounts/view-account.ts';
import { viewAddressProof } from '../../shared/accounts/view-address-proof.ts';
import { viewInvitation } from '../../shared/accounts/view-invitation.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import type { NewToken } from '../../shared/kernel/link-token.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import type { PartnershipDirectory } from '../../shared/partnerships/partnership.port.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';

type Engines = {
  table: Table;
  cursors: Cursors;
  newId: NewId;
  newToken: NewToken;
  organisations: Pick<PartnershipDirectory, 'organisation'>;
};

/** Everything accounts can do, on one table; API and pages take what they need. */
export const accountsUseCases = ({ table, cursors, newId, newToken, organisations }: Engines) => {
  const people = accountStore(table);
  const roles = roleStore(table);
  const sessions = sessionStore(table);
  const invitations = invitationStore(table, messageWrites);
  const addressProofs = addressProofStore(table, messageWrites);
  const rounds = roundStore(table);
  return {
    personOf: people.personOf,
    findPerson: people.find,
    personOfSession: personOfSession({ sessions, people }),
    openSession: openSession({ sessions, newToken }),
    endSession: endSession({ sessions }),
    signIn: signIn({ accounts: people, newId }),
    viewAccount: viewAccount({ people }),
    editAccount: onceMore(editAccount({ accounts: people })),
    askAddress: onceMore(askAddress({ accounts: people, addressProofs, newToken })),
    viewAddressProof: viewAddressProof({ accounts: people, addressProofs }),
    proveAddress: onceMore(proveAddress({ accounts: people, roles, addressProofs, sessions })),
    viewPerson: viewPerson({ accounts: people }),
    mergePeople: onceMore(mergePeople({ accounts: people, roles, sessions })),
    endSessions: endSessions({ sessions }),
    inviteStaff: inviteStaff({ invitations, newToken }),
    inviteReviewer: inviteReviewer({ invitations, newToken, rounds }),
    inviteLead: inviteLead({ invitations, newToken }),
    inviteMember: inviteMember({ invitations, newToken, organisations }),
    viewInvitation: viewInvitation({ invitations, rounds, organisations }),
    acceptInvitation: onceMore(acceptInvitation({ invitations })),
    revokeInvitation: onceMore(revokeInvitation({ invitations })),
    listStaffInvitations: listStaffInvitations({ invitations, cursors }),
    listOrganisationInvitations: listOrganisationInvitations({ invitations, cursors }),
    listStaff: listStaff({ roles, accounts: people }),
    listReviewers: listReviewers({ roles, accounts: people }),
    listLeads: listLeads({ roles, accounts: people }),
    listMembers: listMembers({ roles, accounts: people }),
    revokeStaff: onceMore(revokeStaff({ roles, people })),
    revokeReviewer: onceMore(revokeReviewer({ roles, people })),
    revokeLead: onceMore(revokeLead({ roles, people })),
    revokeMember: onceMore(revokeMember({ roles, people })),
  };
};
