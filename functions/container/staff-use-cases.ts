import { composeMail } from '../../web/messages/mail/compose-mail.ts';
import type { StaffUseCases } from '../../web/staff-areas.ts';
import { accountsUseCases } from './accounts-use-cases.ts';
import { attachmentsUseCases } from './attachments-use-cases.ts';
import { awardsUseCases } from './awards-use-cases.ts';
import { newId, newToken } from './clients.ts';
import { complaintsUseCases } from './complaints-use-cases.ts';
import { discussionsUseCases } from './discussions-use-cases.ts';
import { introductionReportsUseCases } from './introductions-use-cases.ts';
import { jobsUseCases } from './jobs-use-cases.ts';
import { messagesUseCases } from './messages-use-cases.ts';
import { officeDomainsUseCases } from './office-domains-use-cases.ts';
import { deletionOn } from './own-data-use-cases.ts';
import { openPartnerships, partnershipsUseCases } from './partnerships-use-cases.ts';
import { programsUseCases } from './programs-use-cases.ts';
import { reviewsUseCases } from './reviews-use-cases.ts';
import { rosterUseCases } from './roster-use-cases.ts';
import { sentApplicationsUseCases } from './sent-applications-use-cases.ts';
import { sentUseCases } from './sent-use-cases.ts';
import type { SiteEngines } from './site-engines.ts';

/** What the pages under `/staff`, but not under `/staff/rounds`, are handed, on one table. */
export const staffUseCases = ({ table, cursors, files, exportFiles, publicOrigin }: SiteEngines) => {
  const partnerships = openPartnerships(table);
  const compose = composeMail(publicOrigin);
  const all = {
    ...accountsUseCases({ table, cursors, newId, newToken, organisations: partnerships }),
    ...deletionOn(table),
    ...programsUseCases({ table, cursors }),
    ...partnershipsUseCases({ partnerships, cursors }),
    ...officeDomainsUseCases({ table, directory: partnerships }),
    ...sentApplicationsUseCases(table),
    ...attachmentsUseCases({ table, files }),
    ...complaintsUseCases(table),
    ...sentUseCases({ table, directory: partnerships }),
    ...reviewsUseCases({ table, cursors }),
    ...discussionsUseCases({ table, cursors }),
    ...awardsUseCases({ table, cursors, compose }),
    ...messagesUseCases({ table, cursors, compose }),
    ...introductionReportsUseCases({ table, partnerships, cursors }),
    ...jobsUseCases(table),
    ...rosterUseCases({ table, cursors, compose, exportFiles }),
  };
  const areas: StaffUseCases = {
    claims: all,
    offices: all,
    people: all,
    ask: all,
    files: all,
    versions: all,
    complaintFile: all,
    extension: all,
    decide: all,
    answers: all,
    discussion: all,
    remarks: all,
    roster: all,
    outbox: all,
    introductionReports: all,
    staffToday: all,
  };
  return { areas, all };
};
