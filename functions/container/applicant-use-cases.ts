import type { ApplicantUseCases } from '../../web/application-areas.ts';
import { accountsUseCases } from './accounts-use-cases.ts';
import { applicationsUseCases } from './applications-use-cases.ts';
import { attachmentsUseCases } from './attachments-use-cases.ts';
import { newId, newToken } from './clients.ts';
import { complaintsUseCases } from './complaints-use-cases.ts';
import { conflictsUseCases } from './conflicts-use-cases.ts';
import { draftingUseCases } from './drafting-use-cases.ts';
import { endorsementsUseCases } from './endorsements-use-cases.ts';
import { outcomesUseCases } from './outcomes-use-cases.ts';
import { openPartnerships, partnershipsUseCases } from './partnerships-use-cases.ts';
import { programsUseCases } from './programs-use-cases.ts';
import { sentUseCases } from './sent-use-cases.ts';
import type { SiteEngines } from './site-engines.ts';

/** What the pages under `/my` and `/applications` are handed, on one table. */
export const applicantUseCases = ({ table, cursors, files }: SiteEngines) => {
  const partnerships = openPartnerships(table);
  const all = {
    ...accountsUseCases({ table, cursors, newId, newToken, organisations: partnerships }),
    ...programsUseCases({ table, cursors }),
    ...partnershipsUseCases({ partnerships, cursors }),
    ...applicationsUseCases({ table, directory: partnerships, newToken, cursors }),
    ...attachmentsUseCases({ table, files }),
    ...draftingUseCases({ table, directory: partnerships }),
    ...endorsementsUseCases({ table, directory: partnerships, newToken }),
    ...conflictsUseCases({ table, cursors, directory: partnerships }),
    ...complaintsUseCases(table),
    ...sentUseCases({ table, directory: partnerships }),
    ...outcomesUseCases(table),
  };
  const areas: ApplicantUseCases = {
    outcome: all,
    complaint: all,
    compare: all,
    applicant: all,
  };
  return { areas, all };
};
