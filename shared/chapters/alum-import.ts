import * as z from 'zod';
import { languageSchema } from '../accounts/account.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { idSchema } from '../kernel/ids.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { importedSchema } from './import-rows.ts';

/** Invitations that a chapter may mail on one day, UTC. */
export const mostInvitationsADay = 300;

/** Days after which an import is forgotten. */
export const importDays = 30;

/**
 * What a chapter's lead chose of a file, whole in one item: it is there or it is not. Invitations are then written from it,
 * and it says until when some are lacking; afterwards nothing of anybody is left in it.
 */
export const alumImportSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  status: z.enum(['writing', 'written']),
  chapterId: jetaaChapterSchema,
  by: idSchema,
  at: z.iso.datetime(),
  language: languageSchema,
  count: z.int().positive(),
  people: z.array(importedSchema),
});
export type AlumImport = z.output<typeof alumImportSchema>;
export type AlumImportChange = { readonly imported: AlumImport; readonly events: readonly DomainEvent[] };

const eventOf = ({ id, version, chapterId, count, by }: AlumImport, type: string, at: Date): DomainEvent => ({
  id: `${id}/${version}`,
  subject: `chapter#${chapterId}`,
  type,
  at: at.toISOString(),
  by,
  data: { import: id, count },
});

export const beginImport = (
  of: Pick<AlumImport, 'id' | 'chapterId' | 'by' | 'language' | 'people'>,
  at: Date,
): AlumImportChange => {
  const imported: AlumImport = {
    ...of,
    version: 1,
    status: 'writing',
    at: at.toISOString(),
    count: of.people.length,
  };
  return { imported, events: [eventOf(imported, 'alum-import-begun', at)] };
};

/** Every invitation is there. */
export const endImport = (begun: AlumImport, at: Date): AlumImportChange => {
  const imported: AlumImport = { ...begun, version: begun.version + 1, status: 'written', people: [] };
  return { imported, events: [eventOf(imported, 'alum-import-written', at)] };
};
