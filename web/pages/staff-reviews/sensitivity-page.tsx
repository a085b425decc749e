import { inLanguage } from '../../../shared/kernel/text.ts';
import type { RoundSensitivity, TestedView } from '../../../shared/ranking/view-sensitivity.ts';
import { Band } from '../../components/head.tsx';
import { Facts } from '../../components/lists.tsx';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import { Empty, Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { dueCell, RoundFrame } from './round-frame.tsx';
import { MeansTable, RanksTable } from './sensitivity-tables.tsx';

type Props = { view: View; seen: RoundSensitivity };

/** Beside the ranking and never instead of it: other ways of counting, and which awards would flip. */
export const SensitivityPage = ({ view, seen }: Props) => {
  const { t, href } = view;
  const { round, applications, kept } = seen;
  const flips = applications.filter((one) => one.flips).length;
  return (
    <RoundFrame
      view={view}
      round={round}
      here="scores"
      title={t('ranking.sensitivity.title')}
      lede={t('ranking.sensitivity.lede', { flips })}
      kept={kept}
      docket={[dueCell(view, round)]}
    >
      <p class="gap-2">
        <a href={href(`/staff/rounds/${round.id}/scores`)}>{t('ranking.sensitivity.back')}</a>
      </p>
      <div class="gap-2">
        <Notice>
          <p>{t('ranking.sensitivity.beside')}</p>
        </Notice>
      </div>
      {applications.length === 0 ? (
        <div class="gap-4">
          <Empty title={t('reviews.ranking.none')}>
            <p>{t('reviews.ranking.none.text')}</p>
          </Empty>
        </div>
      ) : (
        <>
          <div class="gap-4">
            <SensitivityFacts view={view} seen={seen} />
          </div>
          <RanksTable view={view} seen={seen} />
          <FlipsTable view={view} seen={seen} />
          <MeansTable view={view} seen={seen} />
        </>
      )}
      <Band id="trust" title={t('ranking.trust.title')}>
        <ul class="points measure">
          <li>{t('ranking.trust.few')}</li>
          <li>{t('ranking.trust.groups', { groups: seen.groups })}</li>
          <li>{t('ranking.trust.merit')}</li>
        </ul>
      </Band>
    </RoundFrame>
  );
};

const agrees = ({ gained, lost }: TestedView) => gained.length + lost.length === 0;

const SensitivityFacts = ({ view: { t, format }, seen }: Props) => {
  const { single, reviews } = seen.reliability;
  return (
    <Facts
      facts={[
        {
          label: t('ranking.sensitivity.fact.awards'),
          value: seen.awards,
          note: t('ranking.sensitivity.fact.awards.note'),
        },
        {
          label: t('ranking.sensitivity.fact.views'),
          value: seen.views.length,
          note: t('ranking.sensitivity.fact.views.note', { same: seen.views.filter(agrees).length }),
        },
        {
          label: t('ranking.sensitivity.fact.icc'),
          value: single === undefined ? t('site.none') : format.number(single, 2).replace('-', '−'),
          note:
            single === undefined
              ? t('ranking.sensitivity.fact.icc.none')
              : t('ranking.sensitivity.fact.icc.note', { reviews }),
        },
        {
          label: t('ranking.sensitivity.fact.draws'),
          value: format.number(seen.draws),
          note: t('ranking.sensitivity.fact.draws.note'),
        },
      ]}
    />
  );
};

const FlipsTable = ({ view, seen }: Props) => {
  const { t } = view;
  const flipping = seen.views.filter((one) => !agrees(one));
  const same = seen.views.length - flipping.length;
  const pairs = new Map(seen.applications.map(({ id, pair }) => [id, keptPairWords(view, pair)]));
  const named = (ids: readonly string[]) =>
    ids.length === 0 ? t('site.none') : ids.map((id) => pairs.get(id) ?? '').join(', ');
  return (
    <Band
      id="flips"
      title={t('ranking.flips.title')}
      lede={flipping.length === 0 ? t('ranking.flips.none') : t('ranking.flips.lede', { same })}
    >
      {flipping.length > 0 && (
        <Table
          caption={t('ranking.flips.title')}
          soft
          dense
          wide
          rows={flipping}
          columns={[
            { head: t('ranking.flips.view'), names: true, cell: (one) => viewWords(view, seen, one) },
            { head: t('ranking.flips.gained'), cell: ({ gained }) => named(gained) },
            { head: t('ranking.flips.lost'), cell: ({ lost }) => named(lost) },
          ]}
        />
      )}
    </Band>
  );
};

const viewWords = (
  { t, language }: View,
  { round }: RoundSensitivity,
  { kind, of = '', percent }: TestedView,
) => {
  const criterion = round.rubric.criteria.find(({ id }) => id === of);
  const named = kind === 'weight' && criterion ? inLanguage(criterion.name, language) : of;
  return t(`ranking.view.${kind}`, { of: named, percent: String(percent ?? '') });
};
