import type { StudiedAlum, StudiedRow, StudyView } from '../../../shared/matches/view-study.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { pairWords } from '../../components/map/place-words.ts';
import { Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { alumniPath } from './alumni-page.tsx';
import { outsideWords } from './reason-words.ts';
import { scorePath } from './score-form.tsx';

type Props = {
  view: View;
  seen: StudyView;
  back: string;
  /** Whether each pair leads to how its score comes about. */
  explains: boolean;
};
type RowProps = Pick<Props, 'view' | 'explains'> & { row: StudiedRow };

const Alumni = ({ view, row, all, explains }: RowProps & { all: readonly StudiedAlum[] }) => {
  const { t, format, href } = view;
  const pointsOf = (score: number) => t('matches.study.points', { points: format.number(score / 100, 1) });
  return (
    <ul class="plain">
      {all.map(({ alumId, number, score, reasons }) => (
        <li>
          <strong>{t('matches.number', { number })}</strong>{' '}
          {explains ? (
            <a
              href={href(scorePath(row.partnership.id, alumId))}
              aria-label={t('matches.score.whose.points', { number, points: pointsOf(score) })}
            >
              {pointsOf(score)}
            </a>
          ) : (
            <span class="soft">{pointsOf(score)}</span>
          )}
          <br />
          <span class="small">
            {reasons
              .map((reason) => outsideWords(view, reason, row.partnership))
              .join(view.language === 'ja' ? '' : ' ')}
          </span>
        </li>
      ))}
    </ul>
  );
};

const picksOf = ({ view, row, explains, isPlan }: RowProps & { isPlan: boolean }) => {
  const { t } = view;
  if (row.picks.length > 0) return <Alumni {...{ view, row, explains }} all={row.picks} />;
  if (row.why) return <span class="soft">{t(`matches.study.why.${row.why}`)}</span>;
  if (isPlan) return <span class="soft">{t('matches.study.withdrawn')}</span>;
  return row.gone.length === 0 ? <span class="soft">{t('matches.study.order')}</span> : '';
};

const Figures = ({ view, seen }: Pick<Props, 'view' | 'seen'>) => {
  const { t, format } = view;
  const { kind, figures } = seen.study;
  if (kind !== 'plan' || !figures) return null;
  const entry = (label: string, value: number) => ({ label, value: format.number(value) });
  return (
    <SummaryList
      entries={[
        entry(t('matches.study.figure.introductions'), figures.introductions),
        entry(t('matches.study.figure.asked'), figures.alumniAsked),
        entry(t('matches.study.figure.leftOut'), figures.leftOut),
        entry(t('matches.study.figure.unavailable'), figures.unavailable),
        entry(t('matches.study.figure.tiedToNone'), figures.tiedToNone),
        entry(t('matches.study.figure.othersFirst'), figures.othersFirst),
      ]}
    />
  );
};

const ledeOf = (view: View, { study: { kind, figures, madeAt } }: StudyView) => {
  if (!figures || !madeAt) return undefined;
  const when = view.format.date(madeAt);
  const { partnerships, alumni, changed } = figures;
  return kind === 'plan'
    ? view.t('matches.study.plan.lede', { when, partnerships, alumni })
    : view.t('matches.study.trial.lede', { when, partnerships, changed });
};

/** Twenty partnerships of a plan, or of what other weights would change. */
export const StudyPage = ({ view, seen, back, explains }: Props) => {
  const { t, href, language } = view;
  const { study, job, rows, page, pages } = seen;
  const isPlan = study.kind === 'plan';
  const title = t(`matches.study.${study.kind}`);
  const at = (no: number) => href(`${view.path.split('?')[0]}?page=${no}`);
  return (
    <Layout view={view} title={title}>
      <Head title={title} lede={ledeOf(view, seen)} near />
      {study.status === 'asked' && (
        <div role="status">
          <Notice>
            <p>
              {t(
                job?.status === 'failed' || job?.status === 'cancelled'
                  ? 'matches.study.failed'
                  : 'matches.study.working',
              )}
            </p>
          </Notice>
        </div>
      )}
      <Figures view={view} seen={seen} />
      {rows.length > 0 && (
        <div class="gap-4">
          <Table
            caption={t('matches.study.caption')}
            soft
            cards
            columns={[
              {
                head: t('matches.study.column.partnership'),
                names: true,
                cell: ({ partnership }) => (
                  <>
                    {pairWords(language, partnership)}
                    <br />
                    <a class="small" href={href(alumniPath(partnership.id))}>
                      {t('matches.study.list')}
                    </a>
                  </>
                ),
              },
              {
                head: t(isPlan ? 'matches.study.column.picks' : 'matches.study.column.in'),
                cell: (row) => picksOf({ view, row, explains, isPlan }),
              },
              ...(isPlan
                ? []
                : [
                    {
                      head: t('matches.study.column.out'),
                      cell: (row: StudiedRow) => <Alumni {...{ view, row, explains }} all={row.gone} />,
                    },
                  ]),
            ]}
            rows={rows}
          />
        </div>
      )}
      {pages > 1 && (
        <nav class="acts gap-2" aria-label={t('site.pager')}>
          {page < pages && (
            <a class="go2" href={at(page + 1)}>
              {t('site.pager.next')}
            </a>
          )}
          {page > 1 && <a href={at(1)}>{t('site.pager.first')}</a>}
          <span class="soft">{t('matches.study.previous', { page, pages })}</span>
        </nav>
      )}
      <p class="acts gap-3">
        <a href={href(back)}>{t(study.chapterId ? 'matches.study.back.chapter' : 'matches.study.back')}</a>
      </p>
    </Layout>
  );
};
