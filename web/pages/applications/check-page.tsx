import type { ApplicationView } from '../../../shared/applications/application-view.ts';
import type { SamePair } from '../../../shared/applications/view-same-pair.ts';
import type { Failure } from '../../../shared/failures.ts';
import { Form } from '../../components/form/form.tsx';
import { idOf } from '../../components/form/form-state.ts';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { ApplicationFrame, ClosingClocks } from './application-frame.tsx';
import { Answers } from './reading/answers.tsx';
import { filesOf } from './reading/shown-files.ts';
import { refusalWords } from './refusal-words.ts';
import { SamePairNotice } from './same-pair.tsx';
import { SubmitOutbox } from './task-list-page.tsx';
import { answerNote, askedSections, pathOf, signOffNote } from './task-stops.ts';
import { problemWords } from './words.ts';

type Props = { view: View; seen: ApplicationView; samePair: SamePair; failure?: Failure | undefined };
type Lack = { readonly path: string; readonly words: string };

/** A list is named as its section is: then once is enough. */
const inSection = (view: View, section: string, words: string) =>
  words.startsWith(section) ? words : view.t('applications.row.label', { row: section, field: words });

/** Everything that stands in the way, each with the page and the field where it is settled. */
const lacksOf = ({ view, seen }: Pick<Props, 'view' | 'seen'>): readonly Lack[] => {
  const { application, round, signOff, claim } = seen;
  const wrong = askedSections(seen).flatMap(({ id, problems }) =>
    problems.map((problem): Lack => {
      const asked = { section: id, questions: round.extraQuestions };
      const section = view.t(`applications.section.${id}`);
      return {
        path: `${pathOf(application.id, id)}?check=1#${idOf(problem.path)}`,
        words: inSection(view, section, problemWords(view, asked, problem)),
      };
    }),
  );
  const sign =
    signOff.state === 'signed'
      ? []
      : [
          {
            path: pathOf(application.id, 'sign-off'),
            words: view.t(
              signOff.state === 'outdated'
                ? 'applications.check.sign-off.outdated'
                : 'applications.check.sign-off.missing',
            ),
          },
        ];
  const unverified =
    claim === 'verified'
      ? []
      : [
          {
            path: seen.as === 'scribe' ? '/staff/claims' : `/organisations/${application.organisationId}`,
            words: view.t('applications.check.claim'),
          },
        ];
  return [...wrong, ...sign, ...unverified];
};

const Missing = ({ view, lacks }: { view: View; lacks: readonly Lack[] }) =>
  lacks.length === 0 ? null : (
    <section class="errors gap-4" aria-labelledby="missing">
      <h2 id="missing">{view.t('applications.check.missing.title', { count: lacks.length })}</h2>
      <ul>
        {lacks.map(({ path, words }) => (
          <li>
            <a href={view.href(path)}>{words}</a>
          </li>
        ))}
      </ul>
      <p>{view.t('applications.check.missing.kept')}</p>
    </section>
  );

const Refused = ({ view, seen, failure }: Pick<Props, 'view' | 'seen' | 'failure'>) =>
  failure ? (
    <section class="errors gap-4" role="alert" tabindex={-1} id="errors" aria-labelledby="errors-title">
      <h2 id="errors-title">{refusalWords(view, failure, seen.round).title}</h2>
      <p>{refusalWords(view, failure, seen.round).text}</p>
    </section>
  ) : null;

const Sections = ({ view, seen }: Pick<Props, 'view' | 'seen'>) => (
  <div class="answers">
    {askedSections(seen).map(({ id, data }) => {
      const section = view.t(`applications.section.${id}`);
      return (
        <section class="band" aria-labelledby={`read-${id}`} id={id}>
          <div class="band__line">
            <h3 id={`read-${id}`} class="h-lg">
              {section}
            </h3>
            <a class="tap noprint" href={view.href(pathOf(seen.application.id, id))}>
              <span aria-hidden="true">{view.t('applications.check.change')}</span>
              <span class="sr">{view.t('applications.check.change.what', { section })}</span>
            </a>
          </div>
          <Answers
            view={view}
            section={id}
            data={data}
            round={seen.round}
            files={filesOf(seen)}
            filesAt={pathOf(seen.application.id, 'files')}
          />
        </section>
      );
    })}
  </div>
);

const Others = ({ view, seen }: Pick<Props, 'view' | 'seen'>) => (
  <section class="band" aria-labelledby="others">
    <h3 id="others" class="h-lg">
      {view.t('applications.check.others')}
    </h3>
    <dl class="summary">
      <div>
        <dt>{view.t('applications.check.sign-off')}</dt>
        <dd>{signOffNote(view, seen)}</dd>
      </div>
      <div>
        <dt>{view.t('applications.task.counterpart')}</dt>
        <dd>{answerNote(view, seen)}</dd>
      </div>
      <div>
        <dt>{view.t('conflicts.named.short')}</dt>
        <dd>
          <a href={view.href(pathOf(seen.application.id, 'conflicts'))}>{view.t('conflicts.named.check')}</a>
        </dd>
      </div>
    </dl>
  </section>
);

const Submit = ({ view, seen }: Pick<Props, 'view' | 'seen'>) => {
  const { t } = view;
  const { paper } = seen.application;
  return (
    <section class="band" aria-labelledby="submit">
      <h2 id="submit">{t(paper ? 'paper.check.declare' : 'applications.check.declare')}</h2>
      <p class="gap-2">
        {paper
          ? t('paper.check.declare.text', { received: view.format.date(paper.receivedOn) })
          : t('applications.check.declare.text')}
      </p>
      <div class="gap-3">
        <SubmitOutbox view={view} paper={paper} />
      </div>
      <Form view={view} action={pathOf(seen.application.id, 'check')}>
        <div class="acts gap-3">
          <button class="go" type="submit">
            {t(paper ? 'paper.check.go' : 'applications.check.submit')}
          </button>
        </div>
      </Form>
    </section>
  );
};

const NotYet = ({ view, seen }: Pick<Props, 'view' | 'seen'>) => {
  const { t, call, format } = view;
  const isLate = call.receivedAt > new Date(seen.lastInstant);
  const words = () => {
    if (seen.application.paper) return t(seen.as === 'scribe' ? 'paper.task.closed' : 'paper.check.member');
    if (seen.as !== 'owner') return t('applications.check.not-owner');
    return isLate
      ? t('applications.check.closed')
      : t('applications.check.not-open', { when: format.moment(seen.round.opens, seen.round.zone) });
  };
  return (
    <div class="gap-6">
      <Notice>
        <p>{words()}</p>
      </Notice>
    </div>
  );
};

/** Everything once more, what is missing with links, and the one button that sends it, where it may be sent. */
export const CheckPage = (props: Props) => {
  const { view, seen } = props;
  const { t } = view;
  const lacks = lacksOf(props);
  const maySubmit = seen.actions.includes('submit');
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.check.title')} here="check">
      <ClosingClocks view={view} seen={seen} />
      <Refused {...props} />
      <Missing view={view} lacks={lacks} />
      <SamePairNotice view={view} samePair={props.samePair} />
      <h2 class="gap-4">{t('applications.check.title')}</h2>
      <p class="gap-1">{t('applications.check.lede')}</p>
      <Sections {...props} />
      <Others {...props} />
      {maySubmit && lacks.length === 0 && <Submit {...props} />}
      {!maySubmit && <NotYet {...props} />}
    </ApplicationFrame>
  );
};
