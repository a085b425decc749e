import loadHighs, { type Highs, type Model } from 'highs';
import type { Milp, MilpAnswer, OptimiseMilp } from './milp.ts';

let loading: Promise<Highs> | undefined;

/**
 * HiGHS as WebAssembly, on one thread: the same model gets the same answer on every machine. It finds `highs.wasm` beside
 * the file it is loaded from, where the build puts it for functions that use this (`infra/build/bundles.ts`).
 */
export const highsSolver: OptimiseMilp = async (milp) => {
  loading ??= loadHighs();
  const highs = await loading;
  const model = highs.createModel(modelData(highs, milp));
  try {
    return solve(highs, model, milp);
  } finally {
    model.dispose();
  }
};

const solve = (highs: Highs, model: Model, milp: Milp): MilpAnswer => {
  const isMixed = milp.columns.some(({ whole }) => whole);
  model.options.set({
    output_flag: false,
    random_seed: 0,
    // The default stops within 0.01 % of the optimum and calls that optimal.
    mip_rel_gap: 0,
    mip_abs_gap: 1e-6,
    ...(milp.nodes === undefined ? {} : { mip_max_nodes: milp.nodes }),
    ...(milp.seconds === undefined ? {} : { time_limit: milp.seconds }),
  });
  if (milp.start) model.setSolution({ colValue: milp.start });
  model.run();
  if (model.getModelStatus() === highs.constants.modelStatus.unknown) {
    // What it has simplified may lie on the edge of its tolerance: as it stands the model mostly gets an answer.
    model.options.set({ presolve: 'off' });
    model.run();
  }
  const status = statusOf(highs, model);
  const hasSolution =
    model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible &&
    status !== 'infeasible';
  const values = hasSolution ? model.getSolution().colValue : undefined;
  values?.forEach((value, at) => {
    if (milp.columns[at]?.whole) values[at] = Math.round(value);
  });
  const objective = hasSolution ? model.getObjectiveValue() : Number.NaN;
  return {
    status,
    values,
    objective,
    bound: isMixed ? Number(model.info.get('mip_dual_bound')) : objective,
    nodes: isMixed ? Number(model.info.get('mip_node_count')) : 0,
    rowPrices: isMixed || !hasSolution ? new Float64Array() : model.getSolution().rowDual,
  };
};

const statusOf = (highs: Highs, model: Model): MilpAnswer['status'] => {
  const { modelStatus } = highs.constants;
  switch (model.getModelStatus()) {
    case modelStatus.optimal:
    case modelStatus.empty:
      return 'optimal';
    case modelStatus.infeasible:
      return 'infeasible';
    // Every model here has bounded columns or is a caller's defect; HiGHS says this of either.
    case modelStatus.unbounded:
    case modelStatus.unboundedOrInfeasible:
      return 'unbounded';
    case modelStatus.solutionLimit:
    case modelStatus.timeLimit:
    case modelStatus.iterationLimit:
    case modelStatus.interrupted:
    case modelStatus.unknown:
      return 'limit';
    default:
      throw new Error(`HiGHS ended with status ${model.getModelStatus()}`);
  }
};

const modelData = (highs: Highs, { sense, columns, rows }: Milp) => {
  const { objectiveSense, variableType } = highs.constants;
  const starts = new Int32Array(rows.length + 1);
  for (const [at, { terms }] of rows.entries()) starts[at + 1] = (starts[at] ?? 0) + terms.length;
  const terms = rows.flatMap((row) => row.terms);
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: sense === 'most' ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: Float64Array.from(columns, ({ worth }) => worth),
    colLower: Float64Array.from(columns, ({ least }) => least),
    colUpper: Float64Array.from(columns, ({ most }) => most),
    rowLower: Float64Array.from(rows, ({ least }) => least),
    rowUpper: Float64Array.from(rows, ({ most }) => most),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(terms, ([column]) => column),
      values: Float64Array.from(terms, ([, factor]) => factor),
    },
    integrality: Int32Array.from(columns, ({ whole }) =>
      whole ? variableType.integer : variableType.continuous,
    ),
  };
};
