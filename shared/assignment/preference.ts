import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { Stale } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { phaseAt, type Round } from '../programs/round.ts';
import { conflictReasonSchema } from '../reviews/staff-conflict.ts';
import type { PreferencesClosed } from './assignment.errors.ts';

export const preferenceKinds = ['want', 'willing', 'rather-not'] as const;
export type PreferenceKind = (typeof preferenceKinds)[number];

/** By application. As many as a round may have, and still one item of under 100 KB. */
const choicesSchema = z
  .record(idSchema, z.enum(preferenceKinds))
  .refine((choices) => Object.keys(choices).length <= 1500, 'too-many');

/** What one reviewer says of one round: an item of its own, read with the round's others when a plan is made. */
export const preferencesSchema = z.object({
  personId: idSchema,
  roundId: idSchema,
  version: z.int().positive(),
  savedAt: z.iso.datetime(),
  /** The most applications they can take; absent where they leave it to the round. */
  most: z.int().min(0).max(200).optional(),
  choices: choicesSchema,
});
export type Preferences = z.output<typeof preferencesSchema>;

/**
 * What is sent at once: a choice for each application shown, `none` where nothing is said. In place of a choice, the
 * reason of a conflict: it is declared for good and is no preference, so it is kept with what else was declared.
 */
export const statedSchema = z.strictObject({
  most: z.int().min(0).max(200).optional(),
  choices: z.record(idSchema, z.enum([...preferenceKinds, 'none'])),
  conflicts: z
    .record(idSchema, conflictReasonSchema)
    // As many as a page lists.
    .refine((conflicts) => Object.keys(conflicts).length <= 50, 'too-many')
    .optional(),
});
export type Stated = z.output<typeof statedSchema>;

export type PreferencesChange = {
  readonly preferences: Preferences;
  readonly events: readonly DomainEvent[];
};

/** Preferences are asked for once nothing can come in any more, and until assignments are applied. */
export const takesPreferences = (
  round: Round,
  appliedAt: string | undefined,
  now: Date,
): Result<void, PreferencesClosed> => {
  if (appliedAt) return fail({ kind: 'preferences-closed', because: 'applied' });
  const phase = phaseAt(round, now);
  if (phase === 'announced') return fail({ kind: 'preferences-closed', because: 'announced' });
  return phase === 'closed' ? ok(undefined) : fail({ kind: 'preferences-closed', because: 'round-open' });
};

type Of = { readonly personId: string; readonly roundId: string; readonly version: number };

/**
 * The next version: what is stated takes the place of what was said of the same applications, the rest stays. The event
 * says that something was said, and nothing of what.
 */
export const statePreferences = (
  earlier: Preferences | undefined,
  { personId, roundId, version }: Of,
  { most, choices }: Pick<Stated, 'most' | 'choices'>,
  at: Date,
): Result<PreferencesChange, Stale> => {
  const current = earlier?.version ?? 0;
  if (version !== current) return fail({ kind: 'stale', current });
  const kept = { ...earlier?.choices };
  for (const [applicationId, choice] of Object.entries(choices))
    if (choice === 'none') delete kept[applicationId];
    else kept[applicationId] = choice;
  const savedAt = at.toISOString();
  const preferences: Preferences = {
    personId,
    roundId,
    version: current + 1,
    savedAt,
    ...(most !== undefined && { most }),
    choices: kept,
  };
  const event: DomainEvent = {
    id: `${roundId}/${personId}/preferences/${preferences.version}`,
    subject: `person#${personId}`,
    type: 'preferences-stated',
    at: savedAt,
    by: personId,
    data: { roundId },
  };
  return ok({ preferences, events: [event] });
};
