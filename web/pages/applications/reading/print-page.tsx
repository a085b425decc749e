import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import { Head } from '../../../components/head.tsx';
import { Layout } from '../../../components/layout.tsx';
import type { View } from '../../../view.ts';
import { docketOf, lastChange } from '../application-frame.tsx';
import { answerNote, askedSections, pathOf, signOffNote } from '../task-stops.ts';
import { Answers } from './answers.tsx';
import { filesOf } from './section-read-page.tsx';

/** The whole application on paper, as it stands. */
export const PrintPage = ({ view, seen }: { view: View; seen: ApplicationView }) => {
  const { t } = view;
  const { application, organisation, round } = seen;
  return (
    <Layout
      view={view}
      title={`${t('applications.print.title')}, ${application.title}`}
      demo={round.demo}
      docket={docketOf(view, { ...seen, changedAt: lastChange(seen) })}
    >
      <Head title={application.title} over={organisation} lede={t('applications.print.lede')} />
      <div class="column answers">
        {askedSections(seen).map(({ id, data }) => (
          <section class="band" aria-labelledby={`read-${id}`} id={id}>
            <h2 class="h-lg" id={`read-${id}`}>
              {t(`applications.section.${id}`)}
            </h2>
            <Answers view={view} section={id} data={data} round={round} files={filesOf(seen)} />
          </section>
        ))}
        <section class="band" aria-labelledby="others">
          <h2 class="h-lg" id="others">
            {t('applications.check.others')}
          </h2>
          <dl class="summary">
            <div>
              <dt>{t('applications.task.sign-off')}</dt>
              <dd>{signOffNote(view, seen)}</dd>
            </div>
            <div>
              <dt>{t('applications.task.counterpart')}</dt>
              <dd>{answerNote(view, seen)}</dd>
            </div>
          </dl>
        </section>
        <p class="gap-4 noprint">
          <a class="tap" href={view.href(pathOf(application.id))}>
            {t('applications.back')}
          </a>
        </p>
      </div>
    </Layout>
  );
};
