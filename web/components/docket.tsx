import type { Child } from 'hono/jsx';

export type DocketCell = { readonly label: string; readonly value: Child };

/** Which paper this is: round, number, state, date. At most four cells, under the masthead. */
export const Docket = ({ cells }: { cells: readonly DocketCell[] }) => (
  <dl class="docket">
    {cells.map(({ label, value }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
