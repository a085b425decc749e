import { accountStore } from '../../shared/accounts/account.store.ts';
import { deleteAccount, deletePerson, viewDeletion } from '../../shared/accounts/delete-account.ts';
import { viewNamedData } from '../../shared/accounts/own-data-names.ts';
import { roleStore } from '../../shared/accounts/role.store.ts';
import { viewOwnData } from '../../shared/accounts/view-own-data.ts';
import { applicationStore } from '../../shared/applications/application.store.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { openPartnerships } from './partnerships-use-cases.ts';
import { nothingBeside, personalDataOn } from './personal-data.ts';

/** To read all that is kept of oneself, and to end it. Apart from what every page needs of accounts. */
export const ownDataUseCases = (table: Table) => {
  const accounts = accountStore(table);
  const standing = { roles: roleStore(table), applications: applicationStore(table) };
  const view = viewOwnData({ accounts, data: personalDataOn(table, nothingBeside) });
  return {
    viewOwnData: view,
    viewNamedData: viewNamedData({
      ...{ view, partnerships: openPartnerships(table) },
      ...{ applications: standing.applications, rounds: roundStore(table) },
    }),
    viewDeletion: viewDeletion(standing),
    ...deletionOn(table),
  };
};

/** The ending alone, which staff do for others. */
export const deletionOn = (table: Table) => {
  const ports = {
    accounts: accountStore(table),
    roles: roleStore(table),
    applications: applicationStore(table),
  };
  return { deleteAccount: onceMore(deleteAccount(ports)), deletePerson: onceMore(deletePerson(ports)) };
};
