import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';

export const messageStatuses = [
  'held',
  'queued',
  'sending',
  'sent',
  'bounced',
  'unsure',
  'withdrawn',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];
export type MessageAction =
  | 'release'
  | 'withdraw'
  | 'begin-sending'
  | 'postpone'
  | 'confirm-sent'
  | 'bounce'
  | 'doubt'
  | 'resend';

type Steps = Readonly<Record<MessageStatus, Partial<Record<MessageAction, MessageStatus>>>>;

/**
 * What may follow what. SES has no idempotency key: a crash in `sending` becomes `unsure`, which a person looks at
 * and which is never sent again unasked.
 */
export const messageSteps = {
  held: { release: 'queued', withdraw: 'withdrawn' },
  queued: { 'begin-sending': 'sending', withdraw: 'withdrawn' },
  sending: { 'confirm-sent': 'sent', postpone: 'queued', bounce: 'bounced', doubt: 'unsure' },
  sent: { bounce: 'bounced' },
  bounced: { resend: 'queued' },
  unsure: { resend: 'queued', 'confirm-sent': 'sent' },
  withdrawn: {},
} as const satisfies Steps;

/**
 * The kinds of mail there are. Each has its words in web/messages/mail as `mail.<kind>.subject` and `.body`, but for a
 * letter of the committee: staff write those, round by round.
 */
export const messageKinds = [
  'invitation-staff',
  'invitation-reviewer',
  'invitation-member',
  'invitation-lead',
  'alum-invitation',
  'second-address',
  'receipt',
  'reminder-draft',
  'reminder-review',
  'reminder-review-late',
  'sign-off-request',
  'sign-off-bounced',
  'counterpart-request',
  'counterpart-handed-on',
  'counterpart-link-ended',
  'counterpart-revoked',
  'counterpart-bounced',
  'counterpart-answered',
  'application-returned',
  'application-extended',
  'answer-recorded',
  'complaint-step',
  'letter-award',
  'letter-waitlist',
  'letter-decline',
  'letter-please-confirm',
  'letter-round',
  'question-answered',
  'discussion-open',
  'round-extended',
  'round-cancelled',
  'form-changed',
  'introduction-request',
  'introduction-reminder',
  'introduction-answered',
  'introduction-accepted',
  'introduction-connected',
  'introduction-joined',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** One mail to one address. `id` is derived from what caused it and who gets it, so that it exists once. */
export const messageSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  status: z.enum(messageStatuses),
  kind: z.enum(messageKinds),
  /** The application, round or invitation it is about: `application#…`. */
  about: z.string(),
  /** The round whose outbox lists it, where there is one. */
  roundId: idSchema.exactOptional(),
  to: z.object({ address: z.email(), name: z.string() }),
  language: z.enum(['en', 'ja']),
  /** Values for the words, all text: names, titles, instants in ISO 8601, paths on our own site. */
  values: z.record(z.string(), z.string()),
  /** Somebody else whose name stands in the values, as `sender`: it goes with their account. */
  sender: idSchema.exactOptional(),
  /** A committee letter's own words with their placeholders, as they stood when it was written. */
  words: z.object({ subject: z.string(), body: z.string() }).exactOptional(),
  /** A link's token, in the clear only until the mail is sent; then it is dropped. */
  linkToken: z.string().exactOptional(),
  createdAt: z.iso.datetime(),
  sendingAt: z.iso.datetime().exactOptional(),
  sentAt: z.iso.datetime().exactOptional(),
  providerId: z.string().exactOptional(),
});
export type Message = z.output<typeof messageSchema>;
