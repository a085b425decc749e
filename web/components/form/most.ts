import type * as z from 'zod';

/** How long a text may be that is too long, as the detail its words tell. */
export const mostOf = (issue: z.core.$ZodIssue): { detail?: string } =>
  issue.code === 'too_big' && issue.origin === 'string' ? { detail: String(issue.maximum) } : {};
