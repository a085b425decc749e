import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { centsSchema } from '../kernel/money.ts';
import { lineSchema, proseSchema } from '../kernel/text.ts';
import { yenRateSchema } from '../programs/yen-rate.ts';
import { directions } from './sections/delegation.ts';

export const confirmationStatuses = [
  'not-requested',
  'requested',
  'awaiting-approval',
  'revoked',
  'changes-proposed',
  'confirmed',
  'declined',
] as const;
export const confirmationAnswers = ['confirm', 'propose-changes', 'decline'] as const;
export type ConfirmationStatus = (typeof confirmationStatuses)[number];
export type ConfirmationAnswer = (typeof confirmationAnswers)[number];
export type ConfirmationAction = 'request' | 'keep' | 'forward' | 'revoke' | ConfirmationAnswer;
type Steps = Readonly<Record<ConfirmationStatus, Partial<Record<ConfirmationAction, ConfirmationStatus>>>>;

const answered = {
  confirm: 'confirmed',
  'propose-changes': 'changes-proposed',
  decline: 'declined',
} as const;

/**
 * What may follow what. A request on a requested one replaces the link, as when a mail was lost. What an office keeps
 * while it waits for its approval (決裁) may be kept again and again: only an answer ends it.
 */
export const confirmationSteps = {
  'not-requested': { request: 'requested' },
  requested: {
    request: 'requested',
    keep: 'awaiting-approval',
    forward: 'requested',
    revoke: 'revoked',
    ...answered,
  },
  'awaiting-approval': {
    request: 'requested',
    keep: 'awaiting-approval',
    forward: 'awaiting-approval',
    revoke: 'revoked',
    ...answered,
  },
  revoked: { request: 'requested' },
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
  /** The rate that was stated when the office was asked. */
  yenRate: yenRateSchema.exactOptional(),
});
export type Plan = z.output<typeof planSchema>;

const name = lineSchema(80);
const day = z.union([z.literal(''), z.iso.date()]);

/** What an office writes. All of it may be missing while it waits for its approval. */
const answerTexts = {
  /** The person in charge (担当者), with their section. */
  name: name.default(''),
  /** Who approved the answer in the office (決裁者), where they say. */
  approver: name.default(''),
  /** Who receives the visitors, and where they stay. */
  hosts: proseSchema(500).default(''),
  /** What the office hopes for from the visit. */
  hopes: proseSchema(1000).default(''),
  note: proseSchema(2000).default(''),
  /** The days that would suit the office instead. */
  arrivesOn: day.default(''),
  leavesOn: day.default(''),
};

/** What waits for an approval: the answer in mind, if any, and the words as far as they are written. */
export const keptAnswerSchema = z.strictObject({
  action: z.union([z.literal(''), z.enum(confirmationAnswers)]).default(''),
  ...answerTexts,
});
export type KeptAnswer = z.output<typeof keptAnswerSchema>;

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
    /** When the office handed the link on to the colleague whose address this is. */
    forwardedAt: z.iso.datetime().exactOptional(),
    /** When the mail with the link came back. */
    bouncedAt: z.iso.datetime().exactOptional(),
  }),
  kept: keptAnswerSchema.extend({ at: z.iso.datetime() }).exactOptional(),
  answer: z.object({ ...answerTexts, at: z.iso.datetime() }).exactOptional(),
  /** When the office was mailed, as far as it still counts for the next mail. */
  mailed: z.array(z.iso.datetime()).exactOptional(),
});
export type Confirmation = z.output<typeof confirmationSchema>;

export const answerSchema = z.strictObject({
  version: z.int().positive(),
  action: z.enum(confirmationAnswers),
  ...answerTexts,
  name: name.pipe(z.string().min(1)),
});
export type Answer = z.output<typeof answerSchema>;

/** Whether the office can still answer by its link. */
export const isOpen = (status: ConfirmationStatus): boolean =>
  status === 'requested' || status === 'awaiting-approval';

/** What a page offers the office: nothing once an answer is in. */
export const answersAfter = (status: ConfirmationStatus): readonly ConfirmationAnswer[] => {
  const steps: Partial<Record<ConfirmationAction, ConfirmationStatus>> = confirmationSteps[status];
  return confirmationAnswers.filter((answer) => steps[answer]);
};

/** What is known of an answer's origin: the domain of the address that was asked. Never more than that. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();
