import { leastShown, type ShownCounts } from '../../../shared/chapters/alumni-counts.ts';
import { CountBars } from '../../components/charts/count-bars.tsx';
import { regionWords } from '../../components/map/place-words.ts';
import { Empty } from '../../components/notice.tsx';
import type { View } from '../../view.ts';

/** Where alumni served and live, as bars with their figures. */
export const AlumniCountBars = ({ view, counts }: { view: View; counts: ShownCounts }) => {
  const { t, language } = view;
  const { prefectures, states } = counts;
  if (prefectures.length === 0 && states.length === 0)
    return (
      <Empty title={t('chapters.counts.none')} level={3}>
        <p>{t('chapters.counts.none.text', { least: leastShown })}</p>
      </Empty>
    );
  const rowsOf = (regions: ShownCounts['states']) =>
    regions.map(({ code, count }) => ({ name: regionWords(language, code), count }));
  return (
    <div class="counts">
      {prefectures.length > 0 && (
        <div>
          <h3>{t('chapters.counts.prefectures')}</h3>
          <CountBars
            view={view}
            caption={t('chapters.counts.prefectures')}
            by={t('chapters.column.prefecture')}
            rows={rowsOf(prefectures)}
          />
        </div>
      )}
      {states.length > 0 && (
        <div>
          <h3>{t('chapters.counts.states')}</h3>
          <CountBars
            view={view}
            caption={t('chapters.counts.states')}
            by={t('chapters.column.state')}
            rows={rowsOf(states)}
          />
        </div>
      )}
      <p class="small soft">{t('chapters.counts.note', { least: leastShown })}</p>
    </div>
  );
};
