import { accountsApi } from '../../shared/accounts/accounts.api.ts';
import { type Container, createContainer } from '../container/accounts.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(accountsApi.viewAccount, container.viewAccount),
      bind(accountsApi.editAccount, container.editAccount),
      bind(accountsApi.endSessions, container.endSessions),
      bind(accountsApi.askAddress, container.askAddress),
      bind(accountsApi.proveAddress, container.proveAddress),
      bind(accountsApi.viewOwnData, container.viewOwnData),
      bind(accountsApi.deleteAccount, container.deleteAccount),
      bind(accountsApi.deletePerson, container.deletePerson),
      bind(accountsApi.viewPerson, container.viewPerson),
      bind(accountsApi.mergePeople, container.mergePeople),
      bind(accountsApi.inviteStaff, container.inviteStaff),
      bind(accountsApi.listStaffInvitations, container.listStaffInvitations),
      bind(accountsApi.inviteReviewer, container.inviteReviewer),
      bind(accountsApi.inviteLead, container.inviteLead),
      bind(accountsApi.inviteMember, container.inviteMember),
      bind(accountsApi.listOrganisationInvitations, container.listOrganisationInvitations),
      bind(accountsApi.revokeInvitation, container.revokeInvitation),
      bind(accountsApi.acceptInvitation, container.acceptInvitation),
      bind(accountsApi.listStaff, container.listStaff),
      bind(accountsApi.revokeStaff, container.revokeStaff),
      bind(accountsApi.listReviewers, container.listReviewers),
      bind(accountsApi.revokeReviewer, container.revokeReviewer),
      bind(accountsApi.listLeads, container.listLeads),
      bind(accountsApi.revokeLead, container.revokeLead),
      bind(accountsApi.listMembers, container.listMembers),
      bind(accountsApi.revokeMember, container.revokeMember),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
