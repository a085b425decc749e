import type { PortfolioRow, PortfolioView } from '../../../shared/awards/view-portfolio.ts';
import { themes } from '../../../shared/kernel/theme.ts';
import { Badge } from '../../components/badge.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { JobNotice } from '../../components/job-notice.tsx';
import { keptPairWords, Pair } from '../../components/map/kept-pair.tsx';
import { Empty, Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { Money } from '../../components/written.tsx';
import { isUnderWay } from '../../look-again.ts';
import type { View } from '../../view.ts';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';
import { regionWords } from './floor-words.ts';
import type { PortfolioProps } from './portfolio-props.ts';
import { PortfolioResult } from './portfolio-result.tsx';
import { TermsForm, termsForm } from './terms-form.tsx';

/** Which awards, for how much: the best that envelope, slots, floors and staff's own choices allow. */
export const PortfolioPage = (props: PortfolioProps) => {
  const { view, seen, proposed } = props;
  const { t, format } = view;
  const { round, isKept, portfolio, job, rows } = seen;
  const form = termsForm(props);
  const work = portfolio?.plan ? undefined : job;
  // A page that looks again by itself would lose what is typed on it.
  const isAsking = !round.announcedAt && (!isUnderWay(work) || props.failure !== undefined);
  return (
    <RoundFrame
      view={view}
      round={round}
      here="portfolio"
      lede={t('awards.portfolio.lede')}
      kept={0}
      docket={[
        { label: t('awards.fact.envelope'), value: format.money(round.envelopeCents) },
        { label: t('awards.portfolio.slots'), value: t('awards.fact.slots', { count: round.slots }) },
      ]}
    >
      {isKept ? (
        <div class="gap-4">
          <Empty title={t('awards.portfolio.kept')}>
            <p>{t('awards.portfolio.kept.text')}</p>
          </Empty>
        </div>
      ) : (
        <>
          <ErrorSummary form={form} />
          {proposed && (
            <div class="gap-3" role="status">
              <Notice>
                <p>{t('awards.portfolio.proposed', { ...proposed })}</p>
              </Notice>
            </div>
          )}
          {work && (
            <JobNotice
              view={view}
              job={work}
              ended={[t(`awards.portfolio.${work.status === 'cancelled' ? 'cancelled' : 'failed'}`)]}
            />
          )}
          {portfolio?.plan && <PortfolioResult view={view} seen={seen} plan={portfolio.plan} />}
          {rows.length > 0 && (
            <section class="gap-6" aria-labelledby="choices">
              <h2 class="h-lg" id="choices">
                {t('awards.portfolio.choices')}
              </h2>
              <Table
                caption={t('awards.portfolio.choices')}
                soft
                dense
                wide
                rows={rows}
                columns={rowColumns(view, seen)}
              />
            </section>
          )}
          {isAsking && <TermsForm {...props} form={form} />}
        </>
      )}
    </RoundFrame>
  );
};

const rowColumns = (view: View, { scale }: PortfolioView) => {
  const { t, format } = view;
  const none = t('site.none');
  return [
    {
      head: t('awards.column.application'),
      names: true,
      cell: ({ application }: PortfolioRow) => (
        <>
          <Pair view={view} pair={application.pair} />
          <small class="soft under">{application.title}</small>
        </>
      ),
    },
    {
      head: t('awards.portfolio.score'),
      num: true,
      cell: ({ facts }: PortfolioRow) =>
        facts.score === undefined ? none : format.number(facts.score / scale, 2),
    },
    {
      head: t('awards.column.requested'),
      num: true,
      cell: ({ facts }: PortfolioRow) => <Money view={view} cents={facts.requestedCents} />,
    },
    {
      head: t('awards.portfolio.facts'),
      cell: ({ facts }: PortfolioRow) => <small>{factWords(view, facts).join(' · ')}</small>,
    },
    {
      head: t('awards.column.amount'),
      num: true,
      cell: ({ amountCents }: PortfolioRow) => <Money view={view} cents={amountCents} />,
    },
    {
      head: t('awards.portfolio.override'),
      cell: ({ override, application }: PortfolioRow) =>
        override ? (
          <>
            <Badge is="now">{t(`awards.override.${override.choice}`)}</Badge>
            <small class="soft under">{override.reason}</small>
            <span class="sr">{keptPairWords(view, application.pair)}</span>
          </>
        ) : (
          none
        ),
    },
  ];
};

const factWords = (view: View, facts: PortfolioRow['facts']): readonly string[] => {
  const { t, format } = view;
  const theme = themes.find((one) => one === facts.theme);
  return [
    ...(theme ? [t(`site.theme.${theme}`)] : []),
    ...(facts.usRegion ? [regionWords(view, facts.usRegion)] : []),
    ...(facts.jpRegion ? [regionWords(view, facts.jpRegion)] : []),
    ...(facts.firstTime ? [t('awards.floor.first-time')] : []),
    facts.population === undefined
      ? t('awards.portfolio.people.unknown')
      : t('awards.portfolio.people', { people: format.number(facts.population) }),
  ];
};
