import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { centsSchema } from '../kernel/money.ts';
import { lineSchema, proseSchema } from '../kernel/text.ts';
import { directions } from './sections/delegation.ts';

export const confirmationStatuses = [
  'not-requested',
  'requested',
  'changes-proposed',
  'confirmed',
  'declined',
] as const;
export const confirmationAnswers = ['confirm', 'propose-changes', 'decline'] as const;
export type ConfirmationStatus = (typeof confirmationStatuses)[number];
export type ConfirmationAnswer = (typeof confirmationAnswers)[number];
export type ConfirmationAction = 'request' | ConfirmationAnswer;
type Steps = Readonly<Record<ConfirmationStatus, Partial<Record<ConfirmationAction, ConfirmationStatus>>>>;

/** What may follow what. A request on a requested one replaces the link, as when a mail was lost. */
export const confirmationSteps = {
  'not-requested': { request: 'requested' },
  requested: {
    request: 'requested',
    confirm: 'confirmed',
    'propose-changes': 'changes-proposed',
    decline: 'declined',
  },
  'changes-proposed': { request: 'requested' },
  declined: { request: 'requested' },
  confirmed: {},
} as const satisfies Steps;

/** What the office is asked to confirm. Beyond title and days, as much as was written when it was asked. */
export const planSchema = z.object({
  title: z.string(),
  arrivesOn: z.iso.date(),
  leavesOn: z.iso.date(),
  summary: z.string().exactOptional(),
  direction: z.enum(directions).exactOptional(),
  /** Adults. */
  travelers: z.int().positive().exactOptional(),
  /** Under 18: their number, never a name. */
  minors: z.int().positive().exactOptional(),
  requestedCents: centsSchema.exactOptional(),
});
export type Plan = z.output<typeof planSchema>;

/** An item of its own, not a field of the application: the office writes it while the applicant edits. */
export const confirmationSchema = z.object({
  applicationId: idSchema,
  organisationId: idSchema,
  version: z.int().positive(),
  status: z.enum(confirmationStatuses),
  /** What the office was asked to confirm, as it stood when it was asked. */
  plan: planSchema,
  asked: z.object({
    office: z.string(),
    contact: z.string(),
    email: z.email(),
    /** Who entered the address. */
    by: idSchema,
    at: z.iso.datetime(),
    tokenHash: z.string(),
    expiresAt: z.iso.datetime(),
    /** The request that asked, so that its retry sends no second mail. */
    key: z.string(),
  }),
  answer: z
    .object({
      /** The person in charge (担当者). */
      name: z.string(),
      /** Who approved the answer in the office (決裁者), where they say. */
      approver: z.string(),
      note: z.string(),
      at: z.iso.datetime(),
    })
    .exactOptional(),
});
export type Confirmation = z.output<typeof confirmationSchema>;

export const answerSchema = z.strictObject({
  version: z.int().positive(),
  action: z.enum(confirmationAnswers),
  name: lineSchema(80).pipe(z.string().min(1)),
  approver: lineSchema(80).default(''),
  note: proseSchema(2000).default(''),
});
export type Answer = z.output<typeof answerSchema>;

/** What a page offers the office: nothing once an answer is in. */
export const answersAfter = (status: ConfirmationStatus): readonly ConfirmationAnswer[] => {
  const steps: Partial<Record<ConfirmationAction, ConfirmationStatus>> = confirmationSteps[status];
  return confirmationAnswers.filter((answer) => steps[answer]);
};

/** What is known of an answer's origin: the domain of the address that was asked. Never more than that. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);
