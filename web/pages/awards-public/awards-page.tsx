import type { PublicAward } from '../../../shared/awards/list-awards.ts';
import { listedPartnership } from '../../../shared/reference/partnerships.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Legend } from '../../components/map/legend.tsx';
import { PartnershipMap } from '../../components/map/partnership-map.tsx';
import type { View } from '../../view.ts';
import { AnnouncedTable } from './announced-table.tsx';
import { fundedPairs } from './recipient.ts';
import { RecipientsTable } from './recipients-table.tsx';

const historicYears = [...new Set(fundedPairs.map(({ recipient }) => recipient.year))];

/** Awards by round name, in the order they came: newest round first. */
const byRound = (awards: readonly PublicAward[]) => {
  const rounds = new Map<string, PublicAward[]>();
  for (const award of awards) rounds.set(award.round.en, [...(rounds.get(award.round.en) ?? []), award]);
  return [...rounds.values()];
};

/** Who was funded: announced awards, and the recipients of 2011 and 2012 with what is known of them. */
export const AwardsPage = ({ view, awards }: { view: View; awards: readonly PublicAward[] }) => {
  const { t } = view;
  const announced = awards.flatMap(({ partnershipId }) => listedPartnership(partnershipId) ?? []);
  const pairs = new Map(
    [...announced, ...fundedPairs.map(({ pair }) => pair)].map((pair) => [pair.id, pair]),
  );
  const count = pairs.size;
  return (
    <Layout view={view} title={t('public.awards.title')}>
      <Head title={t('public.awards.title')} lede={t('public.awards.lede')} />
      <div class="gap-4">
        <PartnershipMap
          view={view}
          pairs={[]}
          funded={[...pairs.values()]}
          title={t('public.awards.map', { count })}
          description={t('public.awards.map.description')}
        >
          <Legend view={view} kinds={['award']} />
        </PartnershipMap>
      </div>
      {byRound(awards).map((rows, at) => (
        <AnnouncedTable view={view} rows={rows} id={`round-${at + 1}`} />
      ))}
      {historicYears.map((year) => (
        <Band
          id={`year-${year}`}
          title={t('public.awards.year', { year: String(year) })}
          lede={t('public.awards.year-only')}
        >
          <RecipientsTable
            view={view}
            rows={fundedPairs.filter(({ recipient }) => recipient.year === year)}
            caption={t('public.awards.year.caption', { year: String(year) })}
          />
        </Band>
      ))}
    </Layout>
  );
};
