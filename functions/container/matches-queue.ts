import { accountStore } from '../../shared/accounts/account.store.ts';
import { alumStands } from '../../shared/alumni/alum.store.ts';
import { withdrawalsStore } from '../../shared/alumni/withdrawals.store.ts';
import { countWrite } from '../../shared/chapters/alumni-counts.store.ts';
import { personProfileStore } from '../../shared/conflicts/person-profile.store.ts';
import { environments } from '../../shared/environment.ts';
import { alumRequestsStore } from '../../shared/introductions/alum-requests.store.ts';
import { alumCardStore } from '../../shared/matches/alum-card.store.ts';
import { matchListStore } from '../../shared/matches/match-list.store.ts';
import { refreshMatches } from '../../shared/matches/refresh-matches.ts';
import { seekingStore } from '../../shared/matches/seeking.store.ts';
import { weightsStore } from '../../shared/matches/weights.store.ts';
import type { Table } from '../../shared/table/table.ts';
import { systemClock as clock, openTable } from './clients.ts';
import { openPartnerships } from './partnerships-use-cases.ts';
import { openAlumni } from './registering-use-cases.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => ({
  refreshMatches: refreshMatches(matchPorts(openTable(environments.matches.parse(env).TABLE_NAME))),
});

export const openCards = (table: Table) => alumCardStore(table, { alumStands, countWrites: countWrite });

/** What cards and lists are made of, and where they are kept. */
export const matchPorts = (table: Table) => ({
  people: accountStore(table),
  alumni: openAlumni(table),
  profiles: personProfileStore(table),
  introductions: alumRequestsStore(table),
  withdrawals: withdrawalsStore(table),
  cards: openCards(table),
  lists: matchListStore(table),
  seekings: seekingStore(table),
  weights: weightsStore(table),
  partnerships: openPartnerships(table),
  clock,
});
