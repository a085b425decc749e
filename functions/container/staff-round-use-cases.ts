import { composeMail } from '../../web/messages/mail/compose-mail.ts';
import type { StaffRoundUseCases } from '../../web/staff-round-areas.ts';
import { accountsUseCases } from './accounts-use-cases.ts';
import { assignmentUseCases } from './assignment-use-cases.ts';
import { awardsUseCases } from './awards-use-cases.ts';
import { newId, newToken } from './clients.ts';
import { complaintsUseCases } from './complaints-use-cases.ts';
import { conflictsUseCases } from './conflicts-use-cases.ts';
import { discussionsUseCases } from './discussions-use-cases.ts';
import { jobsUseCases } from './jobs-use-cases.ts';
import { openPartnerships, partnershipsUseCases } from './partnerships-use-cases.ts';
import { programsUseCases } from './programs-use-cases.ts';
import { rankingUseCases } from './ranking-use-cases.ts';
import { reviewsUseCases } from './reviews-use-cases.ts';
import { roundFormsUseCases } from './round-forms-use-cases.ts';
import { sentUseCases } from './sent-use-cases.ts';
import type { TableEngines } from './site-engines.ts';

/** What the pages under `/staff/rounds` are handed, on one table. */
export const staffRoundUseCases = ({ table, cursors, publicOrigin }: TableEngines) => {
  const partnerships = openPartnerships(table);
  const compose = composeMail(publicOrigin);
  const all = {
    ...accountsUseCases({ table, cursors, newId, newToken, organisations: partnerships }),
    ...programsUseCases({ table, cursors }),
    ...roundFormsUseCases(table),
    ...complaintsUseCases(table),
    ...partnershipsUseCases({ partnerships, cursors }),
    ...sentUseCases({ table, directory: partnerships }),
    ...reviewsUseCases({ table, cursors }),
    ...rankingUseCases({ table, cursors }),
    ...discussionsUseCases({ table, cursors }),
    ...assignmentUseCases({ table, cursors }),
    ...jobsUseCases(table),
    ...conflictsUseCases({ table, cursors, directory: partnerships }),
    ...awardsUseCases({ table, cursors, compose }),
  };
  const areas: StaffRoundUseCases = {
    rounds: all,
    plans: all,
    staffReviews: all,
    complaints: all,
    papers: all,
    extensions: all,
    staffConflicts: all,
    decisions: all,
    roundDiscussions: all,
    portfolio: all,
    letters: all,
    waitlist: all,
  };
  return { areas, all };
};
