import * as z from 'zod';
import { thrownKinds } from '../../../../functions/middleware/problem.ts';
import { failures } from '../../../../shared/failures.ts';
import type { Answer } from '../../../support/api-client.ts';

const kinds = [...Object.keys(failures), ...Object.values(thrownKinds)].map((kind) => `/problems/${kind}`);
const problemSchema = z.looseObject({
  type: z.enum(kinds),
  title: z.string().min(1),
  status: z.int(),
  instance: z.string().startsWith('urn:request:'),
  errors: z
    .array(z.object({ pointer: z.string().regex(/^(\/[^/]*)*$/), code: z.string().min(1) }))
    .min(1)
    .optional(),
});

/** What is wrong with an answer as an answer: undefined for a success, and for a refusal that says why. */
export const faultOf = ({ status, headers, json, text }: Answer): string | undefined => {
  if (status >= 500) return `answered ${status}: ${text}`;
  if (status >= 200 && status < 300) return undefined;
  if (status < 400) return `answered ${status}`;
  // The gateway's own: no token, or a body beyond 10 MB. Its words are fixed.
  if (status === 401 && json?.message === 'Unauthorized') return undefined;
  const type = headers.get('content-type');
  if (type !== 'application/problem+json') return `refused with ${status} as ${type}: ${text.slice(0, 200)}`;
  const parsed = problemSchema.safeParse(json);
  if (!parsed.success) return `refused with a problem of another shape: ${text.slice(0, 300)}`;
  if (parsed.data.status !== status)
    return `refused with ${status}, and the problem says ${parsed.data.status}`;
  if (json.type === '/problems/invalid-input' && !parsed.data.errors) return `names no wrong field: ${text}`;
  return undefined;
};
