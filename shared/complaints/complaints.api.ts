import * as z from 'zod';
import { applicationSchema } from '../applications/application.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import {
  complaintSchema,
  complaintStatuses,
  complaintTermsSchema,
  settlementTermsSchema,
} from './complaint.ts';

const none = z.object({});
const nothing = z.strictObject({});
const one = { params: z.object({ applicationId: idSchema }), query: none } as const;

const own = z.object({
  version: z.int(),
  status: z.enum(complaintStatuses),
  text: z.string(),
  filedAt: z.iso.datetime(),
  settled: z.object({ reason: z.string(), at: z.iso.datetime() }).optional(),
});
const handled = z.object({
  application: applicationSchema.pick({ id: true, title: true, pair: true, outcome: true }),
  number: z.string(),
  complaint: complaintSchema,
  mayHandle: z.boolean(),
});

export const complaintsApi = {
  viewComplaint: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/complaint',
    summary:
      'Where and by when to complain about an announced outcome, and what became of it; for its own people',
    access: 'person',
    ...one,
    body: nothing,
    output: z.object({
      application: applicationSchema.pick({ id: true, title: true, pair: true }),
      until: z.iso.datetime(),
      complaint: own.optional(),
      mayFile: z.boolean(),
      mayWithdraw: z.boolean(),
    }),
    success: 200,
  },
  complain: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/complaint',
    summary: 'Complain about how an application was handled or decided; every owner is mailed',
    access: 'person',
    ...one,
    body: complaintTermsSchema,
    output: own,
    success: 201,
    keyed: true,
  },
  withdrawComplaint: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/complaint/withdrawal',
    summary: 'Take a complaint back before it is settled; every owner is mailed',
    access: 'person',
    ...one,
    body: nothing,
    output: own,
    success: 200,
    versioned: true,
  },
  listComplaints: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/complaints',
    summary: 'A round’s complaints, for staff; none that a conflict or an own review keeps from',
    access: 'staff',
    params: z.object({ roundId: idSchema }),
    query: none,
    body: nothing,
    output: z.object({ items: z.array(handled).readonly() }),
    success: 200,
  },
  viewComplaintFile: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/complaint/file',
    summary: 'One complaint with what was decided, for staff',
    access: 'staff',
    ...one,
    body: nothing,
    output: handled,
    success: 200,
  },
  takeUpComplaint: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/complaint/review',
    summary:
      'Look at a complaint: somebody who neither reviewed nor decided the application; owners are mailed',
    access: 'staff',
    ...one,
    body: nothing,
    output: handled,
    success: 200,
    versioned: true,
  },
  settleComplaint: {
    method: 'POST',
    path: '/api/v1/applications/{applicationId}/complaint/settlement',
    summary: 'Uphold a complaint or not, with reasons that the applicant reads; owners are mailed',
    access: 'staff',
    ...one,
    body: settlementTermsSchema,
    output: handled,
    success: 200,
    versioned: true,
  },
} as const satisfies Contract;
