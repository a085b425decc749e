import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { withoutJapanese } from '../../../shared/programs/round-terms.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { Clocks } from '../../components/clocks.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { MissingJapanese } from './missing-japanese.tsx';
import { publishChecks } from './publish-checks.ts';
import { roundForm } from './round-form-state.ts';

type Props = { view: View; round: SeenRound; failure?: Failure | undefined };

/** The list one goes through before pressing: what is in order, and what deserves another look. */
const Checks = ({ view, round }: { view: View; round: SeenRound }) => (
  <section aria-labelledby="checks" class="flow">
    <h2 id="checks" class="h-md">
      {view.t('rounds.checks.title')}
    </h2>
    <ul class="line">
      {publishChecks(round, view.call.receivedAt).map(({ name, ok }) => (
        <li class="line__stop" data-is={ok ? 'done' : 'due'}>
          <span class="line__name">{view.t(`rounds.checks.${name}.${ok ? 'ok' : 'look'}`)}</span>
        </li>
      ))}
    </ul>
    <p>
      <a href={view.href(`/staff/rounds/${round.id}/preview`)}>{view.t('rounds.preview.door')}</a>
    </p>
  </section>
);

/** What publishing does, before the button that does it. */
export const PublishPage = ({ view, round, failure }: Props) => {
  const { t, language, format, href } = view;
  const title = t('programs.publish.title');
  const opens = new Date(round.instants.opens);
  const at = format.moment(opens, round.zone);
  const begun = opens <= view.call.receivedAt;
  return (
    <Layout view={view} title={title} demo={round.demo}>
      <Head over={inLanguage(round.name, language)} title={title} near />
      <ErrorSummary form={roundForm(view, view.typed, failure)} />
      {round.status === 'published' ? (
        <Notice>
          <p>{t('programs.publish.done')}</p>
          <p>
            <a href={href(`/rounds/${round.id}`)}>{t('programs.staff.public')}</a>
          </p>
        </Notice>
      ) : (
        <div class="column flow">
          <ul class="points">
            <li>{t('programs.publish.public')}</li>
            <li>{begun ? t('programs.publish.opens-now') : t('programs.publish.opens', { at })}</li>
            <li>{t('programs.publish.frozen')}</li>
            <li>{t('programs.publish.no-way-back')}</li>
          </ul>
          <Clocks
            view={view}
            at={begun ? new Date(round.instants.closes) : opens}
            zone={round.zone}
            until={begun ? 'closes' : 'opens'}
          />
          <Checks view={view} round={round} />
          <MissingJapanese view={view} paths={withoutJapanese(round)} />
          <Outbox view={view} title="" mail={[]}>
            {t('programs.publish.no-mail')}
          </Outbox>
          <Form view={view} version={round.version} class="acts">
            <button class="go" type="submit">
              {t('programs.publish.go')}
            </button>
            <a href={href(`/staff/rounds/${round.id}`)}>{t('programs.publish.back')}</a>
          </Form>
        </div>
      )}
    </Layout>
  );
};
