import type { Snapshot } from '../../../shared/partnerships/view-partnership.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { type Entry, SummaryList } from '../../components/lists.tsx';
import { PartnershipMap } from '../../components/map/partnership-map.tsx';
import { JpPlace, PairName, UsPlace } from '../../components/map/place-name.tsx';
import { pairWords, regionWords } from '../../components/map/place-words.ts';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { SnapshotActs } from './snapshot-acts.tsx';
import { SnapshotFunding } from './snapshot-funding.tsx';

const milesPerKilometre = 0.621371;

const distance = ({ t, format }: View, kilometres: number | undefined) =>
  kilometres === undefined
    ? t('partnerships.distance.unknown')
    : t('partnerships.distance.figure', {
        kilometres: format.number(kilometres),
        miles: format.number(Math.round(kilometres * milesPerKilometre)),
      });

const facts = (
  view: View,
  { partnership, kilometres, standing, runBy, entry }: Snapshot,
): readonly Entry[] => {
  const { t, format, language } = view;
  const { us, jp, establishedYear } = partnership;
  return [
    { label: t('public.column.us'), value: <UsPlace view={view} place={us} /> },
    { label: t('public.column.jp'), value: <JpPlace view={view} place={jp} /> },
    {
      label: t('partnerships.regions'),
      value: format.list([us, jp].map(({ region }) => regionWords(language, region))),
    },
    {
      label: t('partnerships.since'),
      value: establishedYear ? <span class="num">{establishedYear}</span> : t('partnerships.since.unknown'),
    },
    { label: t('partnerships.distance'), value: distance(view, kilometres) },
    {
      label: t('partnerships.run-by'),
      value: runBy.length > 0 ? format.list(runBy) : t(`partnerships.standing.${standing}`),
    },
    {
      label: t('partnerships.entry'),
      value: entry
        ? t('partnerships.entry.listed', {
            source: t(
              `partnerships.source.${entry.source === 'program page' ? 'program-page' : entry.source}`,
            ),
            confidence: t(`partnerships.confidence.${entry.confidence}`),
          })
        : t('partnerships.entry.added'),
    },
  ];
};

/** What everyone may know of a partnership, on one sheet. */
export const SnapshotPage = ({ view, snapshot }: { view: View; snapshot: Snapshot }) => {
  const { t, language } = view;
  const { partnership, us, jp, funding } = snapshot;
  const words = pairWords(language, partnership);
  const { establishedYear } = partnership;
  return (
    <Layout view={view} title={words}>
      <Head
        over={t('partnerships.snapshot')}
        title={<PairName view={view} pair={partnership} />}
        lede={
          establishedYear ? t('partnerships.snapshot.since', { year: String(establishedYear) }) : undefined
        }
      />
      {partnership.standing === 'proposed' && (
        <Notice>
          <p>{t('partnerships.proposed')}</p>
        </Notice>
      )}
      <SnapshotActs view={view} snapshot={snapshot} />
      {us && jp && (
        <div class="gap-4">
          <PartnershipMap
            view={view}
            pairs={[]}
            named={[{ pair: partnership }]}
            title={t('partnerships.map.one', { pair: words })}
            description={distance(view, snapshot.kilometres)}
          />
        </div>
      )}
      <Band id="facts" title={t('partnerships.facts')}>
        <SummaryList entries={facts(view, snapshot)} />
      </Band>
      <Band id="funding" title={t('partnerships.funding')}>
        <SnapshotFunding view={view} funding={funding} />
      </Band>
    </Layout>
  );
};
