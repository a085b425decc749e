import * as z from 'zod';

/** The program's four themes, by the ids its own papers imply. */
export const themes = [
  'business-development',
  'sustainability',
  'creative-economies',
  'young-professionals',
] as const;
export const themeSchema = z.enum(themes);
export type Theme = z.output<typeof themeSchema>;
