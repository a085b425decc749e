import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';

/** What this area's endpoints share: no parameters, no body, one application, a link's secret. */
export const none = z.object({});
export const nothing = z.strictObject({});
export const one = { params: z.object({ applicationId: idSchema }), query: none };
/** A link's secret travels in a body, never in an address that is logged. */
export const linkSchema = z.strictObject({ token: z.string().min(20).max(200) });
export const expiry = z.object({ expiresAt: z.iso.datetime() });
