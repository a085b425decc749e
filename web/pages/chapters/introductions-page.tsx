import type { IntroductionEntry } from '../../../shared/introductions/introduction-lists.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { JetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { Badge, type State } from '../../components/badge.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { PairName } from '../../components/map/place-name.tsx';
import { Empty } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { ChapterViews } from './chapter-views.tsx';

type Props = { view: View; chapter: JetaaChapter; introductions: Page<IntroductionEntry> };

const marks: Readonly<Partial<Record<IntroductionEntry['status'], State>>> = {
  requested: 'wait',
  accepted: 'wait',
  connected: 'now',
  joined: 'done',
};

const StatusBadge = ({ view: { t }, status }: { view: View; status: IntroductionEntry['status'] }) => {
  const key = `chapters.introduction.${status}`;
  return (
    <Badge is={marks[status] ?? 'shut'}>
      {t(isMessageKey(key) ? key : 'chapters.introduction.not-taken-up')}
    </Badge>
  );
};

/** What was asked of the chapter's members and how it stands, for its leads: by number, and nobody's words. */
export const ChapterIntroductionsPage = ({ view, chapter, introductions: { items, next } }: Props) => {
  const { t, href } = view;
  const zone = view.viewerZone ?? 'UTC';
  return (
    <Layout view={view} title={t('chapters.introductions.page', { chapter: chapter.name })}>
      <Head
        over={<span lang="en">{chapter.name}</span>}
        title={t('chapters.tab.introductions')}
        lede={t('chapters.introductions.lede')}
        near
      />
      <ChapterViews view={view} chapter={chapter} here="introductions" />
      {items.length === 0 ? (
        <Empty title={t('chapters.introductions.none')} />
      ) : (
        <div class="gap-4">
          <Table
            caption={t('chapters.tab.introductions')}
            soft
            dense
            cards
            rows={items}
            columns={[
              { head: t('chapters.column.member'), names: true, cell: ({ number }) => number },
              {
                head: t('organisations.column.partnership'),
                cell: ({ partnership }) => (
                  <a href={href(`/partnerships/${partnership.id}`)}>
                    <PairName view={view} pair={partnership} />
                  </a>
                ),
              },
              {
                head: t('accounts.column.state'),
                cell: ({ status }) => <StatusBadge view={view} status={status} />,
              },
              {
                head: t('chapters.column.asked'),
                cell: ({ at }) => <Time view={view} at={at} zone={zone} />,
              },
            ]}
          />
          <Pager view={view} next={next} />
        </div>
      )}
    </Layout>
  );
};
