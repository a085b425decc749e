import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { centsSchema } from '../kernel/money.ts';
import { proseSchema } from '../kernel/text.ts';
import { themes } from '../kernel/theme.ts';
import { censusRegions, japanRegions } from '../reference/town-facts.ts';

/** What a floor can be about. `small-town` counts U.S. places below a number of people. */
export const floorKinds = ['theme', 'us-region', 'jp-region', 'first-time', 'small-town'] as const;
type FloorKind = (typeof floorKinds)[number];

const known: Readonly<Record<FloorKind, (value: string) => boolean>> = {
  theme: (value) => themes.some((one) => one === value),
  'us-region': (value) => censusRegions.some((one) => one === value),
  'jp-region': (value) => japanRegions.includes(value),
  'first-time': (value) => value === '',
  'small-town': (value) => /^[1-9]\d{0,7}$/.test(value),
};

/** At least so many awards, or so much money, for one kind of application. */
const floorSchema = z
  .strictObject({
    kind: z.enum(floorKinds),
    /** The theme, the region, or the number of people a town has fewer than; empty for first-time cities. */
    value: z.string().max(60),
    measure: z.enum(['awards', 'cents']),
    /** Awards, or whole cents. */
    least: z.int().min(1).max(100_000_000_00),
  })
  .refine(({ kind, value }) => known[kind](value), { path: ['value'], error: 'invalid' });
export type Floor = z.output<typeof floorSchema>;

/** A choice that staff make themselves, with a reason: in or out, and in with an amount if they say one. */
export const overrideSchema = z.strictObject({
  applicationId: idSchema,
  choice: z.enum(['in', 'out']),
  amountCents: centsSchema.exactOptional(),
  reason: proseSchema(300).pipe(z.string().min(1)),
});
export type Override = z.output<typeof overrideSchema>;

/** What a portfolio is planned under, beside the round's envelope and slots. */
export const portfolioTermsSchema = z.strictObject({
  /** The least share of a request that an award may cover, in whole percent; 100: the whole request or nothing. */
  minimumShare: z.int().min(1).max(100),
  floors: z.array(floorSchema).max(12),
  overrides: z
    .array(overrideSchema)
    .max(50)
    .refine((list) => new Set(list.map(({ applicationId }) => applicationId)).size === list.length, {
      error: 'twice',
    }),
});
export type PortfolioTerms = z.output<typeof portfolioTermsSchema>;

export const usualTerms: PortfolioTerms = { minimumShare: 100, floors: [], overrides: [] };

/** What a floor gets, and what it costs. Scores are whole: points are `score / scale`. */
const floorResultSchema = z.object({
  /** Awards or cents that the portfolio gives towards it; undefined where there is no portfolio. */
  reached: z.int().optional(),
  /** The score that would be gained without this floor alone; undefined where there is no portfolio. */
  cost: z.int().optional(),
  /** The most that could be reached if it were the only floor; said where floors are in the way of a portfolio. */
  most: z.int().optional(),
  /** Whether dropping this floor alone would make a portfolio possible; said where floors are in the way. */
  blocks: z.boolean().optional(),
});
export type FloorResult = z.output<typeof floorResultSchema>;

const portfolioPlanSchema = z.object({
  /** `optimal` is proven; `infeasible` too. */
  status: z.enum(['optimal', 'infeasible']),
  /** What leaves no portfolio: what staff put in does not fit by itself, whatever the floors, or it is the floors. */
  blockedBy: z.enum(['choices', 'floors']).exactOptional(),
  /** In the order of the ranking; empty where nothing satisfies every term. */
  awards: z.array(z.object({ applicationId: idSchema, amountCents: centsSchema })),
  score: z.int(),
  scale: z.int().positive(),
  /** One for each floor of the terms, in their order. */
  floors: z.array(floorResultSchema),
  /** How many applications could be chosen from: those with a score, and those that staff put in. */
  candidates: z.int(),
  plannedAt: z.iso.datetime(),
});
export type PortfolioPlan = z.output<typeof portfolioPlanSchema>;

/** A round's portfolio: its terms as staff wrote them, and what was planned under them. One for each round. */
export const portfolioSchema = z.object({
  roundId: idSchema,
  version: z.int().positive(),
  terms: portfolioTermsSchema,
  askedBy: idSchema,
  askedAt: z.iso.datetime(),
  jobId: idSchema,
  /** Absent while it is being planned. */
  plan: portfolioPlanSchema.exactOptional(),
});
export type Portfolio = z.output<typeof portfolioSchema>;
