import type { ChapterNumbers } from '../../../shared/chapters/chapter-numbers.ts';
import { type JetaaChapter, statesOf } from '../../../shared/reference/jetaa-chapters.ts';
import { prefectureCentre } from '../../../shared/reference/prefecture-centres.ts';
import { CountBars } from '../../components/charts/count-bars.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Facts } from '../../components/lists.tsx';
import { Legend } from '../../components/map/legend.tsx';
import { PartnershipMap } from '../../components/map/partnership-map.tsx';
import { JpPlace, UsPlace } from '../../components/map/place-name.tsx';
import { regionWords } from '../../components/map/place-words.ts';
import { Empty } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { ChapterViews } from './chapter-views.tsx';

type Props = { view: View; chapter: JetaaChapter; numbers: ChapterNumbers };

const ServedMap = ({ view, numbers: { served, near } }: Omit<Props, 'chapter'>) => {
  const { t, language } = view;
  return (
    <>
      <PartnershipMap
        view={view}
        pairs={[]}
        funded={near.map(({ partnership }) => partnership)}
        served={served.flatMap(({ code, count }) => {
          const at = prefectureCentre(code);
          return at ? [{ at, count }] : [];
        })}
        title={t('chapters.map.title', { count: served.length })}
        description={t('chapters.map.description')}
      >
        <Legend view={view} kinds={['award']} word="chapters.map.legend" />
      </PartnershipMap>
      <div class="gap-4">
        <CountBars
          view={view}
          caption={t('chapters.served.caption')}
          by={t('chapters.column.prefecture')}
          rows={served.map(({ code, count }) => ({ name: regionWords(language, code), count }))}
        />
      </div>
    </>
  );
};

const Near = ({ view, numbers: { near } }: Omit<Props, 'chapter'>) => {
  const { t, href, format } = view;
  if (near.length === 0) return <Empty title={t('chapters.match.none')} level={3} />;
  return (
    <Table
      caption={t('chapters.match.caption')}
      soft
      dense
      cards
      rows={near}
      columns={[
        {
          head: t('public.column.us'),
          names: true,
          cell: ({ partnership: { id, us } }) => (
            <a href={href(`/partnerships/${id}`)}>
              <UsPlace view={view} place={us} />
            </a>
          ),
        },
        {
          head: t('public.column.jp'),
          cell: ({ partnership: { jp } }) => <JpPlace view={view} place={jp} />,
        },
        { head: t('chapters.column.same-town'), num: true, cell: ({ sameTown }) => format.number(sameTown) },
        {
          head: t('chapters.column.same-prefecture'),
          num: true,
          cell: ({ samePrefecture }) => format.number(samePrefecture),
        },
      ]}
    />
  );
};

/** Where a chapter's members served, what matches it nearby, and how many joined when. */
export const ChapterNumbersPage = ({ view, chapter, numbers }: Props) => {
  const { t, language, format } = view;
  const title = t('chapters.numbers.title', { chapter: chapter.name });
  const states = format.list(statesOf(chapter).map((code) => regionWords(language, code)));
  return (
    <Layout view={view} title={title}>
      <Head over={<span lang="en">{chapter.name}</span>} title={t('chapters.tab.numbers')} near />
      <ChapterViews view={view} chapter={chapter} here="numbers" />
      {numbers.members === 0 ? (
        <Empty title={t('chapters.members.none')}>
          <p>{t('chapters.members.none.text')}</p>
        </Empty>
      ) : (
        <>
          <Facts
            facts={[
              { label: t('chapters.fact.members'), value: format.number(numbers.members) },
              { label: t('chapters.fact.prefectures'), value: format.number(numbers.served.length) },
              { label: t('chapters.fact.near'), value: format.number(numbers.near.length) },
            ]}
          />
          <Band id="served" title={t('chapters.served.title')}>
            <ServedMap view={view} numbers={numbers} />
          </Band>
          <Band id="near" title={t('chapters.match.title')} lede={t('chapters.match.lede', { states })}>
            <Near view={view} numbers={numbers} />
          </Band>
          <Band id="joined" title={t('chapters.joined.title')} lede={t('chapters.joined.lede')}>
            <div class="counts">
              <div>
                <h3>{t('chapters.joined.years')}</h3>
                <CountBars
                  view={view}
                  caption={t('chapters.joined.years')}
                  by={t('chapters.column.year')}
                  rows={numbers.years.map(({ year, count }) => ({ name: year, count }))}
                />
              </div>
              <div>
                <h3>{t('chapters.joined.months')}</h3>
                <CountBars
                  view={view}
                  caption={t('chapters.joined.months')}
                  by={t('chapters.column.month')}
                  rows={numbers.months.map(({ month, count }) => ({
                    name: t('chapters.month', { year: month.slice(0, 4), month: Number(month.slice(5)) }),
                    count,
                  }))}
                />
              </div>
            </div>
          </Band>
        </>
      )}
    </Layout>
  );
};
