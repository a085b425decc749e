import type { VisitorUseCases } from '../../web/areas.ts';
import { accountsUseCases } from './accounts-use-cases.ts';
import { newId, newToken } from './clients.ts';
import { endorsementsUseCases } from './endorsements-use-cases.ts';
import { outcomesUseCases } from './outcomes-use-cases.ts';
import { ownDataUseCases } from './own-data-use-cases.ts';
import { openPartnerships, partnershipsUseCases } from './partnerships-use-cases.ts';
import { programsUseCases } from './programs-use-cases.ts';
import type { TableEngines } from './site-engines.ts';

/** What the pages in no folder are handed, on one table: the public, accounts, organisations, holders of a link. */
export const visitorUseCases = ({ table, cursors }: TableEngines) => {
  const partnerships = openPartnerships(table);
  const all = {
    ...accountsUseCases({ table, cursors, newId, newToken, organisations: partnerships }),
    ...ownDataUseCases(table),
    ...programsUseCases({ table, cursors }),
    ...partnershipsUseCases({ partnerships, cursors }),
    ...endorsementsUseCases({ table, directory: partnerships, newToken }),
    ...outcomesUseCases(table),
  };
  const areas: VisitorUseCases = {
    home: all,
    partnerships: all,
    organisations: all,
    publicAwards: all,
    people: all,
    signOff: all,
    confirm: all,
    ask: all,
    rounds: all,
  };
  return { areas, all };
};
