import type { VisitorUseCases } from '../../web/areas.ts';
import { accountsUseCases } from './accounts-use-cases.ts';
import { applicationsUseCases } from './applications-use-cases.ts';
import { attachmentsUseCases } from './attachments-use-cases.ts';
import { newId, newToken } from './clients.ts';
import { conflictsUseCases } from './conflicts-use-cases.ts';
import { discussionsUseCases } from './discussions-use-cases.ts';
import { endorsementsUseCases } from './endorsements-use-cases.ts';
import { outcomesUseCases } from './outcomes-use-cases.ts';
import { openPartnerships, partnershipsUseCases } from './partnerships-use-cases.ts';
import { preferencesUseCases } from './preferences-use-cases.ts';
import { programsUseCases } from './programs-use-cases.ts';
import { reviewsUseCases } from './reviews-use-cases.ts';
import type { SiteEngines } from './site-engines.ts';

/**
 * What the pages outside `/staff` are handed, on one table. Plans, rankings, portfolios and letters are the program
 * office's: leaving them out keeps a visitor's function small.
 */
export const visitorUseCases = ({ table, cursors, files }: SiteEngines) => {
  const partnerships = openPartnerships(table);
  const all = {
    ...accountsUseCases({ table, cursors, newId, newToken, organisations: partnerships }),
    ...programsUseCases({ table, cursors }),
    ...partnershipsUseCases({ partnerships, cursors }),
    ...applicationsUseCases({ table, directory: partnerships, files, newToken }),
    ...attachmentsUseCases({ table, files }),
    ...endorsementsUseCases({ table, directory: partnerships, files, newToken }),
    ...reviewsUseCases({ table, cursors }),
    ...discussionsUseCases({ table, cursors }),
    ...preferencesUseCases({ table, cursors }),
    ...conflictsUseCases({ table, cursors, directory: partnerships }),
    ...outcomesUseCases(table),
  };
  const areas: VisitorUseCases = {
    home: all,
    partnerships: all,
    organisations: all,
    publicAwards: all,
    people: all,
    applicant: all,
    signOff: all,
    confirm: all,
    ask: all,
    rounds: all,
    preferences: all,
    conflicts: all,
    reviews: all,
    discussions: all,
    outcome: all,
  };
  return { areas, all };
};
