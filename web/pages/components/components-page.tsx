import { Badge } from '../../components/badge.tsx';
import { Clocks } from '../../components/clocks.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Line } from '../../components/line.tsx';
import { Facts, SummaryList, Views } from '../../components/lists.tsx';
import { Empty, Notice, Twin } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Money, Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { ComponentsForm } from './components-form.tsx';

const states = ['done', 'now', 'todo', 'wait', 'shut', 'due'] as const;
const closes = new Date('2027-01-14T22:00:00Z');
const rows = [
  { pair: 'Sebastopol – Takeo', cents: 1_145_200, on: '2027-01-12' },
  { pair: 'Austin – Oita', cents: undefined, on: '2027-01-13' },
];

/** What is drawn here is made up; the words are the components' own, so that both languages are seen. */
export const ComponentsPage = ({ view }: { view: View }) => {
  const { t } = view;
  const stops = states.map((is) => ({
    name: t(`site.state.${is}`),
    is,
    path: is === 'shut' ? undefined : '/components',
    note: t(`site.state.${is}`),
    here: is === 'now',
  }));
  const docket = [
    { label: t('site.nav.rounds'), value: '2027' },
    { label: t('site.clocks.day'), value: <Time view={view} at={closes} zone="Asia/Tokyo" as="era" /> },
    {
      label: t('site.clocks.time'),
      value: <Time view={view} at={closes} zone="America/New_York" as="moment" />,
    },
    { label: t('site.nav.due'), value: <span class="due">{t('site.state.due')}</span> },
  ];
  return (
    <Layout view={view} title={t('site.components.title')} demo docket={docket}>
      <Head title={t('site.components.title')} over="Shimai" lede={t('site.components.lede')} />
      <div class="cols cols--half">
        <Clocks view={view} at={closes} zone="America/New_York" graceMinutes={15} ics="/components" />
        <div class="flow">
          <Line view={view} stops={stops} />
          <p class="acts">
            {states.map((is) => (
              <Badge is={is}>{t(`site.state.${is}`)}</Badge>
            ))}
          </p>
        </div>
      </div>
      <Band id="flat" title={t('site.nav.today')}>
        <Line view={view} stops={stops.map((stop) => ({ ...stop, here: false }))} flat />
      </Band>
      <Band id="form" title={t('site.nav.ask')} lede={t('error.kept')}>
        <ComponentsForm view={view} />
      </Band>
      <Band id="lists" title={t('site.nav.awards')}>
        <div class="flow">
          <Views
            label={t('site.nav.rounds')}
            href={view.href}
            tabs={[
              { label: t('site.nav.rounds'), path: '/components', here: true },
              { label: t('site.nav.awards'), path: '/components?cursor=x', here: false },
            ]}
          />
          <Facts
            facts={[
              { label: t('site.nav.awards'), value: '12', note: '2011–2012' },
              { label: t('site.nav.partnerships'), value: view.format.number(440) },
              { label: t('site.nav.due'), value: view.format.money(1_500_000) },
            ]}
          />
          <Table
            caption={t('site.nav.partnerships')}
            columns={[
              { head: t('site.nav.partnerships'), cell: ({ pair }) => pair, names: true },
              { head: t('site.clocks.day'), cell: ({ on }) => <Time view={view} at={on} /> },
              {
                head: t('site.nav.awards'),
                cell: ({ cents }) => <Money view={view} cents={cents} />,
                num: true,
              },
            ]}
            rows={rows}
          />
          <Pager view={view} next="cursor" />
          <SummaryList
            entries={rows.map(({ pair, on }) => ({
              label: pair,
              value: <Time view={view} at={on} as="era" />,
              act: <a href={view.href('/components')}>{pair}</a>,
            }))}
          />
          <Notice>
            <p>{t('site.returned.text')}</p>
          </Notice>
          <Empty title={t('site.not-found.title')}>
            <p>{t('site.not-found.text')}</p>
          </Empty>
          <Twin summary={t('site.clocks.caption')}>
            <p>{t('site.clocks.counts')}</p>
          </Twin>
          <Outbox view={view} title={t('site.outbox.submit')} mail={[]} />
        </div>
      </Band>
    </Layout>
  );
};
