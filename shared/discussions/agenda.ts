import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { localTimeSchema } from '../kernel/zoned-time.ts';

/** When the committee meets and how long each application takes. The start is local to the round's zone. */
export const agendaTermsSchema = z.strictObject({
  startsAt: localTimeSchema,
  minutes: z.int().min(1).max(120),
});

/**
 * What staff set of a meeting. The order is none of it: it follows from the conflicts as they are when it is read, so a
 * conflict declared this morning is in the agenda printed at noon.
 */
export const agendaSchema = z.object({
  ...agendaTermsSchema.shape,
  roundId: idSchema,
  version: z.int().positive(),
  /** Applications left out; whatever else is in review is on it. */
  leftOut: z.array(idSchema).max(1500),
  /** People who do not take part. */
  away: z.array(idSchema).max(500),
  savedAt: z.iso.datetime(),
  savedBy: idSchema,
});
export type Agenda = z.output<typeof agendaSchema>;
