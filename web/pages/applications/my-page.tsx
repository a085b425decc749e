import type { MyApplication } from '../../../shared/applications/application-view.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { OwnOrganisation } from '../../../shared/partnerships/list-my-organisations.ts';
import { instantsOf } from '../../../shared/programs/round.ts';
import { Badge } from '../../components/badge.tsx';
import { leftInWords } from '../../components/clocks.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Line } from '../../components/line.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Empty } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { Pair } from './application-frame.tsx';
import { pathOf } from './task-stops.ts';

type Props = {
  view: View;
  applications: readonly MyApplication[];
  organisations: readonly OwnOrganisation[];
};

/** When the round closes, without its grace: that is what one plans by. */
const closingOf = (round: MyApplication['round']) => instantsOf({ ...round, reviewDue: round.closes }).closes;

const dueWords = ({ t, call }: View, { due, application, round }: MyApplication): string => {
  if (due?.what === 'accept') return t('applications.my.item.awarded');
  const now = call.receivedAt.getTime();
  const leftUntil = (at: number) => leftInWords(t, at - now);
  const last = new Date(due?.at ?? now).getTime();
  if (application.status === 'returned') return t('applications.my.item.returned', { left: leftUntil(last) });
  const closes = closingOf(round).getTime();
  return now > closes
    ? t('site.clocks.in-grace', { left: leftUntil(last) })
    : t('applications.my.item.closes', { left: leftUntil(closes) });
};

const DueItem = ({ view, one }: { view: View; one: MyApplication }) => {
  const { application, round, due } = one;
  const path = due?.what === 'accept' ? pathOf(application.id, 'outcome') : pathOf(application.id);
  return (
    <li class="due-item">
      <p class="due-item__when">
        <Badge is="due">{dueWords(view, one)}</Badge>
      </p>
      <h2 class="h-lg">
        <a href={view.href(path)}>{application.title}</a>
      </h2>
      <p class="small soft">
        <Pair view={view} pair={application.pair} />
        {' · '}
        {inLanguage(round.name, view.language)}
        {' · '}
        {view.t(`applications.status.${application.status}`)}
        {due?.at && (
          <>
            {' · '}
            <Time
              view={view}
              at={application.status === 'returned' ? due.at : closingOf(round)}
              as="moment"
              zone={view.viewerZone ?? round.zone}
            />
          </>
        )}
      </p>
    </li>
  );
};

const Others = ({ view, applications }: Pick<Props, 'view' | 'applications'>) => {
  const { t } = view;
  return (
    <Table
      caption={t('applications.my.col.application')}
      soft
      rows={applications}
      columns={[
        {
          head: t('applications.my.col.application'),
          names: true,
          cell: ({ application, number }) => (
            <>
              <a href={view.href(pathOf(application.id))}>{application.title}</a>
              <br />
              <span class="small soft">
                {number} · <Pair view={view} pair={application.pair} />
              </span>
            </>
          ),
        },
        { head: t('applications.my.col.round'), cell: ({ round }) => inLanguage(round.name, view.language) },
        {
          head: t('applications.my.col.state'),
          cell: ({ application }) => t(`applications.status.${application.status}`),
        },
      ]}
    />
  );
};

const FirstSteps = ({ view, organisations }: Pick<Props, 'view' | 'organisations'>) => {
  const { t } = view;
  const hasOrganisation = organisations.length > 0;
  const hasClaim = organisations.some(({ claims }) => claims.length > 0);
  const is = (done: boolean, ready: boolean) => (done ? 'done' : ready ? 'now' : 'shut');
  return (
    <Empty title={t('applications.my.empty.title')} level={2}>
      <p>{t('applications.my.empty.text')}</p>
      <div class="gap-3">
        <Line
          view={view}
          stops={[
            {
              name: t('applications.my.step.organisation'),
              path: hasOrganisation ? undefined : '/organisations/new',
              is: is(hasOrganisation, true),
              note: t('applications.my.step.organisation.note'),
            },
            {
              name: t('applications.my.step.partnership'),
              path: hasOrganisation && !hasClaim ? '/partnerships' : undefined,
              is: is(hasClaim, hasOrganisation),
              note: t('applications.my.step.partnership.note'),
            },
            {
              name: t('applications.my.step.round'),
              path: hasClaim ? '/applications/new' : undefined,
              is: hasClaim ? 'now' : 'shut',
              note: t('applications.my.step.round.note'),
            },
          ]}
        />
      </div>
    </Empty>
  );
};

const Organisations = ({ view, organisations }: Pick<Props, 'view' | 'organisations'>) => (
  <SummaryList
    entries={organisations.map(({ organisation, as, claims }) => ({
      label: view.t(`applications.my.organisation.as.${as}`),
      value: (
        <>
          <a href={view.href(`/organisations/${organisation.id}`)}>{organisation.legalName}</a>
          {claims.map(({ claim, partnership }) => (
            <span class="small soft words">
              {'\n'}
              {view.t('applications.pair', {
                us: partnership.us.name,
                jp: (view.language === 'ja' && partnership.jp.nameJa) || partnership.jp.name,
              })}
              {view.language === 'ja' ? '（' : ' ('}
              {view.t(`applications.my.claim.${claim.status}`)}
              {view.language === 'ja' ? '）' : ')'}
            </span>
          ))}
        </>
      ),
    }))}
  />
);

/** What waits for the person, in order; what was sent; whom they belong to; or what to do first. */
export const MyPage = ({ view, applications, organisations }: Props) => {
  const { t } = view;
  const due = applications.filter((one) => one.due);
  const rest = applications.filter((one) => !one.due);
  const mayStart = organisations.some(({ as, claims }) => as !== 'viewer' && claims.length > 0);
  return (
    <Layout
      view={view}
      title={t('applications.my.title')}
      demo={applications.some(({ round }) => round.demo)}
    >
      <Head title={t('applications.my.title')} lede={t('applications.my.lede')} />
      {applications.length === 0 && !mayStart && <FirstSteps view={view} organisations={organisations} />}
      {(applications.length > 0 || mayStart) &&
        (due.length > 0 ? (
          <ul class="due-list column">
            {due.map((one) => (
              <DueItem view={view} one={one} />
            ))}
          </ul>
        ) : (
          <p>{t('applications.my.none-due')}</p>
        ))}
      {mayStart && (
        <p class="gap-4">
          <a class={due.length > 0 ? 'go2' : 'go'} href={view.href('/applications/new')}>
            {t('applications.my.start')}
          </a>
        </p>
      )}
      {rest.length > 0 && (
        <Band id="past" title={t('applications.my.past')}>
          <Others view={view} applications={rest} />
        </Band>
      )}
      {organisations.length > 0 && (
        <Band id="organisations" title={t('applications.my.organisations')}>
          <Organisations view={view} organisations={organisations} />
        </Band>
      )}
    </Layout>
  );
};
