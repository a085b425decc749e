import * as z from 'zod';
import { trustSchema } from '../endorsements/office-domain.ts';
import { eligibilityTrailSchema } from '../programs/eligibility-trail.ts';
import { roundSchema } from '../programs/round.ts';
import { applicationSchema, sectionIds, shownApplicationSchema } from './application.ts';
import { applicationActs } from './application-actions.ts';
import { attachmentSchema, attachmentStates } from './attachment.ts';
import { belongings } from './belonging.ts';
import { confirmationAnswers, confirmationSchema, confirmationStatuses, planSchema } from './confirmation.ts';
import { sectionStates } from './section-state.ts';
import { problemCodes } from './sections/problem.ts';
import { signOffStates } from './sign-off.ts';

/** What was typed in one section: text by field, and lists of rows of text. */
const rowSchema = z.record(z.string().max(64), z.string().max(20_000)).readonly();
export const sectionDataSchema = z
  .record(z.string().max(64), z.union([z.string().max(20_000), z.array(rowSchema).max(60).readonly()]))
  .readonly();

const problemSchema = z.object({ path: z.string(), code: z.enum(problemCodes) });

const sectionViewSchema = z.object({
  id: z.enum(sectionIds),
  /** 0: never saved. */
  version: z.int().min(0),
  savedAt: z.iso.datetime().optional(),
  savedBy: z.string().optional(),
  data: sectionDataSchema,
  state: z.enum(sectionStates),
  problems: z.array(problemSchema).readonly(),
});

const attachmentViewSchema = attachmentSchema.omit({ version: true, held: true, arrived: true }).extend({
  state: z.enum(attachmentStates),
  /** In bytes, as it arrived. */
  arrivedBytes: z.int().optional(),
});
export type AttachmentView = z.output<typeof attachmentViewSchema>;

/** The signature, without the link's secret. */
const signOffViewSchema = z.object({
  state: z.enum(signOffStates),
  asked: z
    .object({
      name: z.string(),
      email: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      bouncedAt: z.iso.datetime().optional(),
    })
    .optional(),
  signed: z
    .object({
      name: z.string(),
      title: z.string(),
      at: z.iso.datetime(),
      by: z.string(),
      signedOn: z.iso.date().optional(),
    })
    .optional(),
});
export type SignOffView = z.output<typeof signOffViewSchema>;

const answerViewSchema = confirmationSchema.shape.answer.unwrap();

/** "Answered from `domain`, address entered by `asked.by`": never as verified. */
const confirmationViewSchema = z.object({
  status: z.enum(confirmationStatuses),
  expired: z.boolean(),
  plan: planSchema.optional(),
  asked: z
    .object({
      office: z.string(),
      email: z.string(),
      domain: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      forwardedAt: z.iso.datetime().optional(),
      bouncedAt: z.iso.datetime().optional(),
    })
    .optional(),
  /** How far an answer from there can be trusted. */
  trust: trustSchema.optional(),
  /** Since when the answer waits for the office's approval (決裁): of what it says, nothing is known before. */
  awaitingSince: z.iso.datetime().optional(),
  answer: answerViewSchema.optional(),
});
export type ConfirmationView = z.output<typeof confirmationViewSchema>;

const editorSchema = z.object({
  sectionId: z.enum(sectionIds),
  personId: z.string(),
  /** As their account says; an address where it says no name, empty where there is no account any more. */
  name: z.string(),
  at: z.iso.datetime(),
});

const historyEntrySchema = z.object({
  id: z.string(),
  type: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What an applicant or a mail may know of the round that the application is in. */
export const roundBriefSchema = roundSchema.pick({
  id: true,
  version: true,
  name: true,
  opens: true,
  closes: true,
  zone: true,
  graceMinutes: true,
  themes: true,
  maximumAwardCents: true,
  matchPercent: true,
  extraQuestions: true,
  eligibility: true,
  demo: true,
  announcedAt: true,
  formVersion: true,
  extended: true,
  cancelled: true,
});

/** The application as its own people see it while they write and after. */
export const applicationViewSchema = z.object({
  /** `status` and `outcome` as they may be known: in review until the announcement. */
  application: shownApplicationSchema,
  number: z.string(),
  organisation: z.string(),
  round: roundBriefSchema,
  /** The last instant, inclusive, at which it can be sent. */
  lastInstant: z.iso.datetime(),
  claim: z.enum(['claimed', 'verified', 'refused', 'none']),
  sections: z.array(sectionViewSchema).readonly(),
  /** Who else has written in which section, and when last; the latest first. */
  editors: z.array(editorSchema).readonly(),
  attachments: z.array(attachmentViewSchema).readonly(),
  signOff: signOffViewSchema,
  /** Of the text as it stands: what a signature is given under. */
  textDigest: z.string(),
  confirmation: confirmationViewSchema,
  /** What was asked and answered before it was started. */
  eligibilityCheck: eligibilityTrailSchema.exactOptional(),
  history: z.array(historyEntrySchema).readonly(),
  /** How the reader belongs to it: as the applicant's member, or as staff who type what came on paper. */
  as: z.enum(belongings),
  actions: z.array(z.enum(applicationActs)).readonly(),
});
export type ApplicationView = z.output<typeof applicationViewSchema>;

/** What the authorised official reads before signing, and what the holder of a link may know. */
export const signOffSheetSchema = z.object({
  application: applicationSchema.pick({ id: true, title: true, pair: true }),
  organisation: z.string(),
  round: roundBriefSchema,
  sections: z.array(sectionViewSchema).readonly(),
  attachments: z.array(attachmentViewSchema).readonly(),
  signOff: signOffViewSchema,
  textDigest: z.string(),
  /** Whether it can still be signed: not once it was sent or withdrawn. */
  open: z.boolean(),
});
export type SignOffSheet = z.output<typeof signOffSheetSchema>;

/** What the counterpart's office is asked. */
export const confirmationSheetSchema = z.object({
  status: z.enum(confirmationStatuses),
  version: z.int(),
  organisation: z.string(),
  pair: applicationSchema.shape.pair,
  plan: planSchema,
  round: roundBriefSchema.pick({ name: true, zone: true, demo: true }),
  number: z.string(),
  asked: z.object({
    office: z.string(),
    contact: z.string(),
    /** Where the link may be handed on to: colleagues' addresses at this domain. */
    domain: z.string(),
    at: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  }),
  /** What waits for the office's approval (決裁). */
  kept: confirmationSchema.shape.kept.unwrap().optional(),
  answer: answerViewSchema.optional(),
  answers: z.array(z.enum(confirmationAnswers)).readonly(),
});
export type ConfirmationSheet = z.output<typeof confirmationSheetSchema>;

/** One line of "my applications": what is due, and when. */
export const myApplicationSchema = z.object({
  application: shownApplicationSchema,
  number: z.string(),
  round: roundBriefSchema,
  as: z.enum(['owner', 'editor', 'viewer']),
  due: z
    .object({ what: z.enum(['submit', 'send-again', 'accept']), at: z.iso.datetime().optional() })
    .optional(),
});
export type MyApplication = z.output<typeof myApplicationSchema>;
