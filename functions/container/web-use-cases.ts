import type { Files } from '../../shared/applications/attachment.port.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import type { AreaUseCases } from '../../web/areas.ts';
import { composeMail } from '../../web/messages/mail/compose-mail.ts';
import { accountsUseCases } from './accounts-use-cases.ts';
import { applicationsUseCases } from './applications-use-cases.ts';
import { assignmentUseCases } from './assignment-use-cases.ts';
import { awardsUseCases } from './awards-use-cases.ts';
import { newId, newToken } from './clients.ts';
import { conflictsUseCases } from './conflicts-use-cases.ts';
import { discussionsUseCases } from './discussions-use-cases.ts';
import { jobsUseCases } from './jobs-use-cases.ts';
import { messagesUseCases } from './messages-use-cases.ts';
import { openPartnerships, partnershipsUseCases } from './partnerships-use-cases.ts';
import { programsUseCases } from './programs-use-cases.ts';
import { rankingUseCases } from './ranking-use-cases.ts';
import { reviewsUseCases } from './reviews-use-cases.ts';

/** What the site stands on. */
export type SiteEngines = {
  readonly table: Table;
  readonly cursors: Cursors;
  readonly files: Files;
  readonly publicOrigin: string;
};

/** Every use case on one table: `all` of them, and `areas` as the pages are handed them. */
export const webUseCases = ({ table, cursors, files, publicOrigin }: SiteEngines) => {
  const partnerships = openPartnerships(table);
  const compose = composeMail(publicOrigin);
  const all = {
    ...accountsUseCases({ table, cursors, newId, newToken, organisations: partnerships }),
    ...programsUseCases({ table, cursors }),
    ...partnershipsUseCases({ partnerships, cursors }),
    ...applicationsUseCases({ table, directory: partnerships, files, newToken }),
    ...reviewsUseCases({ table, cursors }),
    ...rankingUseCases({ table, cursors }),
    ...discussionsUseCases({ table, cursors }),
    ...assignmentUseCases({ table, cursors }),
    ...jobsUseCases(table),
    ...conflictsUseCases({ table, cursors, directory: partnerships }),
    ...awardsUseCases({ table, cursors, compose }),
    ...messagesUseCases({ table, cursors, compose }),
  };
  const areas: AreaUseCases = {
    home: all,
    partnerships: all,
    claims: all,
    organisations: all,
    publicAwards: all,
    people: all,
    applicant: all,
    signOff: all,
    confirm: all,
    ask: all,
    rounds: all,
    preferences: all,
    plans: all,
    conflicts: all,
    reviews: all,
    staffReviews: all,
    decisions: all,
    discussions: all,
    portfolio: all,
    letters: all,
    waitlist: all,
    outcome: all,
    outbox: all,
    staffToday: all,
  };
  return { areas, all };
};
