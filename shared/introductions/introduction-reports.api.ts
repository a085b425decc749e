import * as z from 'zod';
import { none, nothing } from '../applications/endpoint-parts.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { partnershipSchema } from '../partnerships/partnership.ts';
import { one } from './endpoint-parts.ts';
import { introductionStatuses } from './introduction.ts';
import {
  introductionReportSchema,
  reportSettlementSchema,
  reportSides,
  reportStatuses,
  reportTermsSchema,
} from './introduction-report.ts';

const reported = z.object({ introductionId: idSchema, status: z.enum(reportStatuses) });

/** Telling staff of the other side, and what staff make of it. */
export const introductionReportsApi = {
  reportIntroduction: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/report',
    summary: 'Tell staff of the other side, which learns nothing of it; nobody is mailed',
    access: 'person',
    ...one,
    body: reportTermsSchema,
    output: reported,
    success: 201,
    keyed: true,
  },
  listIntroductionReports: {
    method: 'GET',
    path: '/api/v1/introduction-reports',
    summary: 'Reports of introductions that wait for staff, or are settled, newest first',
    access: 'staff',
    params: none,
    query: pageQuerySchema.extend({ status: z.enum(reportStatuses).default('open') }),
    body: nothing,
    output: pageSchema(
      introductionReportSchema.omit({ by: true }).extend({
        partnership: partnershipSchema,
        organisationId: idSchema.optional(),
        note: z.string(),
        introduction: z.enum(introductionStatuses),
      }),
    ),
    success: 200,
  },
  settleIntroductionReport: {
    method: 'POST',
    path: '/api/v1/introduction-reports/{introductionId}/{side}/settlement',
    summary: 'Write down what was made of a report; nobody is mailed',
    access: 'staff',
    params: one.params.extend({ side: z.enum(reportSides) }),
    query: none,
    body: reportSettlementSchema,
    output: reported,
    success: 200,
    versioned: true,
  },
} as const satisfies Contract;
