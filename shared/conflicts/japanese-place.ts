import * as z from 'zod';
import { lineSchema } from '../kernel/text.ts';
import { prefectureCodeSchema } from '../reference/regions.ts';

/** A town of the reference data, copied so that comparing needs no list. */
const municipalitySchema = z.object({
  code: z.string(),
  name: z.string(),
  nameJa: z.string(),
  prefecture: z.string(),
  cityJa: z.string().exactOptional(),
});

/**
 * A place in Japan in a person's own words, with the town that it is, or that it is part of by now; without one it is
 * *unknown* until staff settle it.
 */
export const japanesePlaceSchema = z.object({
  text: z.string(),
  prefecture: prefectureCodeSchema.exactOptional(),
  municipality: municipalitySchema.exactOptional(),
});
export type JapanesePlace = z.output<typeof japanesePlaceSchema>;

/** The fields of a town as a person writes it: by its code where they picked one, else in any script. */
export const saidPlaceFields = {
  text: lineSchema(120).pipe(z.string().min(1)),
  prefecture: prefectureCodeSchema.optional(),
  code: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
};
export type SaidPlace = { text: string; prefecture?: string | undefined; code?: string | undefined };
