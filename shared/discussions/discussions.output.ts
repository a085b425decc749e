import * as z from 'zod';
import { applicationSchema } from '../applications/application.ts';
import { idSchema } from '../kernel/ids.ts';
import { roundSchema } from '../programs/round.ts';
import { agendaSchema } from './agenda.ts';
import { voices } from './discussion.ts';
import { roundDiscussionStatuses } from './round-discussion.ts';

// What leaves: parsing by these drops whatever they do not name.

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const count = z.int().min(0);
const instant = z.iso.datetime();
const status = z.enum(roundDiscussionStatuses);
const application = applicationSchema.pick({ id: true, title: true, pair: true });
const known = application.extend({ receipt: z.string() });

const author = z.object({
  as: z.enum(voices),
  label: z.string().optional(),
  name: z.string().optional(),
  own: z.boolean(),
});
const notes = z.object({ version: z.int().positive(), at: instant, text: z.string(), author });

export const discussionView = z.object({
  application: known.extend({ status: applicationSchema.shape.status }),
  as: z.enum(voices),
  reviewId: idSchema.optional(),
  status,
  open: z.boolean(),
  lead: author.extend({ no: z.int().positive() }).optional(),
  mayTakeNotes: z.boolean(),
  scores: list(
    z.object({
      author,
      score: z.number(),
      reviewerId: idSchema.optional(),
      setAside: z.literal(true).optional(),
    }),
  ),
  total: count,
  posts: list(
    z.object({
      no: z.int().positive(),
      at: instant,
      text: z.string(),
      replyTo: z.int().positive().optional(),
      author,
    }),
  ),
  next: z.string().optional(),
  notes: notes.optional(),
  keptNotes: list(notes),
  rescored: list(
    z.object({
      reviewId: idSchema,
      no: z.int().positive(),
      at: instant,
      reason: z.string().optional(),
      before: z.number(),
      after: z.number(),
      changes: list(z.object({ criterionId: idSchema, before: z.number(), after: z.number() })),
      author,
      setAside: z.literal(true).optional(),
    }),
  ),
});

export const roundDiscussion = z.object({ roundId: idSchema, version: z.int().positive(), status });

export const roundDiscussionView = z.object({
  status,
  version: count,
  movedAt: instant.optional(),
  items: list(
    known.extend({
      status: applicationSchema.shape.status,
      posts: count,
      submitted: count,
      mean: z.number().optional(),
      spread: z.number().optional(),
      lead: z.string().optional(),
      proposedLead: z.string().optional(),
    }),
  ),
  told: count,
  kept: count,
});

export const agendaView = z.object({
  agenda: agendaSchema.pick({ startsAt: true, minutes: true }),
  version: count,
  parts: list(
    z.object({
      from: instant,
      until: instant,
      item: known.optional(),
      leave: list(z.string()),
      back: list(z.string()),
    }),
  ),
  backAtEnd: list(z.string()),
  absences: count,
  isLeast: z.boolean(),
  choices: list(known.extend({ chosen: z.boolean(), spread: z.number().optional(), disagree: z.boolean() })),
  people: list(z.object({ personId: idSchema, name: z.string(), as: z.enum(voices), away: z.boolean() })),
});

export const myAgenda = z.object({
  round: roundSchema.pick({ id: true, name: true, zone: true }),
  parts: list(
    z.object({
      from: instant,
      until: instant,
      pair: applicationSchema.shape.pair.optional(),
      own: z.object({ title: z.string(), reviewId: idSchema }).optional(),
    }),
  ),
});

export const setAgenda = agendaSchema.pick({ roundId: true, version: true, startsAt: true, minutes: true });
