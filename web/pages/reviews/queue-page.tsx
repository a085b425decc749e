import type { Page } from '../../../shared/kernel/page.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { QueuedReview } from '../../../shared/reviews/list-my-reviews.ts';
import { Badge } from '../../components/badge.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { keptPairWords, PairKanji } from '../../components/map/kept-pair.tsx';
import { Empty } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { isPast, marks } from './review-words.ts';

type Props = { view: View; queue: Page<QueuedReview> };

/** A reviewer's work: what is due first, by date; then what is in. */
export const QueuePage = ({ view, queue }: Props) => {
  const { t } = view;
  const open = queue.items
    .filter(({ status }) => status === 'assigned' || status === 'reviewing')
    .toSorted((a, b) => (a.round.reviewDue < b.round.reviewDue ? -1 : 1));
  const rest = queue.items.filter((one) => !open.includes(one));
  return (
    <Layout view={view} title={t('reviews.queue.title')} demo={queue.items.some(({ round }) => round.demo)}>
      <Head title={t('reviews.queue.title')} lede={t('reviews.queue.lede')} />
      {open.length === 0 ? (
        <Empty title={t('reviews.queue.none')} level={2}>
          <p>{t('reviews.queue.none.text')}</p>
        </Empty>
      ) : (
        <Band id="open" title={t('reviews.queue.open', { count: open.length })}>
          <Reviews view={view} caption={t('reviews.queue.open.caption')} reviews={open} />
        </Band>
      )}
      {rest.length > 0 && (
        <Band id="in" title={t('reviews.queue.rest')}>
          <Reviews view={view} caption={t('reviews.queue.rest.caption')} reviews={rest} />
        </Band>
      )}
      <Pager view={view} next={queue.next} />
    </Layout>
  );
};

const Reviews = ({
  view,
  caption,
  reviews,
}: {
  view: View;
  caption: string;
  reviews: readonly QueuedReview[];
}) => {
  const { t, href, format, language } = view;
  const due = (review: QueuedReview) => {
    const open = review.status === 'assigned' || review.status === 'reviewing';
    const when = <Time view={view} at={review.round.reviewDue} zone={review.round.zone} as="moment" />;
    return open ? <span class="due">{when}</span> : when;
  };
  return (
    <Table
      caption={caption}
      soft
      wide
      rows={reviews}
      columns={[
        {
          head: t('reviews.column.pair'),
          names: true,
          cell: (review) => (
            <>
              <a href={href(`/reviews/${review.id}`)}>{keptPairWords(view, review.pair)}</a>
              <PairKanji view={view} pair={review.pair} />
            </>
          ),
        },
        { head: t('reviews.column.round'), cell: ({ round }) => inLanguage(round.name, language) },
        {
          head: t('reviews.column.state'),
          cell: (review) => (
            <Badge
              is={isPast(view, review.round) && review.status !== 'submitted' ? 'shut' : marks[review.status]}
            >
              {t(`reviews.status.${review.status}`)}
            </Badge>
          ),
        },
        {
          head: t('reviews.column.score'),
          num: true,
          cell: ({ score }) => (score === undefined ? t('site.none') : format.number(score, 2)),
        },
        { head: t('reviews.column.due'), cell: due },
      ]}
    />
  );
};
