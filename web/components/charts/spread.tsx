import { scale } from '../../../shared/programs/round.ts';
import type { View } from '../../view.ts';

const left = 8;
const perPoint = 50;
const right = left + (scale.highest - scale.lowest) * perPoint;
const middle = 11;
const xOf = (points: number): string => (left + (points - scale.lowest) * perPoint).toFixed(1);
const ticks = Array.from({ length: scale.highest - scale.lowest + 1 }, (_, at) => scale.lowest + at);

/** The scale's figures above a column of spreads. The column's head says the same in words. */
export const SpreadHead = () => (
  <svg class="spread spread--head" viewBox={`0 0 ${right + left} 14`} aria-hidden="true">
    {ticks.map((tick) => (
      <text x={xOf(tick)} y="12" text-anchor="middle">
        {tick}
      </text>
    ))}
  </svg>
);

type Props = { view: View; scores: readonly number[]; mean: number };

/** One application: a circle for each reviewer, a bar from lowest to highest, a stroke at the mean. In points. */
export const Spread = ({ view: { t, format }, scores, mean }: Props) => {
  const figure = (points: number) => format.number(points, 2);
  const label = t('reviews.spread.label', {
    scores: scores.map(figure).join(', '),
    mean: figure(mean),
  });
  const [lowest = mean, highest = mean] = [scores[0], scores.at(-1)];
  const marks = ticks.map((tick) => `M${xOf(tick)} ${middle - 3}v6`).join('');
  return (
    <svg class="spread" viewBox={`0 0 ${right + left} 22`} role="img" aria-label={label}>
      <path class="sp-axis" d={`M${left} ${middle}H${right}${marks}`} />
      <path class="sp-range" d={`M${xOf(lowest)} ${middle}H${xOf(highest)}`} />
      {scores.map((points) => (
        <circle class="sp-dot" cx={xOf(points)} cy={middle} r="3.5" />
      ))}
      <path class="sp-mean" d={`M${xOf(mean)} 2v18`} />
    </svg>
  );
};

const splitMark = 'M0 6 3.5 2.5v2.6h5V2.5L12 6 8.5 9.5V6.9h-5v2.6z';

/** The sign that reviewers disagree; the words beside it say so too. */
export const SplitMark = () => (
  <svg viewBox="0 0 12 12" aria-hidden="true">
    <path d={splitMark} />
  </svg>
);

/** What circle, bar, stroke and arrow mean. */
export const SpreadLegend = ({ view: { t, format }, from }: { view: View; from: number }) => (
  <ul class="legend gap-1">
    <li>
      <svg viewBox="0 0 28 12" aria-hidden="true">
        <circle class="sp-dot" cx="14" cy="6" r="3.5" />
      </svg>
      {t('reviews.spread.one')}
    </li>
    <li>
      <svg viewBox="0 0 28 12" aria-hidden="true">
        <path class="sp-range" d="M2 6h24" />
      </svg>
      {t('reviews.spread.range')}
    </li>
    <li>
      <svg viewBox="0 0 28 12" aria-hidden="true">
        <path class="sp-mean" d="M14 -2v16" />
      </svg>
      {t('reviews.spread.mean')}
    </li>
    <li>
      <span class="split">
        <SplitMark />
      </span>
      {t('reviews.spread.split', { from: format.number(from, 2) })}
    </li>
  </ul>
);
