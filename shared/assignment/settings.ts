import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';

/** What a member of the mix can bring, by the solver's name of the trait. */
export const traits = ['business', 'japanese', 'jet'] as const;
export type Trait = (typeof traits)[number];

/** The named parts a pair's score is the sum of. */
export const scoreParts = ['theme', 'preference', 'language', 'region', 'jet'] as const;
export type ScorePart = (typeof scoreParts)[number];

const load = z.int().min(0).max(200);
const inOrder = ({ min, max }: { min: number; max: number }) => min <= max;
const order = { error: 'min-over-max', path: ['min'] };

const of = <const Names extends readonly string[], Value extends z.ZodType>(names: Names, value: Value) =>
  z.strictObject(
    // fromEntries() forgets the keys it was given.
    Object.fromEntries(names.map((name) => [name, value])) as Record<Names[number], Value>,
  );

/** What staff ask of a plan. The demand is the round's own: so many reviewers for each application. */
export const planSettingsSchema = z.strictObject({
  objective: z.enum(['total', 'fair']),
  /** How many applications a reviewer gets, both inclusive, unless `loads` says otherwise. */
  load: z.strictObject({ min: load, max: load }).refine(inOrder, order),
  loads: z
    .array(z.strictObject({ reviewerId: idSchema, min: load, max: load }).refine(inOrder, order))
    .max(400),
  /** At least so many of each application's reviewers have the trait. */
  needs: of(traits, z.int().min(0).max(9)),
  /** Reviewers who never get the same application. */
  apart: z.array(z.tuple([idSchema, idSchema]).refine(([one, other]) => one !== other, 'same')).max(100),
  /** Whether assignments that nobody has begun stay. Those begun always do. */
  keepExisting: z.boolean(),
  /** How much each part counts; 0 leaves it out. */
  weights: of(scoreParts, z.int().min(0).max(10)),
});
export type PlanSettings = z.output<typeof planSettingsSchema>;

/** A round's settings, and since when its assignments are applied. */
export const roundSettingsSchema = z.object({
  roundId: idSchema,
  version: z.int().positive(),
  settings: planSettingsSchema,
  /** When a plan was first applied: preferences are closed from then on. */
  appliedAt: z.iso.datetime().optional(),
});
export type RoundSettings = z.output<typeof roundSettingsSchema>;

/** What stands in the form before anyone has set anything. */
export const usualSettings: PlanSettings = {
  objective: 'total',
  load: { min: 0, max: 6 },
  loads: [],
  needs: { business: 0, japanese: 0, jet: 0 },
  apart: [],
  keepExisting: true,
  weights: { theme: 5, preference: 5, language: 1, region: 1, jet: 1 },
};
