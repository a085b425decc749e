import * as z from 'zod';
import { fields } from '../alumni/alum.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Stale } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { lineSchema } from '../kernel/text.ts';
import { topicSchema } from '../kernel/theme.ts';

const word = lineSchema(40).pipe(z.string().min(1));

/** What a partnership seeks in alumni: what to work on, fields of work, and skills in its own words. */
export const seekingDetailsSchema = z.strictObject({
  topics: z.array(topicSchema).max(12).default([]),
  fields: z.array(z.enum(fields)).max(fields.length).default([]),
  words: z.array(word).max(10).default([]),
});
export type SeekingDetails = z.output<typeof seekingDetailsSchema>;

export const seekingSchema = z.object({
  partnershipId: idSchema,
  version: z.int().positive(),
  savedAt: z.iso.datetime(),
  ...seekingDetailsSchema.shape,
});
export type Seeking = z.output<typeof seekingSchema>;

export type SeekingChange = { readonly seeking: Seeking; readonly events: readonly DomainEvent[] };

type Saying = {
  readonly partnershipId: string;
  readonly details: SeekingDetails;
  readonly by: string;
  /** The one that was read; 0 where nothing was said so far. */
  readonly version: number;
};

/** A partnership says what it seeks. The event says that it did, and not what. */
export const saySought = (
  earlier: Seeking | undefined,
  { partnershipId, details, by, version }: Saying,
  at: Date,
): Result<SeekingChange, Stale> => {
  const current = earlier?.version ?? 0;
  if (version !== current) return fail({ kind: 'stale', current });
  const { topics, fields: sought, words } = details;
  const seeking = {
    partnershipId,
    version: current + 1,
    savedAt: at.toISOString(),
    topics: [...new Set(topics)],
    fields: [...new Set(sought)],
    words: [...new Set(words)],
  };
  const event = {
    id: `${partnershipId}/seeking/${seeking.version}`,
    subject: `partnership#${partnershipId}`,
    type: 'partnership-seeking-changed',
    at: seeking.savedAt,
    by,
    data: { version: seeking.version },
  };
  return ok({ seeking, events: [event] });
};
