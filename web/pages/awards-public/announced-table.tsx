import type { PublicAward } from '../../../shared/awards/list-awards.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { listedPartnership } from '../../../shared/reference/partnerships.ts';
import { Band } from '../../components/head.tsx';
import { PairName } from '../../components/map/place-name.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; rows: readonly PublicAward[]; id: string };

/** The names as the application kept them, where the pair is not in the list. */
const PairOf = ({ view, award }: { view: View; award: PublicAward }) => {
  const listed = listedPartnership(award.partnershipId);
  if (listed) return <PairName view={view} pair={listed} />;
  const { us, jp, jpJa } = award.pair;
  return (
    <>
      {us} – {jp} {jpJa && <span lang="ja">{jpJa}</span>}
    </>
  );
};

/** One announced round's awards. */
export const AnnouncedTable = ({ view, rows, id }: Props) => {
  const { t, href, format, language } = view;
  const [first] = rows;
  if (!first) return null;
  const name = inLanguage(first.round, language);
  return (
    <Band id={id} title={name}>
      <Table
        caption={t('public.awards.caption', { round: name })}
        soft
        columns={[
          {
            head: t('organisations.column.partnership'),
            names: true,
            cell: (award) => (
              <a href={href(`/partnerships/${award.partnershipId}`)}>
                <PairOf view={view} award={award} />
              </a>
            ),
          },
          { head: t('public.column.project'), cell: ({ title }) => title },
          {
            head: t('public.column.theme'),
            cell: ({ theme }) => (theme ? t(`site.theme.${theme}`) : t('site.none')),
          },
          {
            head: t('public.column.amount'),
            num: true,
            cell: ({ amountCents }) => format.amount(amountCents),
          },
        ]}
        rows={rows}
      />
    </Band>
  );
};
