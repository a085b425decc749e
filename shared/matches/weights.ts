import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { InvalidInput, Stale } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { type MatchWeights, matchWeights } from '../matching/match-weights.ts';

const points = z.int().min(0).max(100);

/** Whole points for each part of a score. */
export const matchWeightsSchema = z.strictObject({
  sameMunicipality: points,
  samePrefecture: points,
  neighbour: points,
  distance: points,
  themes: points,
  skills: points,
  japanese: points,
  availability: points,
  recency: points,
}) satisfies z.ZodType<MatchWeights>;
export const weightNames = matchWeightsSchema.keyof().options;
/** The parts that add up to a score; the two others are what a place farther away is worth. */
export const summedWeights = [
  'sameMunicipality',
  'distance',
  'themes',
  'skills',
  'japanese',
  'availability',
  'recency',
] as const satisfies readonly (keyof MatchWeights)[];

export const weightsInForceSchema = z.object({
  /** 0 while nobody has changed them. */
  version: z.int().min(0),
  weights: matchWeightsSchema,
});
export type WeightsInForce = z.output<typeof weightsInForceSchema>;
export const firstWeights: WeightsInForce = { version: 0, weights: matchWeights };

export type WeightsChange = { readonly inForce: WeightsInForce; readonly events: readonly DomainEvent[] };

export const together = (weights: MatchWeights): number =>
  summedWeights.reduce((sum, name) => sum + weights[name], 0);

/** What is wrong with weights as a whole: a farther place is worth no more than a nearer one, and together they are 100. */
export const faultsOf = (weights: MatchWeights): InvalidInput['fields'] => [
  ...(weights.samePrefecture > weights.sameMunicipality
    ? [{ path: 'samePrefecture', code: 'above-nearer' }]
    : []),
  ...(weights.neighbour > weights.samePrefecture ? [{ path: 'neighbour', code: 'above-nearer' }] : []),
  ...(together(weights) === 100
    ? []
    : [{ path: 'sameMunicipality', code: 'not-100', detail: String(together(weights)) }]),
];

/** Other weights from now on, by whoever read this version. The event holds what each was and is. */
export const changeWeights = (
  earlier: WeightsInForce,
  { weights, by, version }: { weights: MatchWeights; by: string; version: number },
  at: Date,
): Result<WeightsChange, Stale | InvalidInput> => {
  if (version !== earlier.version) return fail({ kind: 'stale', current: earlier.version });
  const fields = faultsOf(weights);
  if (fields.length > 0) return fail({ kind: 'invalid-input', fields });
  const inForce = { version: version + 1, weights };
  const event = {
    id: `matching/weights/${inForce.version}`,
    subject: 'matching',
    type: 'match-weights-changed',
    at: at.toISOString(),
    by,
    data: Object.fromEntries(
      weightNames
        .filter((name) => weights[name] !== earlier.weights[name])
        .map((name) => [name, `${earlier.weights[name]} to ${weights[name]}`]),
    ),
  };
  return ok({ inForce, events: [event] });
};
