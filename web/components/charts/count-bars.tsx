import type { View } from '../../view.ts';
import { Table } from '../table.tsx';

type Row = { readonly name: string; readonly count: number };
type Props = {
  view: View;
  caption: string;
  /** What is counted by: prefecture, state, year. */
  by: string;
  rows: readonly Row[];
};

const length = 200;

/** Numbers of people as a table with a bar in each row: the picture and the figures say the same. */
export const CountBars = ({ view: { t, format }, caption, by, rows }: Props) => {
  const most = Math.max(...rows.map(({ count }) => count), 1);
  return (
    <Table
      caption={caption}
      soft
      columns={[
        { head: by, names: true, cell: ({ name }) => name },
        { head: t('chapters.column.people'), num: true, cell: ({ count }) => format.number(count) },
        {
          head: <span class="sr">{t('chapters.column.bar')}</span>,
          cell: ({ count }) => (
            <svg class="countbar" viewBox={`0 0 ${length} 12`} preserveAspectRatio="none" aria-hidden="true">
              <path
                d={`M0 6H${((count / most) * length).toFixed(1)}`}
                stroke="var(--ai-mid)"
                stroke-width="12"
              />
            </svg>
          ),
        },
      ]}
      rows={rows}
    />
  );
};
