import type { PortfolioView } from '../../../shared/awards/view-portfolio.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { View } from '../../view.ts';

export type PortfolioProps = {
  view: View;
  seen: PortfolioView;
  failure?: Failure | undefined;
  /** What the last proposing came to. */
  proposed?: { readonly count: number; readonly failed: number; readonly certified: number } | undefined;
};
