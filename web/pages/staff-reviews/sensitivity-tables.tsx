import type { Child } from 'hono/jsx';
import type {
  RankRange as Range,
  RoundSensitivity,
  TestedApplication,
} from '../../../shared/ranking/view-sensitivity.ts';
import { RankRange } from '../../components/charts/rank-range.tsx';
import { Band } from '../../components/head.tsx';
import { Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { PairCell } from './pair-cell.tsx';

type Props = { view: View; seen: RoundSensitivity };

/** Up to here all are shown; beyond it those near the line, and all that change sides. */
const allShownTo = 60;
const near = 20;

const shownOf = ({ applications, awards }: RoundSensitivity): readonly TestedApplication[] =>
  applications.length <= allShownTo
    ? applications
    : applications.filter(({ rank, flips }) => flips || Math.abs(rank - awards) <= near);

/** How each rank moves under every way of counting, as a picture and in figures. */
export const RanksTable = ({ view, seen }: Props) => {
  const { t, format } = view;
  const { applications, awards } = seen;
  const rows = shownOf(seen);
  const all = applications.length;
  const last = Math.max(0, ...applications.filter(({ band }) => band === 'fund').map(({ rank }) => rank));
  const place = (own: TestedApplication, rank: number | undefined) => (
    <Moved own={own} awards={awards} best={rank} worst={rank}>
      {rank ?? t('site.none')}
    </Moved>
  );
  const range = (own: TestedApplication, of: Range | undefined) => (
    <Moved own={own} awards={awards} best={of?.best} worst={of?.worst}>
      {of ? rangeWords(view, of) : t('site.none')}
    </Moved>
  );
  return (
    <Band id="ranks" title={t('ranking.ranks.title')} lede={t('ranking.ranks.lede')}>
      {rows.length < all && <p class="small soft">{t('ranking.ranks.near', { shown: rows.length, all })}</p>}
      <Table
        caption={t('ranking.ranks.title')}
        soft
        dense
        wide
        rows={rows}
        columns={[
          {
            head: t('reviews.column.application'),
            names: true,
            cell: (own) => <Named view={view} own={own} />,
          },
          {
            head: t('ranking.column.moves'),
            cell: ({ rank, rankInterval }) => (
              <RankRange view={view} rank={rank} interval={rankInterval} line={last} of={all} />
            ),
          },
          {
            head: t('ranking.column.draws'),
            num: true,
            cell: ({ rankInterval: [best, worst] }) => rangeWords(view, { best, worst, unranked: 0 }),
          },
          {
            head: t('ranking.column.among'),
            num: true,
            cell: ({ among }) => format.percent(Math.round(among * 100)),
          },
          { head: t('ranking.column.shrunken'), num: true, cell: (own) => place(own, own.shrunkenRank) },
          { head: t('ranking.column.calibrated'), num: true, cell: (own) => place(own, own.calibratedRank) },
          { head: t('ranking.column.without'), num: true, cell: (own) => range(own, own.without) },
          { head: t('ranking.column.weights'), num: true, cell: (own) => range(own, own.weights) },
        ]}
      />
    </Band>
  );
};

const Named = ({ view, own }: { view: View; own: TestedApplication }) => (
  <div class="hang">
    <span class="order">{own.rank}</span>
    <PairCell view={view} pair={own.pair} path={`/staff/applications/${own.id}`} />
    {own.tied && <small class="under">{view.t('ranking.tie')}</small>}
  </div>
);

const rangeWords = ({ t }: View, { best, worst, unranked }: Range) =>
  `${best === worst ? best : t('ranking.range', { best, worst })}${unranked > 0 ? ` ${t('ranking.range.unranked')}` : ''}`;

type MovedProps = {
  own: TestedApplication;
  awards: number;
  best: number | undefined;
  worst: number | undefined;
  children: Child;
};

/** Strong where the rank changes sides of the line. */
const Moved = ({ own, awards, best = own.rank, worst = own.rank, children }: MovedProps) => {
  const flips = best <= awards !== own.rank <= awards || worst <= awards !== own.rank <= awards;
  return flips ? <strong>{children}</strong> : <span>{children}</span>;
};

/** The means under the views that change them, with the bootstrap's interval. */
export const MeansTable = ({ view, seen }: Props) => {
  const { t, format } = view;
  const points = (value: number | undefined) =>
    value === undefined ? t('site.none') : format.number(value, 2);
  return (
    <Band id="means" title={t('ranking.means.title')} lede={t('ranking.means.lede')}>
      {seen.reliability.single !== undefined && seen.reliability.single <= 0 && (
        <Notice>
          <p>{t('ranking.means.level')}</p>
        </Notice>
      )}
      <Table
        caption={t('ranking.means.title')}
        soft
        dense
        wide
        rows={shownOf(seen)}
        columns={[
          {
            head: t('reviews.column.application'),
            names: true,
            cell: (own) => <Named view={view} own={own} />,
          },
          { head: t('reviews.column.mean'), num: true, cell: ({ mean }) => points(mean) },
          {
            head: t('ranking.column.interval'),
            num: true,
            cell: ({ meanInterval: of }) =>
              of ? t('ranking.interval', { low: points(of[0]), high: points(of[1]) }) : t('site.none'),
          },
          { head: t('ranking.column.shrunken'), num: true, cell: ({ shrunken }) => points(shrunken) },
          { head: t('ranking.column.calibrated'), num: true, cell: ({ calibrated }) => points(calibrated) },
        ]}
      />
    </Band>
  );
};
