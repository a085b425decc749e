import { listPartnerships } from '../../shared/partnerships/list-partnerships.ts';
import type { AlumniPagesUseCases } from '../../web/alumni-areas.ts';
import { accountsUseCases } from './accounts-use-cases.ts';
import { chaptersUseCases } from './chapters-use-cases.ts';
import { newId, newToken } from './clients.ts';
import { introductionsUseCases } from './introductions-use-cases.ts';
import { matchesUseCases } from './matches-use-cases.ts';
import { openPartnerships } from './partnerships-use-cases.ts';
import { registeringUseCases } from './registering-use-cases.ts';
import type { TableEngines } from './site-engines.ts';

/** What the pages of alumni, chapters, introductions and partnerships' workspaces are handed, on one table. */
export const alumniUseCases = ({ table, cursors }: TableEngines) => {
  const partnerships = openPartnerships(table);
  const all = {
    ...accountsUseCases({ table, cursors, newId, newToken, organisations: partnerships }),
    ...registeringUseCases({ table, newId }),
    ...chaptersUseCases({ table, cursors, newToken, partnerships }),
    ...introductionsUseCases({ table, partnerships, cursors, newToken }),
    ...matchesUseCases({ table, cursors }),
    listPartnerships: listPartnerships({ partnerships, cursors }),
  };
  const areas: AlumniPagesUseCases = {
    ownAlum: all,
    chapters: all,
    offers: all,
    matches: all,
    matching: all,
    introductions: all,
    workspace: all,
  };
  return { areas, all };
};
