import type { ReviewerUseCases } from '../../web/review-areas.ts';
import { accountsUseCases } from './accounts-use-cases.ts';
import { attachmentsUseCases } from './attachments-use-cases.ts';
import { newId, newToken } from './clients.ts';
import { conflictsUseCases } from './conflicts-use-cases.ts';
import { discussionsUseCases } from './discussions-use-cases.ts';
import { openPartnerships, partnershipsUseCases } from './partnerships-use-cases.ts';
import { preferencesUseCases } from './preferences-use-cases.ts';
import { reviewsUseCases } from './reviews-use-cases.ts';
import type { SiteEngines } from './site-engines.ts';

/** What the pages under `/reviews` are handed, on one table. Plans and rankings are the program office’s. */
export const reviewerUseCases = ({ table, cursors, files }: SiteEngines) => {
  const partnerships = openPartnerships(table);
  const all = {
    ...accountsUseCases({ table, cursors, newId, newToken, organisations: partnerships }),
    ...partnershipsUseCases({ partnerships, cursors }),
    ...attachmentsUseCases({ table, files }),
    ...reviewsUseCases({ table, cursors }),
    ...discussionsUseCases({ table, cursors }),
    ...preferencesUseCases({ table, cursors }),
    ...conflictsUseCases({ table, cursors, directory: partnerships }),
  };
  const areas: ReviewerUseCases = {
    preferences: all,
    conflicts: all,
    reviews: all,
    discussions: all,
  };
  return { areas, all };
};
