import * as z from 'zod';
import { factsSchema } from '../conflicts/facts.ts';
import { idSchema } from '../kernel/ids.ts';
import { centsSchema } from '../kernel/money.ts';
import { themeSchema } from '../kernel/theme.ts';
import { extensionSchema } from './extension.ts';
import { paperMarkSchema, paperSchema } from './paper.ts';

export const applicationStatuses = [
  'draft',
  'returned',
  'submitted',
  'in-review',
  'shortlisted',
  'awarded',
  'waitlisted',
  'declined',
  'accepted',
  'declined-by-applicant',
  'withdrawn',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

export type ApplicationAction =
  | 'submit'
  | 'reopen'
  | 'return'
  | 'begin-review'
  | 'shortlist'
  | 'award'
  | 'waitlist'
  | 'decline'
  | 'accept'
  | 'decline-award'
  | 'withdraw';

type Steps = Readonly<Record<ApplicationStatus, Partial<Record<ApplicationAction, ApplicationStatus>>>>;

/** What may follow what. Pages, API, tests and the diagram in docs/domain.md all read it. */
export const applicationSteps = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { reopen: 'draft', return: 'returned', 'begin-review': 'in-review', withdraw: 'withdrawn' },
  'in-review': {
    shortlist: 'shortlisted',
    award: 'awarded',
    waitlist: 'waitlisted',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  shortlisted: { award: 'awarded', waitlist: 'waitlisted', decline: 'declined', withdraw: 'withdrawn' },
  waitlisted: { award: 'awarded', decline: 'declined', withdraw: 'withdrawn' },
  awarded: { accept: 'accepted', 'decline-award': 'declined-by-applicant', withdraw: 'withdrawn' },
  declined: {},
  accepted: {},
  'declined-by-applicant': {},
  withdrawn: {},
} as const satisfies Steps;

export const sectionIds = [
  'eligibility',
  'project',
  'outcomes',
  'delegation',
  'meetings',
  'partners',
  'sustainability',
  'budget',
  'attachments',
  'questions',
  'counterpart',
  'declaration',
] as const;
export type SectionId = (typeof sectionIds)[number];

/**
 * The application's head: small, indexed, and never rewritten by an autosave. What people write is in its sections,
 * items of their own; what was sent is in its submissions.
 */
export const applicationSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  status: z.enum(applicationStatuses),
  roundId: idSchema,
  organisationId: idSchema,
  partnershipId: idSchema,
  /** The pair as it reads in lists: `Austin, TX – Oita`. Both names are public facts. */
  pair: z.object({ us: z.string(), jp: z.string(), jpJa: z.string() }),
  /** What the applicant calls it; asked at the start, set again from the project section at each submission. */
  title: z.string(),
  createdAt: z.iso.datetime(),
  /** The round's form it was started under and keeps; left out for the first. */
  formVersion: z.int().min(2).exactOptional(),
  /** From the latest submission. The rest of it, and the receipt, are an item of their own. */
  submission: z
    .object({
      no: z.int().positive(),
      at: z.iso.datetime(),
      theme: themeSchema,
      requestedCents: centsSchema,
      matchCents: centsSchema,
    })
    .exactOptional(),
  /** From the latest submission: what conflicts of interest are computed from. Shown to nobody. */
  facts: factsSchema.exactOptional(),
  /** Set in the announcement's own transaction. */
  outcome: z
    .object({
      decision: z.enum(['award', 'waitlist', 'decline']),
      amountCents: centsSchema,
      at: z.iso.datetime(),
    })
    .exactOptional(),
  returned: z.object({ reason: z.string(), until: z.iso.datetime() }).exactOptional(),
  /** More time that staff gave this one application. */
  extension: extensionSchema.exactOptional(),
  /** Where staff recorded the answer to the award. Its applicant reads it; who did so is in the event. */
  recorded: z.object({ reason: z.string(), at: z.iso.datetime() }).exactOptional(),
  /** That it came on paper and staff typed it. */
  paper: paperSchema.exactOptional(),
});
export type Application = z.output<typeof applicationSchema>;

/** The head as an answer may show it. */
export const shownApplicationSchema = applicationSchema
  .omit({ facts: true })
  .extend({ paper: paperMarkSchema.exactOptional() });

/** Whether it was sent and counts: neither being written again nor withdrawn. */
export const standsSent = ({ status, submission }: Pick<Application, 'status' | 'submission'>): boolean =>
  submission !== undefined && !['draft', 'returned', 'withdrawn'].includes(status);

/** `SHM-` and eight characters derived from the id: stable, unguessable order, easy to read aloud. */
export const receiptNumber = (applicationId: string): string =>
  `SHM-${applicationId.replaceAll('-', '').slice(0, 8).toUpperCase()}`;

/**
 * The status an applicant, a statistic or a mail may know: what committee and staff have prepared stays
 * `in-review` until the round is announced.
 */
export const visibleStatus = (status: ApplicationStatus, announced: boolean): ApplicationStatus =>
  !announced && ['shortlisted', 'awarded', 'waitlisted', 'declined'].includes(status) ? 'in-review' : status;
