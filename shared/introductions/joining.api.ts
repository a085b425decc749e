import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { delegationTermsSchema } from './add-to-delegation.ts';
import { answered, one } from './endpoint-parts.ts';
import { outcomeTermsSchema } from './introduction.ts';
import { introductionStepSchema, roleTermsSchema } from './settle-introduction.ts';

const settled = answered.extend({ version: z.int() });

/** What follows the alum's yes: the partnership's own, a role in it, what came of it; and each side's way out. */
export const joiningApi = {
  stepIntroduction: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/steps',
    summary:
      'Connect or decline for the partnership what a chapter asked for, take a request back as whoever asked, or leave as the alum',
    access: 'person',
    ...one,
    body: introductionStepSchema,
    output: settled,
    success: 200,
    versioned: true,
  },
  joinPartnership: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/role',
    summary: 'Enter an introduced alum as part of the partnership, or in another role; they are mailed',
    access: 'person',
    ...one,
    body: roleTermsSchema,
    output: settled,
    success: 200,
    versioned: true,
  },
  recordOutcome: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/outcome',
    summary: 'Say what came of it, which the alum reads too; having helped once, or no fit, ends it',
    access: 'person',
    ...one,
    body: outcomeTermsSchema,
    output: settled,
    success: 200,
    versioned: true,
  },
  addToDelegation: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/delegation',
    summary: 'Add an alum who joined to the delegation of a draft of the organisation they joined',
    access: 'person',
    ...one,
    body: delegationTermsSchema,
    output: z.object({ applicationId: idSchema, version: z.int() }),
    success: 200,
  },
} as const satisfies Contract;
