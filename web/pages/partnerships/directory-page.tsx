import type { Failure } from '../../../shared/failures.ts';
import type { DirectoryLine, DirectoryPage } from '../../../shared/partnerships/list-partnerships.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Legend } from '../../components/map/legend.tsx';
import { PartnershipMap } from '../../components/map/partnership-map.tsx';
import { JpPlace, UsPlace } from '../../components/map/place-name.tsx';
import { Empty } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { DirectoryFilter } from './directory-filter.tsx';

type Asked = Readonly<Partial<Record<'state' | 'prefecture' | 'text', string>>>;
type Props = { view: View; found: DirectoryPage | undefined; asked: Asked; failure?: Failure | undefined };

const Lines = ({ view, found }: { view: View; found: DirectoryPage }) => {
  const { t, href } = view;
  const year = ({ partnership }: DirectoryLine) => partnership.establishedYear;
  return (
    <Table
      caption={t('partnerships.caption')}
      soft
      columns={[
        {
          head: t('public.column.us'),
          names: true,
          cell: ({ partnership: { id, us } }) => (
            <a href={href(`/partnerships/${id}`)}>
              <UsPlace view={view} place={us} />
            </a>
          ),
        },
        {
          head: t('public.column.jp'),
          cell: ({ partnership }) => <JpPlace view={view} place={partnership.jp} />,
        },
        { head: t('partnerships.column.since'), num: true, cell: (line) => year(line) ?? t('site.none') },
        {
          head: t('partnerships.column.funded'),
          num: true,
          cell: ({ funded }) => funded.join(', ') || t('site.none'),
        },
      ]}
      rows={found.items}
    />
  );
};

const Found = ({ view, found, asked }: { view: View; found: DirectoryPage; asked: Asked }) => {
  const { t, href } = view;
  const { total, matches, items, next } = found;
  const narrowed = Object.values(asked).some(Boolean);
  const count = t(narrowed ? 'partnerships.found' : 'partnerships.all', { count: total });
  if (total === 0)
    return (
      <section class="band" aria-label={t('partnerships.none')}>
        <Empty title={t('partnerships.none')} level={2}>
          <p>{t('partnerships.none.text')}</p>
          <p>
            <a class="tap" href={href('/partnerships/new')}>
              {t('partnerships.add')}
            </a>
          </p>
        </Empty>
      </section>
    );
  return (
    <section class="band" aria-labelledby="found">
      <h2 id="found">{count}</h2>
      <PartnershipMap
        view={view}
        pairs={narrowed ? [] : matches}
        funded={narrowed ? matches : []}
        title={t('public.map.label', { count: total })}
        description={t('partnerships.map.description')}
      >
        <Legend view={view} kinds={[narrowed ? 'award' : 'plain']} word="partnerships.legend" />
      </PartnershipMap>
      <div class="gap-4">
        <Lines view={view} found={found} />
      </div>
      <p class="small soft gap-1">{t('partnerships.shown', { shown: items.length, count: total })}</p>
      <Pager view={view} next={next} />
      <p class="gap-3">
        <a class="tap" href={href('/partnerships/new')}>
          {t('partnerships.add')}
        </a>
      </p>
    </section>
  );
};

/** The directory: a filter, a map and a list of what it finds. */
export const DirectoryPageView = ({ view, found, asked, failure }: Props) => {
  const { t } = view;
  const form: FormState = formOf(view, {
    values: asked,
    failure,
    labels: {
      state: t('partnerships.filter.state'),
      prefecture: t('partnerships.filter.prefecture'),
      text: t('partnerships.filter.text'),
      cursor: t('partnerships.filter.cursor'),
    },
  });
  return (
    <Layout view={view} title={t('partnerships.title')}>
      <Head title={t('partnerships.title')} lede={t('partnerships.lede')} />
      <ErrorSummary form={form} />
      <DirectoryFilter form={form} />
      {found && <Found view={view} found={found} asked={asked} />}
    </Layout>
  );
};
