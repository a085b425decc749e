import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { labelOf } from './round-form-state.ts';

/** Which texts a Japanese reader would meet in English. */
export const MissingJapanese = ({ view: { t }, paths }: { view: View; paths: readonly string[] }) =>
  paths.length === 0 ? null : (
    <Notice>
      <p>{t('programs.japanese.missing', { count: paths.length })}</p>
      <ul class="points gap-1">
        {paths.map((path) => (
          <li>{labelOf(t, `${path.replace(/^rubric\./, '')}.ja`)}</li>
        ))}
      </ul>
    </Notice>
  );
