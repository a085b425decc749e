import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { themeSchema } from '../kernel/theme.ts';
import { planSettingsSchema, traits } from './settings.ts';

export const planStatuses = ['asked', 'made', 'impossible', 'undecided', 'applying', 'applied'] as const;
export type PlanStatus = (typeof planStatuses)[number];
export type PlanAction = 'make' | 'find-none' | 'leave-open' | 'move' | 'apply' | 'finish-applying';

type Steps = Readonly<Record<PlanStatus, Partial<Record<PlanAction, PlanStatus>>>>;

/**
 * What may follow what. `impossible` is proven; `undecided` is a search that ended at its limit with neither a plan nor a
 * proof that there is none. Applying that broke off is asked for again, and goes on where it stopped.
 */
export const planSteps = {
  asked: { make: 'made', 'find-none': 'impossible', 'leave-open': 'undecided' },
  made: { move: 'made', apply: 'applying' },
  impossible: {},
  undecided: {},
  applying: { apply: 'applying', 'finish-applying': 'applied' },
  applied: {},
} as const satisfies Steps;

const whole = z.int();
const count = z.int().min(0);

/** The figures a plan was made with. Amounts are scores, which are whole numbers. */
export const planFiguresSchema = z.object({
  applications: count,
  reviewers: count,
  pairs: count,
  /** Of them, assignments that were there before. */
  fixed: count,
  /** Pairs kept out: by a conflict, by one that staff have yet to settle, or because the reviewer gave it back. */
  barred: count,
  total: whole,
  worst: whole,
  /**
   * What prices prove that no plan is above, as a sum anyone can redo; `worst` where the objective is `fair`, and `total`
   * then of the plans that give the worst as much as this one.
   */
  bound: z.object({ total: whole, worst: whole.optional() }),
  /**
   * The same as a search found it, which no sum rechecks; each only where it is below that of the prices. Plans made before
   * this stood apart have none, and the lower of both as their bound.
   */
  searched: z.object({ total: whole.optional(), worst: whole.optional() }).optional(),
  gap: z.object({ total: whole, worst: whole }),
  optimal: z.boolean(),
  loads: z.object({ min: count, max: count }),
  /**
   * How many pairs stand when every score moves by up to a tenth and all is solved again by the plan's own objective: the
   * fewest, of how many that were free, in how many tries; and how many of those are proven best.
   */
  stability: z.object({ tries: count, proven: count, pairs: count, fewestKept: count }).optional(),
});
export type PlanFigures = z.output<typeof planFiguresSchema>;

/** One way out where no plan keeps all bounds, by ids; `places` counts the steps, or the reviewers to add. */
export const wayOutSchema = z.object({
  kind: z.enum(['raise-maximum', 'lower-minimum', 'lower-demand', 'lower-need', 'mixed', 'add-reviewers']),
  places: count,
  /** How many applications each one added takes at most, and what they have to bring. */
  max: count.optional(),
  trait: z.enum(traits).optional(),
  /** The theme whose applications lack them. */
  theme: themeSchema.optional(),
  changes: z.array(
    z.object({
      what: z.enum(['maximum', 'minimum', 'demand', 'need']),
      id: idSchema,
      from: count,
      to: count,
      trait: z.enum(traits).optional(),
    }),
  ),
});
export type WayOut = z.output<typeof wayOutSchema>;

/** Two reviewers whom the settings keep apart, and who both stay with one application: no plan can mend that. */
export const clashSchema = z.object({ applicationId: idSchema, reviewerIds: z.tuple([idSchema, idSchema]) });
export type ClashRecord = z.output<typeof clashSchema>;

/** Clashes that are kept, of as many as there are: a head stays small. */
export const clashesKept = 50;

/** A plan's head. Its rows, what they were made of and the proof are items of their own. */
export const planSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  roundId: idSchema,
  status: z.enum(planStatuses),
  settings: planSettingsSchema,
  /** So many reviewers for each application, as the round had it. */
  demand: count,
  askedBy: idSchema,
  askedAt: z.iso.datetime(),
  /** The work on it that was asked for last. */
  jobId: idSchema,
  madeAt: z.iso.datetime().optional(),
  /** How many shelves of rows there are. */
  shelves: count,
  figures: planFiguresSchema.optional(),
  waysOut: z.array(wayOutSchema).optional(),
  /** Why it is impossible, where that is no matter of bounds. */
  clashes: z.array(clashSchema).max(clashesKept).optional(),
  /** Pairs that a person has moved since: the figures of the proof are no longer this plan's. */
  moved: count,
  appliedAt: z.iso.datetime().optional(),
});
export type PlanRecord = z.output<typeof planSchema>;

/** Whether there are rows to look at. */
export const isMade = ({ status }: Pick<PlanRecord, 'status'>): boolean =>
  status === 'made' || status === 'applying' || status === 'applied';

/** What became of a pair when the plan was applied: `done`, or the kind of failure that kept it out. */
const appliedSchema = z.string().max(40);

export const plannedPairSchema = z.object({
  reviewerId: idSchema,
  score: whole,
  /** Assigned before the plan was made. */
  isFixed: z.boolean(),
  byHand: z.boolean(),
  /** The best who could stand in this place, and what the whole would lose by it at least. */
  instead: z.object({ reviewerId: idSchema, cost: whole }).optional(),
  applied: appliedSchema.optional(),
});
export type PlannedPairRecord = z.output<typeof plannedPairSchema>;

export const planRowSchema = z.object({
  applicationId: idSchema,
  demand: count,
  pairs: z.array(plannedPairSchema),
});
export type PlanRow = z.output<typeof planRowSchema>;

/** Some rows of a plan: one item, one page, one step of applying. */
export const shelfSchema = z.object({
  planId: idSchema,
  no: count,
  version: z.int().positive(),
  rows: z.array(planRowSchema),
  /** What was found of each pair, as `writeFindings` writes it, by application in the order of the rows. */
  found: z.array(z.string()),
  /** Set when every pair of it was tried. */
  appliedAt: z.iso.datetime().optional(),
});
export type Shelf = z.output<typeof shelfSchema>;

/** Applications of one shelf: with 300 reviewers and nine for each, still under 100 KB. */
export const shelfSize = 25;

/** Who could be planned, in the order in which a shelf's findings name them, and within which bounds. */
export const planReviewerSchema = z.object({
  id: idSchema,
  min: count,
  max: count,
  traits: z.array(z.enum(traits)),
});
export type PlanReviewer = z.output<typeof planReviewerSchema>;

const numbers = z.array(z.number());
/** A bound with the prices it follows from, as `shared/assignment/solver/plan.ts` says. */
export const boundSchema = z.object({
  kind: z.enum(['total', 'worst', 'total-above']),
  value: z.number(),
  worst: z.number().optional(),
  scale: z.number().optional(),
  ceiling: z.number(),
  weights: numbers,
  applicationPrices: numbers,
  reviewerPrices: numbers,
});
export type BoundRecord = z.output<typeof boundSchema>;

/** The proof beside a plan. */
export type PlanProof = {
  readonly reviewers: readonly PlanReviewer[];
  readonly bounds: readonly BoundRecord[];
};
