import { inLanguage } from '../../../shared/kernel/text.ts';
import { disagreementFrom } from '../../../shared/reviews/ranking.ts';
import type { RoundScores } from '../../../shared/reviews/score-round.ts';
import { LeniencyChart } from '../../components/charts/leniency.tsx';
import { SpreadLegend } from '../../components/charts/spread.tsx';
import { Facts, SummaryList } from '../../components/lists.tsx';
import { Empty } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { PairCell } from './pair-cell.tsx';
import { type Order, RankingTable } from './ranking-table.tsx';
import { dueCell, RoundFrame } from './round-frame.tsx';
import { WholeDollars } from './whole-dollars.tsx';

type Props = { view: View; scores: RoundScores; order: Order };

/** What the reviewers say together: ranking, spread, leniency and how far the work is. */
export const ScoresPage = ({ view, scores, order }: Props) => {
  const { t, language } = view;
  const { round, ranked, unranked, progress, leniency, kept } = scores;
  const first = round.rubric.criteria[0];
  return (
    <RoundFrame
      view={view}
      round={round}
      here="scores"
      lede={t('reviews.ranking.lede', { applications: ranked.length + unranked.length })}
      kept={kept}
      docket={[
        {
          label: t('reviews.ranking.in'),
          value: t('reviews.ranking.in.of', { submitted: progress.submitted, wanted: progress.wanted }),
        },
        {
          label: t('reviews.ranking.ties'),
          value: t('reviews.ranking.ties.rule', { first: first ? inLanguage(first.name, language) : '' }),
        },
        dueCell(view, round),
      ]}
    >
      <div class="gap-4">
        <RoundFacts view={view} scores={scores} />
      </div>
      <section class="gap-4" aria-labelledby="ranking">
        <h2 class="h-lg" id="ranking">
          {t('reviews.ranking.title')}
        </h2>
        {ranked.length === 0 ? (
          <Empty title={t('reviews.ranking.none')}>
            <p>{t('reviews.ranking.none.text')}</p>
          </Empty>
        ) : (
          <>
            <RankingTable view={view} roundId={round.id} ranked={ranked} order={order} />
            <SpreadLegend view={view} from={disagreementFrom} />
          </>
        )}
      </section>
      {unranked.length > 0 && <Unranked view={view} unranked={unranked} />}
      <div class="cols cols--half gap-8">
        <section class="chart" aria-labelledby="progress">
          <h2 class="h-lg" id="progress">
            {t('reviews.progress.title')}
          </h2>
          <SummaryList
            entries={(['wanted', 'assigned', 'declared', 'submitted', 'conflicted', 'complete'] as const).map(
              (part) => ({
                label: t(`reviews.progress.${part}`),
                value: <span class="num">{progress[part]}</span>,
              }),
            )}
          />
        </section>
        <figure class="chart">
          <figcaption>
            <h2 class="h-lg">{t('reviews.leniency.title')}</h2>
            <p>{t('reviews.leniency.text')}</p>
          </figcaption>
          {leniency.length === 0 ? (
            <p class="soft">{t('reviews.leniency.none')}</p>
          ) : (
            <LeniencyChart view={view} rows={leniency} />
          )}
        </figure>
      </div>
    </RoundFrame>
  );
};

const RoundFacts = ({ view, scores }: { view: View; scores: RoundScores }) => {
  const { t, format } = view;
  const { round, ranked, unranked, progress } = scores;
  const asked = [...ranked, ...unranked].reduce((sum, { requestedCents }) => sum + requestedCents, 0);
  const split = ranked.filter(({ disagree }) => disagree).length;
  return (
    <Facts
      facts={[
        {
          label: t('reviews.facts.envelope'),
          value: <WholeDollars view={view} cents={round.envelopeCents} />,
          note: t('reviews.facts.slots', { count: round.slots }),
        },
        {
          label: t('reviews.facts.requested'),
          value: <WholeDollars view={view} cents={asked} />,
          note: t('reviews.facts.applications', { count: ranked.length + unranked.length }),
        },
        {
          label: t('reviews.facts.complete'),
          value: progress.complete,
          note: t('reviews.facts.complete.of', { wanted: round.reviewersPerApplication }),
        },
        {
          label: t('reviews.facts.disagree'),
          value: split,
          note: t('reviews.spread.split', { from: format.number(disagreementFrom, 2) }),
        },
      ]}
    />
  );
};

const Unranked = ({ view, unranked }: { view: View; unranked: RoundScores['unranked'] }) => {
  const { t } = view;
  return (
    <section class="gap-6" aria-labelledby="unranked">
      <h2 class="h-lg" id="unranked">
        {t('reviews.unranked.title')}
      </h2>
      <Table
        caption={t('reviews.unranked.title')}
        soft
        dense
        rows={unranked}
        columns={[
          {
            head: t('reviews.column.application'),
            names: true,
            cell: ({ id, pair }) => <PairCell view={view} pair={pair} path={`/staff/applications/${id}`} />,
          },
          { head: t('reviews.column.title'), cell: ({ title }) => title },
          {
            head: t('reviews.column.requested'),
            num: true,
            cell: ({ requestedCents }) => <WholeDollars view={view} cents={requestedCents} />,
          },
        ]}
      />
    </section>
  );
};
