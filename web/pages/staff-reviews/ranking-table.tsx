import type { Round } from '../../../shared/programs/round.ts';
import { type Band, bands } from '../../../shared/ranking/bands.ts';
import type { RankedApplication } from '../../../shared/ranking/score-round.ts';
import { SplitMark, Spread, SpreadHead } from '../../components/charts/spread.tsx';
import { tieRuleWords } from '../../components/tie-rule-words.ts';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { PairCell } from './pair-cell.tsx';
import { WholeDollars } from './whole-dollars.tsx';

export const orders = ['rank', 'disagreement'] as const;
export type Order = (typeof orders)[number];

export const orderOf = (asked: string | undefined): Order => (asked === 'disagreement' ? asked : 'rank');

type Props = { view: View; round: Round; ranked: readonly RankedApplication[]; order: Order };

const down = 'M4 11 .5 7h7z';
const both = 'M4 1 7.5 5h-7zM4 11 .5 7h7z';

/** The ranking, or the same rows by how far reviewers lie apart; ranks stay what they are. */
export const RankingTable = ({ view, round, ranked, order }: Props) => {
  const { t, href } = view;
  const rows = order === 'rank' ? ranked : ranked.toSorted((a, b) => b.spread - a.spread || a.rank - b.rank);
  const caption = t(`reviews.ranking.caption.${order}`);
  const sorted = (by: Order) => (
    <a href={href(`/staff/rounds/${round.id}/scores${by === 'rank' ? '' : '?order=disagreement'}`)}>
      {t(by === 'rank' ? 'reviews.column.mean' : 'reviews.column.spread')}
      <svg viewBox="0 0 8 12" aria-hidden="true">
        <path d={order === by ? down : both} />
      </svg>
    </a>
  );
  return (
    <section class="frame frame--wide" aria-label={caption} tabindex={0}>
      <table class="table table--dense">
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reviews.column.application')}</th>
            <th scope="col" class="num" {...(order === 'rank' && { 'aria-sort': 'descending' as const })}>
              {sorted('rank')}
            </th>
            <th scope="col">
              <span class="sr">{t('reviews.spread.head')}</span>
              <SpreadHead />
            </th>
            <th
              scope="col"
              class="num"
              {...(order === 'disagreement' && { 'aria-sort': 'descending' as const })}
            >
              {sorted('disagreement')}
            </th>
            <th scope="col" class="num">
              {t('reviews.column.requested')}
            </th>
            {order === 'rank' && (
              <th scope="col" class="num">
                {t('reviews.column.running')}
              </th>
            )}
            <th scope="col">{t('reviews.column.theme')}</th>
          </tr>
        </thead>
        {order === 'rank' ? (
          bands.map((band) => <BandRows view={view} round={round} ranked={ranked} band={band} />)
        ) : (
          <tbody>
            {rows.map((row) => (
              <Row view={view} round={round} row={row} order={order} />
            ))}
          </tbody>
        )}
      </table>
    </section>
  );
};

type InBand = { view: View; round: Round; ranked: readonly RankedApplication[]; band: Band };

const BandRows = ({ view, round, ranked, band }: InBand) => {
  const { t, format } = view;
  const rows = ranked.filter((row) => row.band === band);
  if (rows.length === 0) return null;
  const cents = rows.reduce((sum, { requestedCents }) => sum + requestedCents, 0);
  const amount = `$${format.number(Math.round(cents / 100))}`;
  const below = band === 'decline' ? round.ranking.declineBelow : undefined;
  return (
    <tbody>
      <tr class="bandrow">
        <th colspan={7} scope="rowgroup">
          <span>
            <strong>{t(`ranking.band.${band}`)}</strong>{' '}
            <span class="soft">
              {t('ranking.band.count', { count: rows.length, amount })}
              {below !== undefined &&
                ` (${t('ranking.band.below', { mean: format.number(below / 100, 2) })})`}
            </span>
          </span>
        </th>
      </tr>
      {rows.map((row) => (
        <Row view={view} round={round} row={row} order="rank" />
      ))}
    </tbody>
  );
};

type OneRow = { view: View; round: Round; row: RankedApplication; order: Order };

const Row = ({ view, round, row, order }: OneRow) => {
  const { t, format } = view;
  const theme = `site.theme.${row.theme}`;
  const spread = row.scores.length > 1 ? format.number(row.spread, 2) : t('site.none');
  return (
    <tr>
      <th scope="row" class="hang">
        <span class="order">{row.rank}</span>
        <PairCell view={view} pair={row.pair} path={`/staff/applications/${row.id}`} />
        {row.tied && (
          <small class="under">
            {t('ranking.tie')} · {row.receipt}
          </small>
        )}
        {row.decidedBy && (
          <small class="under">
            {t('ranking.decided', { rule: tieRuleWords(view, round.rubric.criteria, row.decidedBy) })}
          </small>
        )}
      </th>
      <td class="num">
        <strong>{format.number(row.mean, 2)}</strong>
      </td>
      <td>
        <Spread view={view} scores={row.scores.map(({ score }) => score)} mean={row.mean} />
      </td>
      <td class="num">
        {row.disagree ? (
          <span class="split">
            <SplitMark />
            <span class="sr">{t('reviews.spread.disagree')} </span>
            {spread}
          </span>
        ) : (
          spread
        )}
      </td>
      <td class="num">
        <WholeDollars view={view} cents={row.requestedCents} />
      </td>
      {order === 'rank' && (
        <td class="num">
          <WholeDollars view={view} cents={row.runningCents} />
        </td>
      )}
      <td>{isMessageKey(theme) ? t(theme) : t('site.none')}</td>
    </tr>
  );
};
