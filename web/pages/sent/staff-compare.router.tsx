import { Hono } from 'hono';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { render } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { askedIn } from './asked.ts';
import { ComparisonPart } from './comparison.tsx';
import type { CompareUseCases } from './use-cases.ts';

/** The same for staff without a conflict, of what was sent. */
export const staffComparePages = ({ compareVersions }: CompareUseCases) =>
  new Hono<Site>().get('/staff/applications/:id/compare', async (c) => {
    const view = viewOf(c);
    const { t, language, href } = view;
    const compared = await compareVersions(view.actor, askedIn(c), view.call);
    // What is written now is its applicant's own: staff find no such version.
    if (!compared.ok) return c.notFound();
    const { application, number, round } = compared.value;
    const title = t('sent.compare.title');
    return render(
      c,
      <Layout
        view={view}
        title={`${title}, ${application.title}`}
        demo={round.demo}
        docket={[
          { label: t('reviews.column.round'), value: inLanguage(round.name, language) },
          { label: t('reviews.column.receipt'), value: number },
          { label: t('reviews.column.application'), value: <Pair view={view} pair={application.pair} /> },
        ]}
      >
        <Head over={application.title} title={title} />
        <div class="column">
          <ComparisonPart view={view} seen={compared.value} />
          <p class="acts gap-4">
            <a class="tap" href={href(`/staff/applications/${application.id}`)}>
              {t('sent.back.file')}
            </a>
          </p>
        </div>
      </Layout>,
    );
  });
