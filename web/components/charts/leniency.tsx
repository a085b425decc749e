import type { View } from '../../view.ts';
import { Twin } from '../notice.tsx';
import { Table } from '../table.tsx';

type Row = {
  readonly reviewer: string;
  readonly compared: number;
  /** Points above or below the others on the same applications. */
  readonly effect: number;
  /** Half the 95 % interval, where it can be told. */
  readonly within?: number | undefined;
  readonly group: number;
};
type Props = { view: View; rows: readonly Row[]; groups: number };

const rowHeight = 28;
const top = 8;
const zero = 262;
const halfWidth = 92;
const longestName = 20;

/** `+0.33`, `−0.42`, `0.00`: a true minus, two decimals. */
export const signed = ({ format }: View, points: number): string => {
  // The last bits of an effect and of its opposite differ: both are rounded from the same figure.
  const written = format.number(Math.round(Math.abs(points) * 1e9) / 1e9, 2);
  if (Number(written) === 0) return written;
  return `${points > 0 ? '+' : '−'}${written}`;
};

/** How each reviewer scores against the others, in points, with its uncertainty and the same as a table. */
export const LeniencyChart = ({ view, rows, groups }: Props) => {
  const { t } = view;
  const widest = Math.max(0.5, ...rows.map(({ effect }) => Math.abs(effect)));
  const reach = Math.ceil(widest * 2) / 2;
  // A line that is longer than the picture ends at its edge; the table has its figures.
  const inSight = (points: number) => Math.max(-1.15, Math.min(1.15, points / reach));
  const xOf = (points: number) => (zero + inSight(points) * halfWidth).toFixed(1);
  const bottom = top + rows.length * rowHeight;
  const ends = [-reach, -reach / 2, reach / 2, reach];
  const summary = rows.map(({ reviewer, effect }) => `${reviewer} ${signed(view, effect)}`).join(', ');
  return (
    <>
      <svg
        viewBox={`0 0 420 ${bottom + 22}`}
        role="img"
        aria-label={t('reviews.leniency.label', { summary })}
      >
        {ends.map((points) => (
          <path d={`M${xOf(points)} ${top}V${bottom}`} stroke="var(--rule)" />
        ))}
        <path d={`M${zero} ${top}V${bottom}`} stroke="var(--ink)" stroke-width="1" />
        {rows.map(({ reviewer, effect, within }, at) => {
          const y = top + at * rowHeight + 13.5;
          return (
            <>
              <text x="0" y={y + 4.5}>
                {reviewer.length > longestName ? `${reviewer.slice(0, longestName - 1)}…` : reviewer}
              </text>
              <path d={`M${zero} ${y}H${xOf(effect)}`} stroke="var(--ai-mid)" stroke-width="5" />
              {within !== undefined && (
                <path
                  d={`M${xOf(effect - within)} ${y}H${xOf(effect + within)}`}
                  stroke="var(--ink)"
                  stroke-width="1.25"
                />
              )}
              <circle cx={xOf(effect)} cy={y} r="5" fill="var(--ai)" />
              <text x="420" y={y + 4.5} text-anchor="end">
                {signed(view, effect)}
              </text>
            </>
          );
        })}
        {[-reach, 0, reach].map((points) => (
          <text class="t-soft" x={xOf(points)} y={bottom + 18} text-anchor="middle">
            {signed(view, points)}
          </text>
        ))}
      </svg>
      {groups > 1 && <p class="small">{t('ranking.leniency.groups', { count: groups })}</p>}
      <Twin summary={t('reviews.chart.twin')}>
        <Table
          caption={t('reviews.leniency.title')}
          soft
          dense
          rows={rows}
          columns={[
            { head: t('reviews.column.reviewer'), names: true, cell: ({ reviewer }) => reviewer },
            { head: t('reviews.column.compared'), num: true, cell: ({ compared }) => compared },
            { head: t('reviews.column.distance'), num: true, cell: ({ effect }) => signed(view, effect) },
            { head: t('ranking.column.interval'), num: true, cell: (row) => intervalOf(view, row) },
            ...(groups > 1
              ? [{ head: t('ranking.column.group'), num: true, cell: ({ group }: Row) => group }]
              : []),
          ]}
        />
      </Twin>
    </>
  );
};

const intervalOf = (view: View, { effect, within }: Row) =>
  within === undefined
    ? view.t('site.none')
    : view.t('ranking.interval', {
        low: signed(view, effect - within),
        high: signed(view, effect + within),
      });
