import { v5 } from 'uuid';
import * as z from 'zod';

/** A new identifier, fit for a table key. A port, because randomness is I/O. */
export type NewId = () => string;

/** What may stand in a key and in an address: letters, digits, hyphens, 64 at most. */
export const idSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

const namespace = '5c0f9d1e-7d3b-5b57-9a55-3d1c5c2f2b11';

/** The same id for the same parts: a retried creation finds the first one instead of making a second. */
export const deriveId = (...parts: readonly string[]): string => v5(parts.join('\u0000'), namespace);
