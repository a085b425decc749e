import { stringify } from 'csv-stringify/sync';
import type { MemberPlacement } from './chapter-member.ts';
import type { SeenMember } from './named-members.ts';

// For people's spreadsheets: a byte order mark, and a text that would be read as a formula begins with an apostrophe.
const forPeople = { bom: true, escape_formulas: true, header: true } as const;

/** Control characters at its start would hide a formula's sign from whoever looks at the first character. */
const bare = (text: string) => text.replace(/^[\p{Cc}\ufeff]+/u, '');

// A name with the list's own marks in it would make two placements of one.
const part = (text: string) => text.replaceAll(/[|;]/g, ' ');

const placementCell = ({ role, name, prefecture, from, to }: MemberPlacement) =>
  [role, part(name), prefecture ?? '', from, to ?? ''].join('|');

/**
 * Who agreed to be seen by the chapter, one row each: `name,number,placements,state,ways,registered`. Placements are
 * written `role|town|prefecture|from|to;…`, as a file to invite people by has them. No address of any kind.
 */
export const membersCsv = (members: readonly SeenMember[]): string =>
  stringify(
    members.map(({ name, number, servedIn, home, ways, registeredAt }) => ({
      name: bare(name),
      number,
      placements: bare(servedIn.map(placementCell).join(';')),
      state: home?.in === 'us' ? home.state : '',
      ways: ways.join(';'),
      registered: registeredAt.slice(0, 10),
    })),
    { ...forPeople, columns: ['name', 'number', 'placements', 'state', 'ways', 'registered'] },
  );
