import * as z from 'zod';
import { profileDetailsSchema } from '../conflicts/person-profile.ts';
import { idSchema } from '../kernel/ids.ts';
import { offerSchema } from './alum.ts';
import { choicesSchema } from './consent.ts';

/** What registering asks for, page by page. Each page is kept as soon as it is sent; nothing of it is seen by anyone. */
export const registrationSchema = z.strictObject({
  nameJa: profileDetailsSchema.shape.nameJa.unwrap().optional(),
  placements: profileDetailsSchema.shape.placements.unwrap().optional(),
  home: profileDetailsSchema.shape.home,
  offer: offerSchema.optional(),
  choices: choicesSchema.optional(),
});
export type Registration = z.output<typeof registrationSchema>;

/** Days after which a registration that nobody went on with is forgotten. */
export const draftDays = 60;

export const alumDraftSchema = z.object({
  personId: idSchema,
  version: z.int().positive(),
  savedAt: z.iso.datetime(),
  /** When the table forgets it: seconds since 1970, UTC. */
  expiresAt: z.int(),
  /** The chapter that had invited them and knew this much. */
  invitedBy: z.string().exactOptional(),
  registration: registrationSchema,
});
export type AlumDraft = z.output<typeof alumDraftSchema>;
