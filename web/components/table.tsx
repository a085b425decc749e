import type { Child } from 'hono/jsx';
import type { View } from '../view.ts';

export type Column<Row> = {
  readonly head: Child;
  readonly cell: (row: Row) => Child;
  /** Figures: right-aligned, tabular. */
  readonly num?: boolean;
  /** Names the row: a `<th scope="row">`. */
  readonly names?: boolean;
};

type Props<Row> = {
  /** Names table and frame; `soft` hides it from sight where a heading says the same. */
  caption: string;
  soft?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** For staff: small and close. */
  dense?: boolean;
  /** Keeps the first column in sight while it scrolls sideways on a phone. */
  wide?: boolean;
  /** On a phone each row is a card, its cells one below the other with their heads: nothing is to be scrolled sideways. */
  cards?: boolean;
};

/** A data table in a frame that scrolls sideways by touch and key. Not for an empty list: `Empty` says that. */
export const Table = <Row,>({ caption, soft, columns, rows, dense, wide, cards }: Props<Row>) => (
  // A region would be a landmark beside the section that often bears the same name.
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
  <div class={wide ? 'frame frame--wide' : 'frame'} role="group" aria-label={caption} tabindex={0}>
    <table class={['table', dense && 'table--dense', cards && 'table--cards'].filter(Boolean).join(' ')}>
      <caption {...(soft && { class: 'sr' })}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head, num }) => (
            <th scope="col" {...(num && { class: 'num' })}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map(({ head, cell, num, names }) =>
              names ? (
                <th scope="row">{cell(row)}</th>
              ) : (
                <td {...(num && { class: 'num' })} {...(cards && { 'data-head': String(head) })}>
                  {cards ? <div>{cell(row)}</div> : cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

type PagerProps = {
  view: View;
  next: string | undefined;
  /** The parameter that holds its cursor, and what its list is called, where a page has two lists. */
  by?: string;
  of?: string;
};

/** Beneath a list: the way on, and back to its start. `next` is the page's sealed cursor; filters in the query stay. */
export const Pager = ({ view, next, by = 'cursor', of }: PagerProps) => {
  const [path = '', query = ''] = view.path.split('?');
  const parameters = new URLSearchParams(query);
  const onward = parameters.has(by);
  if (!next && !onward) return null;
  const at = (cursor: string | undefined) => {
    parameters.delete(by);
    if (cursor) parameters.set(by, cursor);
    return view.href(parameters.size > 0 ? `${path}?${parameters}` : path);
  };
  const pager = view.t('site.pager');
  return (
    <nav class="acts gap-2" aria-label={of ? `${of}: ${pager}` : pager}>
      {next && (
        <a class="go2" href={at(next)}>
          {view.t('site.pager.next')}
        </a>
      )}
      {onward && <a href={at(undefined)}>{view.t('site.pager.first')}</a>}
    </nav>
  );
};
