/** What a column is worth, between which bounds it lies, and whether it must be whole. */
export type MilpColumn = {
  readonly worth: number;
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
};

/** `least ≤ Σ factor × column ≤ most`. Either side may be infinite; a column stands in `terms` once. */
export type MilpRow = {
  readonly terms: readonly (readonly [column: number, factor: number])[];
  readonly least: number;
  readonly most: number;
};

/**
 * A linear model, mixed-integer where a column is `whole`. Limits count the nodes of the search, never seconds, so that
 * the same model always gets the same answer; `seconds` is for callers who say that theirs may differ.
 */
export type Milp = {
  readonly sense: 'most' | 'least';
  readonly columns: readonly MilpColumn[];
  readonly rows: readonly MilpRow[];
  readonly nodes?: number;
  readonly seconds?: number;
  /** A known solution to start from: one value per column. */
  readonly start?: Float64Array;
};

/**
 * `optimal` and `infeasible` are proven, within the solver's tolerance of 10⁻⁶: who needs an exact figure sums it up again
 * in whole numbers. `limit` ran out of nodes, or of digits, and may hold the best solution so far, never further from the
 * optimum than `bound` says. Whole columns come back as whole numbers.
 */
export type MilpAnswer = {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'limit';
  readonly values: Float64Array | undefined;
  readonly objective: number;
  readonly bound: number;
  readonly nodes: number;
  /** What one more unit on a row's bound would be worth; empty for models with whole columns. */
  readonly rowPrices: Float64Array;
};

/** The door to whatever solves such models. A throw is a defect: the model is malformed or the solver broke. */
export type OptimiseMilp = (model: Milp) => Promise<MilpAnswer>;
