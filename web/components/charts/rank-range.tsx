import type { View } from '../../view.ts';

const left = 6;
const width = 208;
const middle = 11;

type Props = {
  view: View;
  rank: number;
  interval: readonly [best: number, worst: number];
  /** The last rank that is funded, and of how many there are. */
  line: number;
  of: number;
};

/** One application's rank: a stroke where it stands, a bar over the middle 95 % of the draws, a dashed line at the last award. */
export const RankRange = ({ view: { t }, rank, interval: [best, worst], line, of }: Props) => {
  const xOf = (place: number) => (left + ((place - 0.5) / Math.max(1, of)) * width).toFixed(1);
  return (
    <svg
      class="spread"
      viewBox={`0 0 ${width + 2 * left} 22`}
      role="img"
      aria-label={t('ranking.ranks.label', { rank, best, worst })}
    >
      <path class="sp-axis" d={`M${left} ${middle}H${left + width}`} />
      <path class="sp-axis" stroke-dasharray="3 2" d={`M${xOf(line + 0.5)} 0v22`} />
      <path class="sp-range" d={`M${xOf(best)} ${middle}H${xOf(worst)}`} />
      <path class="sp-mean" d={`M${xOf(rank)} 2v18`} />
    </svg>
  );
};
