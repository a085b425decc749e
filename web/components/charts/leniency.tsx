import type { View } from '../../view.ts';
import { Twin } from '../notice.tsx';
import { Table } from '../table.tsx';

type Row = { readonly reviewer: string; readonly compared: number; readonly distance: number };
type Props = { view: View; rows: readonly Row[] };

const rowHeight = 28;
const top = 8;
const zero = 262;
const halfWidth = 92;
const longestName = 20;

/** `+0.33`, `−0.42`, `0.00`: a true minus, two decimals. */
export const signed = ({ format }: View, points: number): string => {
  const written = format.number(Math.abs(points), 2);
  if (Number(written) === 0) return written;
  return `${points > 0 ? '+' : '−'}${written}`;
};

/** How far each reviewer lies from the mean of the same applications, in points, with the same as a table. */
export const LeniencyChart = ({ view, rows }: Props) => {
  const { t } = view;
  const widest = Math.max(0.5, ...rows.map(({ distance }) => Math.abs(distance)));
  const reach = Math.ceil(widest * 2) / 2;
  const xOf = (points: number) => (zero + (points / reach) * halfWidth).toFixed(1);
  const bottom = top + rows.length * rowHeight;
  const ends = [-reach, -reach / 2, reach / 2, reach];
  const summary = rows.map(({ reviewer, distance }) => `${reviewer} ${signed(view, distance)}`).join(', ');
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
        {rows.map(({ reviewer, distance }, at) => {
          const y = top + at * rowHeight + 13.5;
          return (
            <>
              <text x="0" y={y + 4.5}>
                {reviewer.length > longestName ? `${reviewer.slice(0, longestName - 1)}…` : reviewer}
              </text>
              <path d={`M${zero} ${y}H${xOf(distance)}`} stroke="var(--ai-mid)" stroke-width="5" />
              <circle cx={xOf(distance)} cy={y} r="5" fill="var(--ai)" />
              <text x="420" y={y + 4.5} text-anchor="end">
                {signed(view, distance)}
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
      <Twin summary={t('reviews.chart.twin')}>
        <Table
          caption={t('reviews.leniency.title')}
          soft
          dense
          rows={rows}
          columns={[
            { head: t('reviews.column.reviewer'), names: true, cell: ({ reviewer }) => reviewer },
            { head: t('reviews.column.compared'), num: true, cell: ({ compared }) => compared },
            {
              head: t('reviews.column.distance'),
              num: true,
              cell: ({ distance }) => signed(view, distance),
            },
          ]}
        />
      </Twin>
    </>
  );
};
