import type { SeenMember } from '../../../shared/chapters/named-members.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { type JetaaChapter, statesOf } from '../../../shared/reference/jetaa-chapters.ts';
import { listedPartnerships } from '../../../shared/reference/partnerships.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { regionWords } from '../../components/map/place-words.ts';
import { Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { ChapterViews } from './chapter-views.tsx';
import { postWords, statesWords } from './chapter-words.ts';
import { Members } from './members.tsx';

type Props = { view: View; chapter: JetaaChapter };
/** `members` are there for the chapter's leads alone. */
type PageProps = Props & { members: Page<SeenMember> | undefined };

/** How many sister-city partnerships the directory lists in each of the chapter's states. */
const NearbyCounts = ({ view, chapter }: Props) => {
  const { t, href, language, format } = view;
  const rows = statesOf(chapter).map((state) => ({
    state,
    count: listedPartnerships.filter(({ us }) => us.region === state).length,
  }));
  return (
    <Table
      caption={t('chapters.near.caption')}
      soft
      columns={[
        {
          head: t('chapters.column.state'),
          names: true,
          cell: ({ state }) => (
            <a href={href(`/partnerships?state=${state}`)}>{regionWords(language, state)}</a>
          ),
        },
        { head: t('chapters.column.partnerships'), num: true, cell: ({ count }) => format.number(count) },
      ]}
      rows={rows}
    />
  );
};

/** What everyone may know of a chapter. */
export const ChapterPage = ({ view, chapter, members }: PageProps) => {
  const { t, href } = view;
  return (
    <Layout view={view} title={chapter.name}>
      <Head
        over={t(`chapters.status.${chapter.status}`)}
        title={<span lang="en">{chapter.name}</span>}
        lede={t('chapters.page.lede')}
      />
      <ChapterViews view={view} chapter={chapter} here="chapter" />
      {chapter.status === 'historic' && (
        <Notice>
          <p>{t('chapters.historic')}</p>
        </Notice>
      )}
      {members && <Members view={view} chapter={chapter} members={members} />}
      <Band id="facts" title={t('chapters.facts')}>
        <SummaryList
          entries={[
            { label: t('chapters.column.states'), value: statesWords(view, chapter) },
            { label: t('chapters.column.post'), value: postWords(view, chapter) },
            { label: t('chapters.reach'), value: t('chapters.reach.text') },
          ]}
        />
        <p class="gap-2">
          <a class="tap" href={href('/alumni')}>
            {t('chapters.all')}
          </a>
        </p>
      </Band>
      <Band id="near" title={t('chapters.near.title')} lede={t('chapters.near.lede')}>
        <NearbyCounts view={view} chapter={chapter} />
      </Band>
    </Layout>
  );
};
