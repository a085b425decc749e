import type { Recipient } from '../../../shared/reference/recipients.ts';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { printedTheme } from '../awards-public/printed-theme.ts';

export const SnapshotFunding = ({ view, funding }: { view: View; funding: readonly Recipient[] }) => {
  const { t } = view;
  if (funding.length === 0) return <p>{t('partnerships.funding.none')}</p>;
  return (
    <>
      <Table
        caption={t('partnerships.funding.caption')}
        soft
        columns={[
          { head: t('public.column.year'), names: true, cell: ({ year }) => <span class="num">{year}</span> },
          { head: t('public.column.theme'), cell: ({ themeAsPrinted }) => printedTheme(t, themeAsPrinted) },
        ]}
        rows={funding}
      />
      <p class="small soft gap-1">{t('partnerships.funding.year-only')}</p>
    </>
  );
};
