import type { ShownCounts } from '../../../shared/chapters/alumni-counts.ts';
import type { JetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import type { View } from '../../view.ts';
import { AlumniCountBars } from './alumni-counts.tsx';
import { ChapterList } from './chapter-list.tsx';

type Props = {
  view: View;
  chapters: readonly JetaaChapter[];
  state: string | undefined;
  counts: ShownCounts;
};

const steps = ['ask', 'answer', 'meet', 'join'] as const;

/** How former JET participants and sister-city organizations come together, for everyone. */
export const AlumniPage = ({ view, chapters, state, counts }: Props) => {
  const { t, href } = view;
  return (
    <Layout view={view} title={t('chapters.alumni.title')}>
      <Head title={t('chapters.alumni.title')} lede={t('chapters.alumni.lede')} />
      <div class="acts gap-4">
        <a class="go" href={href('/alumni/me')}>
          {t('chapters.alumni.register')}
        </a>
        <span class="small soft">{t('chapters.alumni.register.note')}</span>
      </div>
      <Band id="organizations" title={t('chapters.link.title')} lede={t('chapters.link.lede')}>
        <ol class="points">
          {steps.map((step) => (
            <li>
              <strong>{t(`chapters.link.${step}`)}</strong> {t(`chapters.link.${step}.note`)}
            </li>
          ))}
        </ol>
        <p class="gap-2">
          <a class="tap" href={href('/partnerships')}>
            {t('chapters.link.find')}
          </a>
        </p>
      </Band>
      <Band id="join" title={t('chapters.join.title')}>
        <ul class="points">
          <li>{t('chapters.join.who')}</li>
          <li>{t('chapters.join.consent')}</li>
          <li>{t('chapters.join.limits')}</li>
          <li>{t('chapters.join.leave')}</li>
        </ul>
      </Band>
      <Band id="chapters" title={t('chapters.list.title')} lede={t('chapters.list.lede')}>
        <ChapterList view={view} chapters={chapters} state={state} />
      </Band>
      <Band id="counts" title={t('chapters.counts.title')} lede={t('chapters.counts.lede')}>
        <AlumniCountBars view={view} counts={counts} />
      </Band>
    </Layout>
  );
};
