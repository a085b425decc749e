import type { Child } from 'hono/jsx';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { ReviewView } from '../../../shared/reviews/view-review.ts';
import type { DocketCell } from '../../components/docket.tsx';
import { Layout } from '../../components/layout.tsx';
import { keptPairWords, Pair } from '../../components/map/kept-pair.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; seen: ReviewView; title: string; children: Child };

/** A review's page: its docket says which round, which application and until when. */
export const ReviewFrame = ({ view, seen, title, children }: Props) => {
  const { t, language } = view;
  const { round, status } = seen;
  const application = seen.content?.application;
  const due = <Time view={view} at={round.reviewDue} zone={round.zone} as="moment" />;
  const dueCell: DocketCell = {
    label: t('reviews.column.due'),
    value: status === 'submitted' ? due : <span class="due">{due}</span>,
  };
  const cells: DocketCell[] = [
    { label: t('reviews.column.round'), value: inLanguage(round.name, language) },
    ...(application ? [{ label: t('reviews.column.application'), value: application.number }] : []),
    { label: t('reviews.column.state'), value: t(`reviews.status.${seen.conflict ? 'conflicted' : status}`) },
    // Nothing is due of what is closed to them.
    ...(seen.conflict ? [] : [dueCell]),
  ];
  return (
    <Layout
      view={view}
      title={seen.pair ? `${title}, ${keptPairWords(view, seen.pair)}` : title}
      demo={round.demo}
      docket={cells}
    >
      {children}
    </Layout>
  );
};

/** The pair as a soft line above the title; nothing where it is kept from the reader. */
export const PairLine = ({ view, seen: { pair } }: { view: View; seen: Pick<ReviewView, 'pair'> }) =>
  pair ? <Pair view={view} pair={pair} /> : null;
