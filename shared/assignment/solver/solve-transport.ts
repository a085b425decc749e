import { openFlow } from './flow.ts';
import { startingPrices } from './starting-prices.ts';
import type { Transport, TransportPlan } from './transport.ts';

/**
 * Solves a transport by successive shortest paths with potentials, on the columns alone: rows pick their best columns at
 * given prices, and what overfills a column is passed on along cheapest chains of moves until all bounds are met. Prices
 * stay such that no chain pays, so where it ends it is proven. Nothing where no choice meets all bounds.
 * `prices` is where to start from; any whole numbers will do, near ones are faster.
 */
export const solveTransport = (transport: Transport, prices?: Float64Array): TransportPlan | undefined => {
  const flow = openFlow(transport, prices ?? startingPrices(transport));
  return flow?.balance() ? flow.plan() : undefined;
};
