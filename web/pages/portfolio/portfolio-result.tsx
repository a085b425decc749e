import type { Floor, FloorResult, PortfolioPlan } from '../../../shared/awards/portfolio.ts';
import { restChoices } from '../../../shared/awards/propose-portfolio.ts';
import type { PortfolioView } from '../../../shared/awards/view-portfolio.ts';
import { Badge } from '../../components/badge.tsx';
import { type FloorBar, FloorsChart } from '../../components/charts/floors.tsx';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { Band } from '../../components/head.tsx';
import { Facts } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { floorWords, measureWords } from './floor-words.ts';

type Props = { view: View; seen: PortfolioView; plan: PortfolioPlan };
type Line = FloorResult & { readonly floor: Floor };

/** What was planned: its figures, the picture of its floors with the same as a table, and the way to propose it. */
export const PortfolioResult = ({ view, seen, plan }: Props) => {
  const { t, format } = view;
  const { round, portfolio } = seen;
  const spent = plan.awards.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const byChoices = plan.blockedBy === 'choices';
  const floors = byChoices ? [] : (portfolio?.terms.floors ?? []);
  const lines = plan.floors.flatMap((result, at): Line[] => {
    const floor = floors[at];
    return floor ? [{ ...result, floor }] : [];
  });
  const found = plan.status === 'optimal';
  const bars: readonly FloorBar[] = [
    {
      label: t('awards.portfolio.bar.envelope'),
      written: t('awards.portfolio.of', {
        part: format.money(spent),
        whole: format.money(round.envelopeCents),
      }),
      reached: spent / Math.max(1, round.envelopeCents),
      floor: 1,
    },
    ...lines.map((line) => barOf(view, line)),
  ];
  return (
    <>
      {found ? (
        <div class="gap-4">
          <Facts
            facts={[
              {
                label: t('awards.portfolio.awards'),
                value: String(plan.awards.length),
                note: t('awards.portfolio.candidates', { count: plan.candidates }),
              },
              {
                label: t('awards.portfolio.spent'),
                value: format.money(spent),
                note: t('awards.portfolio.left', { left: format.money(round.envelopeCents - spent) }),
              },
              {
                label: t('awards.portfolio.total'),
                value: format.number(plan.score / plan.scale, 2),
                note: t('awards.portfolio.proven'),
              },
            ]}
          />
        </div>
      ) : (
        <div class="gap-4">
          <Notice>
            <p>{t(`awards.portfolio.infeasible${byChoices ? '.choices' : ''}`)}</p>
          </Notice>
        </div>
      )}
      <div class="cols cols--half gap-6">
        {found && (
          <figure class="chart">
            <figcaption>
              <h2 class="h-lg">{t('awards.portfolio.picture')}</h2>
              <p>{t('awards.portfolio.picture.text')}</p>
            </figcaption>
            <FloorsChart
              view={view}
              label={t('awards.portfolio.picture.label', {
                summary: format.list(bars.map(({ label, written }) => `${label} ${written}`)),
              })}
              bars={bars}
            />
          </figure>
        )}
        {lines.length > 0 && (
          <section class="chart" aria-labelledby="floors">
            <h2 class="h-lg" id="floors">
              {t('awards.portfolio.floors')}
            </h2>
            <Table
              caption={t('awards.portfolio.floors')}
              soft
              dense
              wide
              rows={lines}
              columns={found ? foundColumns(view, plan) : blockedColumns(view)}
            />
          </section>
        )}
      </div>
      {found && !round.announcedAt && <Propose view={view} seen={seen} />}
    </>
  );
};

const barOf = (view: View, { floor, reached = 0 }: Line): FloorBar => {
  const longest = Math.max(reached, floor.least) * 1.15;
  return {
    label: floorWords(view, floor),
    written: view.t('awards.portfolio.of', {
      part: measureWords(view, floor, reached),
      whole: measureWords(view, floor, floor.least),
    }),
    reached: reached / longest,
    floor: floor.least / longest,
  };
};

const floorColumn = (view: View) => ({
  head: view.t('awards.floor'),
  names: true,
  cell: ({ floor }: Line) => floorWords(view, floor),
});
const leastColumn = (view: View) => ({
  head: view.t('awards.floor.least'),
  num: true,
  cell: ({ floor }: Line) => measureWords(view, floor, floor.least),
});

const foundColumns = (view: View, { scale }: PortfolioPlan) => [
  floorColumn(view),
  leastColumn(view),
  {
    head: view.t('awards.portfolio.reached'),
    num: true,
    cell: ({ floor, reached = 0 }: Line) => measureWords(view, floor, reached),
  },
  {
    head: view.t('awards.portfolio.cost'),
    num: true,
    cell: ({ cost = 0 }: Line) =>
      cost === 0 ? view.t('awards.portfolio.cost.none') : `−${view.format.number(cost / scale, 2)}`,
  },
];

const blockedColumns = (view: View) => [
  floorColumn(view),
  leastColumn(view),
  {
    head: view.t('awards.portfolio.most'),
    num: true,
    cell: ({ floor, most = 0 }: Line) => measureWords(view, floor, most),
  },
  {
    head: view.t('awards.portfolio.verdict'),
    cell: ({ floor, most = 0, blocks }: Line) =>
      most < floor.least ? (
        <Badge is="due">{view.t('awards.portfolio.unreachable')}</Badge>
      ) : (
        <Badge is={blocks ? 'due' : 'todo'}>
          {view.t(blocks ? 'awards.portfolio.blocks' : 'awards.portfolio.not-alone')}
        </Badge>
      ),
  },
];

const Propose = ({ view, seen }: Omit<Props, 'plan'>) => {
  const { t } = view;
  const form = formOf(view, {
    labels: { reason: t('awards.decide.reason'), rest: t('awards.portfolio.rest') },
    values: { rest: 'leave', reason: t('awards.portfolio.reason') },
  });
  return (
    <Band id="propose" title={t('awards.portfolio.propose')}>
      <Form view={view} version={seen.portfolio?.version ?? 0} class="column flow">
        <TextArea form={form} name="reason" rows={3} hint={t('awards.decide.reason.hint')} />
        <RadioField
          form={form}
          name="rest"
          choices={restChoices.map((value) => ({ value, label: t(`awards.portfolio.rest.${value}`) }))}
        />
        <Outbox view={view} title="" mail={[]}>
          {t('awards.decide.nobody')}
        </Outbox>
        <p>
          <button class="go" type="submit" name="action" value="propose">
            {t('awards.portfolio.propose.go')}
          </button>
        </p>
      </Form>
    </Band>
  );
};
