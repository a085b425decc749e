import type { MyApplication } from '../../../../shared/applications/application-view.ts';
import { inLanguage } from '../../../../shared/kernel/text.ts';
import type { OwnOrganisation } from '../../../../shared/partnerships/list-my-organisations.ts';
import { Band, Head } from '../../../components/head.tsx';
import { Layout } from '../../../components/layout.tsx';
import { SummaryList } from '../../../components/lists.tsx';
import { Pair } from '../../../components/map/kept-pair.tsx';
import { pairWords } from '../../../components/map/place-words.ts';
import { Table } from '../../../components/table.tsx';
import type { View } from '../../../view.ts';
import { PaperMark } from '../../papers/paper-mark.tsx';
import { pathOf } from '../task-stops.ts';
import { DueList } from './due-list.tsx';
import { FirstSteps } from './first-steps.tsx';

type Props = {
  view: View;
  applications: readonly MyApplication[];
  organisations: readonly OwnOrganisation[];
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
              <PaperMark view={view} paper={application.paper} />
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
              {pairWords(view.language, partnership)}
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
        (due.length > 0 ? <DueList view={view} due={due} /> : <p>{t('applications.my.none-due')}</p>)}
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
