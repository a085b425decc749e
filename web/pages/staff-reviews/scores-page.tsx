import { disagreementFrom } from '../../../shared/ranking/round-figures.ts';
import type { RoundScores } from '../../../shared/ranking/score-round.ts';
import { LeniencyChart } from '../../components/charts/leniency.tsx';
import { SpreadLegend } from '../../components/charts/spread.tsx';
import { Band } from '../../components/head.tsx';
import { Facts, SummaryList } from '../../components/lists.tsx';
import { Empty } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { tieRuleWords } from '../../components/tie-rule-words.ts';
import type { View } from '../../view.ts';
import { PairCell } from './pair-cell.tsx';
import { type Order, RankingTable } from './ranking-table.tsx';
import { dueCell, RoundFrame } from './round-frame.tsx';
import { ScoresExport } from './scores-export.tsx';
import { SetAside } from './set-aside.tsx';
import { SingleScores } from './single-scores.tsx';
import { WholeDollars } from './whole-dollars.tsx';

type Props = { view: View; scores: RoundScores; order: Order };

/** What the reviewers say together: ranking in bands, spread, leniency and how far the work is. */
export const ScoresPage = ({ view, scores, order }: Props) => {
  const { t, href } = view;
  const { round, ranked, unranked, progress, leniency, groups, kept } = scores;
  const rules = round.ranking.ties.map((written) => tieRuleWords(view, round.rubric.criteria, written));
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
          value: sentence(rules.join(t('ranking.ties.then'))) || t('ranking.ties.none'),
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
            <RankingTable view={view} round={round} ranked={ranked} order={order} />
            <SpreadLegend view={view} from={disagreementFrom} />
            <SingleScores view={view} scores={scores} />
            <WhatCounted view={view} scores={scores} />
          </>
        )}
      </section>
      {scores.setAside.length > 0 && <SetAside view={view} scores={scores} />}
      {unranked.length > 0 && <Unranked view={view} unranked={unranked} />}
      {ranked.length > 0 && (
        <Band id="views" title={t('ranking.views.title')} lede={t('ranking.views.lede')}>
          <p>
            <a class="go2" href={href(`/staff/rounds/${round.id}/scores/sensitivity`)}>
              {t('ranking.views.go')}
            </a>
          </p>
        </Band>
      )}
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
            <p>{t('ranking.leniency.text')}</p>
          </figcaption>
          {leniency.some(({ compared }) => compared > 0) ? (
            <LeniencyChart
              view={view}
              rows={leniency.filter(({ compared }) => compared > 0)}
              groups={groups}
            />
          ) : (
            <p class="soft">{t('reviews.leniency.none')}</p>
          )}
        </figure>
      </div>
      {ranked.length + scores.setAside.length > 0 && <ScoresExport view={view} scores={scores} />}
    </RoundFrame>
  );
};

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What was done with ties, partial and missing reviews, where there are any. */
const WhatCounted = ({ view: { t }, scores }: { view: View; scores: RoundScores }) => {
  const tied = scores.ranked.filter((one) => one.tied).length;
  const partial = scores.ranked.flatMap((one) => one.scores).filter((one) => one.partial).length;
  return (
    <div class="small soft gap-1 measure">
      {tied > 0 && <p>{t('ranking.tied.note', { count: tied })}</p>}
      {partial > 0 && <p>{t('ranking.partial.note', { count: partial })}</p>}
      {scores.leftOut > 0 && <p>{t('ranking.left-out.note', { count: scores.leftOut })}</p>}
    </div>
  );
};

const RoundFacts = ({ view, scores }: { view: View; scores: RoundScores }) => {
  const { t, format } = view;
  const { round, ranked } = scores;
  const inBand = (band: string) => ranked.filter((one) => one.band === band);
  const centsOf = (rows: readonly { requestedCents: number }[]) =>
    rows.reduce((sum, { requestedCents }) => sum + requestedCents, 0);
  const [fund, discuss] = [inBand('fund'), inBand('discuss')];
  const left = Math.max(0, round.envelopeCents - centsOf(fund));
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
          label: t('ranking.fact.fund'),
          value: <WholeDollars view={view} cents={centsOf(fund)} />,
          note: t('reviews.facts.applications', { count: fund.length }),
        },
        {
          label: t('ranking.fact.discuss'),
          value: <WholeDollars view={view} cents={left} />,
          note: t('ranking.fact.discuss.note', {
            count: discuss.length,
            amount: `$${format.number(Math.round(centsOf(discuss) / 100))}`,
          }),
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
        wide
        rows={unranked}
        columns={[
          {
            head: t('reviews.column.application'),
            names: true,
            cell: ({ id, pair }) => <PairCell view={view} pair={pair} path={`/staff/applications/${id}`} />,
          },
          { head: t('reviews.column.title'), cell: ({ title }) => title },
          { head: t('reviews.file.reviews'), cell: ({ reviews }) => t('ranking.short', { count: reviews }) },
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
