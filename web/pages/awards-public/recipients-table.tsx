import { JpPlace, UsPlace } from '../../components/map/place-name.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { printedTheme } from './printed-theme.ts';
import type { FundedPair } from './recipient.ts';

/** Recipients of 2011 and 2012: the year is all that is known of when, and amounts are not known. */
export const RecipientsTable = ({
  view,
  rows,
  caption,
}: {
  view: View;
  rows: readonly FundedPair[];
  caption: string;
}) => {
  const { t, href } = view;
  return (
    <Table
      caption={caption}
      soft
      columns={[
        { head: t('public.column.year'), cell: ({ recipient }) => <span class="num">{recipient.year}</span> },
        {
          head: t('public.column.us'),
          names: true,
          cell: ({ pair }) => (
            <a href={href(`/partnerships/${pair.id}`)}>
              <UsPlace view={view} place={pair.us} />
            </a>
          ),
        },
        { head: t('public.column.jp'), cell: ({ pair }) => <JpPlace view={view} place={pair.jp} brief /> },
        {
          head: t('public.column.theme'),
          cell: ({ recipient }) => printedTheme(t, recipient.themeAsPrinted),
        },
      ]}
      rows={rows}
    />
  );
};
