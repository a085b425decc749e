import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { centsSchema } from '../kernel/money.ts';
import { proseSchema } from '../kernel/text.ts';
import { themeSchema } from '../kernel/theme.ts';

export const decisionKinds = ['award', 'waitlist', 'decline'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const decisionStatuses = ['proposed', 'sent-back', 'certified', 'announced'] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];
export type DecisionAction = 'propose' | 'certify' | 'send-back' | 'announce';

type Steps = Readonly<Record<DecisionStatus, Partial<Record<DecisionAction, DecisionStatus>>>>;

/**
 * What may follow what. Two people decide; a new proposal, also on a certified one, needs a new certificate. After the
 * announcement only a waitlisted application's decision is proposed anew, and its certificate announces it.
 */
export const decisionSteps = {
  proposed: { propose: 'proposed', certify: 'certified', 'send-back': 'sent-back' },
  'sent-back': { propose: 'proposed' },
  certified: { propose: 'proposed', announce: 'announced' },
  announced: { propose: 'proposed' },
} as const satisfies Steps;

export const proposalSchema = z.strictObject({
  decision: z.enum(decisionKinds),
  /** Zero unless it is an award. */
  amountCents: centsSchema,
  reason: proseSchema(4000).pipe(z.string().min(1)),
  /** Where it stands on the waitlist, first is 1; the reason says why. Only for the waitlist. */
  waitlistRank: z.int().min(1).max(200).exactOptional(),
});
export type Proposal = z.output<typeof proposalSchema>;

/** A decision that was announced and then decided anew: it stays beside what took its place. */
const earlierDecisionSchema = z.object({
  ...proposalSchema.shape,
  proposedBy: idSchema,
  settledBy: idSchema.exactOptional(),
  settledAt: z.iso.datetime().exactOptional(),
});

/** An item beside the application, which stays where it is until the announcement. One per application. */
export const decisionSchema = z.object({
  ...proposalSchema.shape,
  applicationId: idSchema,
  roundId: idSchema,
  version: z.int().positive(),
  status: z.enum(decisionStatuses),
  /** Public facts of the application, so that a list of awards reads one index. */
  pair: z.object({ us: z.string(), jp: z.string(), jpJa: z.string() }),
  title: z.string(),
  theme: themeSchema,
  partnershipId: idSchema,
  proposedBy: idSchema,
  proposedAt: z.iso.datetime(),
  settledBy: idSchema.exactOptional(),
  settledAt: z.iso.datetime().exactOptional(),
  /** What was announced before, oldest first. */
  earlier: z.array(earlierDecisionSchema).exactOptional(),
});
export type Decision = z.output<typeof decisionSchema>;
