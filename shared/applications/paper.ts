import * as z from 'zod';
import { isSelf, type Person } from '../kernel/actor.ts';
import { idSchema } from '../kernel/ids.ts';

/** That an application came on paper. When it came and when it was typed are two things, and never one for the other. */
export const paperSchema = z.object({
  /** The day on which the paper came, in the round's zone: what counts against the close. */
  receivedOn: z.iso.date(),
  /** When staff began to type it. */
  enteredAt: z.iso.datetime(),
  enteredBy: idSchema,
  /** Everyone of staff who has typed of what was sent; whoever began it from the start. */
  scribes: z.array(idSchema).min(1),
});
export type Paper = z.output<typeof paperSchema>;

/** As everyone may know it who may know of the application. Who typed it is staff's matter. */
export const paperMarkSchema = paperSchema.pick({ receivedOn: true, enteredAt: true });

/** What a submission and its snapshot say of it. Their own instant is when it was typed and sent. */
export const sentOnPaperSchema = paperSchema.pick({ receivedOn: true });
export type SentOnPaper = z.output<typeof sentOnPaperSchema>;

/** Whether this person has typed of it, under whichever of their accounts. */
export const hasTyped = (person: Person, paper: Paper | undefined): boolean =>
  paper?.scribes.some((id) => isSelf(person, id)) ?? false;
