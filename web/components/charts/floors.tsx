import type { View } from '../../view.ts';

export type FloorBar = {
  readonly label: string;
  /** What is reached, in the words of its unit: `$12,000`, `3`. */
  readonly written: string;
  /** Of the bar's whole length, between 0 and 1. */
  readonly reached: number;
  readonly floor: number;
};

type Props = { view: View; label: string; bars: readonly FloorBar[] };

const rowHeight = 46;
const left = 2;
const width = 416;

const clamp = (share: number) => Math.max(0, Math.min(1, share));

/** A bar for each floor, with the floor as a stroke across it. The table beside it says the same. */
export const FloorsChart = ({ label, bars }: Props) => (
  <svg viewBox={`0 0 420 ${bars.length * rowHeight + 4}`} role="img" aria-label={label}>
    {bars.map(({ label: name, written, reached, floor }, at) => {
      const y = at * rowHeight + 16;
      const x = (share: number) => (left + clamp(share) * width).toFixed(1);
      return (
        <>
          <text x="0" y={y - 2}>
            {name}
          </text>
          <text x="420" y={y - 2} text-anchor="end">
            {written}
          </text>
          <path d={`M${left} ${y + 11}H${left + width}`} stroke="var(--rule)" stroke-width="12" />
          <path d={`M${left} ${y + 11}H${x(reached)}`} stroke="var(--ai-mid)" stroke-width="12" />
          <path d={`M${x(floor)} ${y + 2}v18`} stroke="var(--ink)" stroke-width="2" />
        </>
      );
    })}
  </svg>
);
