import * as z from 'zod';

export { parseCents, writeCents } from './cents.ts';

/** US dollars in whole cents; room for the sum of a hundred amounts as people type them. */
export const centsSchema = z.int().min(0).max(100_000_000_000_00);
