import type { Page } from '../../../shared/kernel/page.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { QueuedReview } from '../../../shared/reviews/list-my-reviews.ts';
import { Badge } from '../../components/badge.tsx';
import { Clocks } from '../../components/clocks.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { keptPairWords, PairKanji } from '../../components/map/kept-pair.tsx';
import { Empty } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { isPast, marks } from './review-words.ts';

type Props = { view: View; queue: Page<QueuedReview> };
type OfRound = { view: View; reviews: readonly QueuedReview[]; isPart: boolean };

const isOpen = ({ status }: QueuedReview): boolean => status === 'assigned' || status === 'reviewing';

/** What is to be done first, then what is in, then what is closed. */
const order = ['reviewing', 'assigned', 'submitted', 'declined', 'withdrawn', 'conflicted'] as const;
const byState = (a: QueuedReview, b: QueuedReview) => order.indexOf(a.status) - order.indexOf(b.status);

/** A reviewer's work, round by round: the one that is due first stands first, with its clocks; then what is done. */
export const QueuePage = ({ view, queue }: Props) => {
  const { t } = view;
  const rounds = [...Map.groupBy(queue.items, ({ round }) => round.id).values()].toSorted((a, b) =>
    (a[0]?.round.reviewDue ?? '') < (b[0]?.round.reviewDue ?? '') ? -1 : 1,
  );
  const open = rounds.filter((reviews) => reviews.some(isOpen));
  const rest = rounds.filter((reviews) => !reviews.some(isOpen)).toReversed();
  const isPart = queue.next !== undefined || view.path.includes('cursor=');
  return (
    <Layout view={view} title={t('reviews.queue.title')} demo={queue.items.some(({ round }) => round.demo)}>
      <Head title={t('reviews.queue.title')} lede={t('reviews.queue.lede')} />
      <p class="acts">
        <a href={view.href('/reviews/profile')}>{t('conflicts.profile.link')}</a>
        <a href={view.href('/reviews/preferences')}>{t('assignment.preferences.link')}</a>
      </p>
      {open.length === 0 && (
        <Empty title={t('reviews.queue.none')} level={2}>
          <p>{t('reviews.queue.none.text')}</p>
        </Empty>
      )}
      {[...open, ...rest].map((reviews) => (
        <RoundOfReviews view={view} reviews={reviews} isPart={isPart} />
      ))}
      <Pager view={view} next={queue.next} />
    </Layout>
  );
};

/** One round's reviews with how far they are; its clocks while something is to be done. */
const RoundOfReviews = ({ view, reviews, isPart }: OfRound) => {
  const { t, language } = view;
  const [first] = reviews;
  if (!first) return null;
  const { round } = first;
  const name = inLanguage(round.name, language);
  const mine = reviews.filter((one) => isOpen(one) || one.status === 'submitted');
  const done = mine.filter(({ status }) => status === 'submitted').length;
  const counted = { done, all: mine.length };
  return (
    <Band
      id={`r-${round.id}`}
      title={name}
      lede={mine.length > 0 && t(isPart ? 'reviews.queue.progress.part' : 'reviews.queue.progress', counted)}
    >
      {reviews.some(isOpen) && (
        <Clocks
          view={view}
          at={new Date(round.reviewDue)}
          zone={round.zone}
          until="due"
          id={`c-${round.id}`}
        />
      )}
      <div class="gap-3">
        <Reviews view={view} caption={t('reviews.queue.caption', { name })} reviews={reviews} />
      </div>
    </Band>
  );
};

type ReviewsProps = { view: View; caption: string; reviews: readonly QueuedReview[] };

const Reviews = ({ view, caption, reviews }: ReviewsProps) => {
  const { t, format } = view;
  return (
    <Table
      caption={caption}
      soft
      cards
      rows={reviews.toSorted(byState)}
      columns={[
        {
          head: t('reviews.column.pair'),
          names: true,
          cell: (review) => <Door view={view} review={review} />,
        },
        {
          head: t('reviews.column.state'),
          cell: (review) => (
            <Badge is={isOpen(review) && isPast(view, review.round) ? 'due' : marks[review.status]}>
              {t(`reviews.status.${review.status}`)}
            </Badge>
          ),
        },
        {
          head: t('reviews.column.score'),
          num: true,
          cell: ({ score }) => (score === undefined ? t('site.none') : format.number(score, 2)),
        },
        {
          head: t('reviews.column.due'),
          cell: (review) => {
            const { reviewDue, zone } = review.round;
            const when = <Time view={view} at={reviewDue} zone={zone} as="moment" />;
            return isOpen(review) ? <span class="due">{when}</span> : when;
          },
        },
      ]}
    />
  );
};

/** The way into a review. With a conflict it says nothing of the application, not even its cities. */
const Door = ({ view, review }: { view: View; review: QueuedReview }) => {
  const { t, href } = view;
  const { id, pair } = review;
  return (
    <>
      <a href={href(`/reviews/${id}`)}>{pair ? keptPairWords(view, pair) : t('reviews.queue.closed')}</a>
      {pair && <PairKanji view={view} pair={pair} />}
    </>
  );
};
