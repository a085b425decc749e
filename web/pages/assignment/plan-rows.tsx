import type { PlanView, SeenPair, SeenRow } from '../../../shared/assignment/view-plan.ts';
import { Badge } from '../../components/badge.tsx';
import { type Entry, SummaryList } from '../../components/lists.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { PairCell } from '../staff-reviews/pair-cell.tsx';
import { plansPath, signed } from './plan-words.ts';

type Props = { view: View; seen: PlanView };

/** Each application with who would review it, and why. */
export const PlanRows = ({ view, seen }: Props) => (
  <>
    {seen.rows.map((row) => (
      <OneRow view={view} seen={seen} row={row} />
    ))}
  </>
);

const OneRow = ({ view, seen, row }: Props & { row: SeenRow }) => {
  const { t, format } = view;
  const { application, pairs, total, isClosed } = row;
  return (
    <section class="match" aria-labelledby={`a-${application.id}`} id={`row-${application.id}`}>
      <div>
        <h3 class="h-md" id={`a-${application.id}`}>
          <PairCell view={view} pair={application.pair} path={`/staff/applications/${application.id}`} />
        </h3>
        <p class="match__place">{application.title}</p>
        <p class="match__id">{t('assignment.rows.total', { total: format.number(total) })}</p>
        {isClosed && seen.plan.status !== 'applied' && (
          <p class="gap-1">
            <Badge is="due">{t('assignment.rows.closed')}</Badge>
          </p>
        )}
      </div>
      <SummaryList entries={pairs.map((pair) => entryOf({ view, seen, row, pair }))} />
    </section>
  );
};

type OfPair = Props & { row: SeenRow; pair: SeenPair };

const entryOf = ({ view, seen, row, pair }: OfPair): Entry => {
  const { t, format, href } = view;
  const { plan } = seen;
  const mayMove = plan.status === 'made' && !pair.isFixed;
  const move = new URLSearchParams({ application: row.application.id, from: pair.reviewerId });
  return {
    label: (
      <>
        <p>{pair.name}</p>
        <p class="match__id">{t('assignment.pair.score', { score: format.number(pair.score) })}</p>
      </>
    ),
    value: (
      <>
        <p class="small">
          <Marks view={view} pair={pair} status={plan.status} />
        </p>
        <p class="small">{whyOf(view, pair)}</p>
        {pair.instead && !pair.isFixed && <p class="match__id">{insteadOf(view, pair)}</p>}
      </>
    ),
    ...(mayMove && {
      act: (
        <a href={href(`${plansPath(plan.roundId, plan.id)}/move?${move}`)}>
          {t('assignment.pair.move')}
          <span class="sr"> {pair.name}</span>
        </a>
      ),
    }),
  };
};

const Marks = ({
  view,
  pair,
  status,
}: {
  view: View;
  pair: SeenPair;
  status: PlanView['plan']['status'];
}) => {
  const { t } = view;
  const refused = pair.applied !== undefined && pair.applied !== 'done';
  return (
    <>
      {pair.isFixed && <Badge is="done">{t('assignment.pair.fixed')}</Badge>}
      {pair.byHand && <Badge is="now">{t('assignment.pair.by-hand')}</Badge>}
      {pair.stale && status !== 'applied' && (
        <Badge is="due">{t(`assignment.pair.stale.${pair.stale}`)}</Badge>
      )}
      {refused && <Badge is="due">{refusedWords(view, pair.applied ?? '')}</Badge>}
      {pair.applied === 'done' && !pair.isFixed && (
        <Badge is="done">{t('assignment.pair.applied')}</Badge>
      )}{' '}
    </>
  );
};

/** The next best, and what the whole would lose by it. */
const insteadOf = ({ t, format }: View, { instead, insteadName = '' }: SeenPair) =>
  instead && instead.cost > 0
    ? t('assignment.pair.instead', { name: insteadName, cost: format.number(instead.cost) })
    : t('assignment.pair.equal', { name: insteadName });

const refusedWords = ({ t }: View, kind: string) => {
  const key = `assignment.refused.${kind}`;
  return t(isMessageKey(key) ? key : 'assignment.refused.other');
};

/** The parts that add or take anything, in words: `works on this theme +500, wants it +500`. */
const whyOf = (view: View, { parts }: SeenPair) => {
  const counted = parts.filter(({ points }) => points !== 0);
  if (counted.length === 0) return view.t('assignment.why.nothing');
  return view.format.list(
    counted.map(({ says, points }) => `${view.t(`assignment.why.${says}`)} ${signed(view, points)}`),
  );
};
