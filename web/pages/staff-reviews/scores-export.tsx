import { tieRulesOf } from '../../../shared/programs/ranking-terms.ts';
import { perDownload } from '../../../shared/ranking/export-reviews.ts';
import type { RoundScores } from '../../../shared/ranking/score-round.ts';
import { writeTieRule } from '../../../shared/ranking/tie-rule.ts';
import { Band } from '../../components/head.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; scores: RoundScores };

/** The doors to everything as files: figures in one, words in as many as it takes. */
export const ScoresExport = ({ view: { t, href }, scores: { round, ranked, unranked } }: Props) => {
  const parts = Math.max(1, Math.ceil((ranked.length + unranked.length) / perDownload));
  const path = (file: string) => href(`/staff/rounds/${round.id}/scores/export/${file}`);
  const numbers = Array.from({ length: parts }, (_, at) => at + 1);
  return (
    <Band id="export" title={t('ranking.export.title')} lede={t('ranking.export.lede')}>
      <ul class="points">
        <li>
          <a href={path('ranking.csv')}>{t('ranking.export.ranking')}</a>{' '}
          <small class="soft">{t('ranking.export.ranking.note')}</small>
        </li>
        <li>
          <a href={path('scores.csv')}>{t('ranking.export.scores')}</a>{' '}
          <small class="soft">{t('ranking.export.scores.note')}</small>
        </li>
        <li>
          <a href={path('weights.csv')}>{t('ranking.export.weights')}</a>{' '}
          <small class="soft">{t('ranking.export.weights.note')}</small>
        </li>
        {numbers.flatMap((part) => [
          <li>
            <a href={path(`reviews-${part}.csv`)}>{t('ranking.export.csv', { part, parts })}</a>{' '}
            {part === 1 && <small class="soft">{t('ranking.export.note')}</small>}
          </li>,
          <li>
            <a href={path(`reviews-${part}.json`)}>{t('ranking.export.json', { part, parts })}</a>
          </li>,
        ])}
      </ul>
      <p class="small soft gap-2">{t('ranking.export.command')}</p>
      <p class="measure">
        <code class="sha">{rankCommand(round)}</code>
      </p>
    </Band>
  );
};

/** What ranks both files at a desk as this page ranks. */
const rankCommand = (round: RoundScores['round']): string => {
  const { id, ranking } = round;
  const ties = tieRulesOf(round).map(writeTieRule).join(',');
  return [
    `npm run -s rank -- --scores scores-${id}.csv --weights weights-${id}.csv`,
    ...(ties ? [`--tie "${ties}"`] : []),
    `--partial ${ranking.partial} --least-reviews ${ranking.leastReviews}`,
    '--out ranking.csv --summary summary.json',
  ].join(' ');
};
