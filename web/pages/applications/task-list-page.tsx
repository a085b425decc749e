import type { ApplicationView } from '../../../shared/applications/application-view.ts';
import type { SamePair } from '../../../shared/applications/view-same-pair.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { MessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { ApplicationFrame, ClosingClocks } from './application-frame.tsx';
import { nextStep } from './next-step.ts';
import { SamePairNotice } from './same-pair.tsx';
import { isHeld, pathOf } from './task-stops.ts';

type Props = { view: View; seen: ApplicationView };
type PageProps = Props & { samePair: SamePair };

const moment = ({ format, viewerZone }: View, { round }: ApplicationView, at: string) =>
  format.moment(at, viewerZone ?? round.zone);

/** Where the application stands, in a sentence; undefined while it is being written in time. */
const stateWords = ({ view, seen }: Props): string | undefined => {
  const { t, call } = view;
  const { application, lastInstant, round } = seen;
  const { status, submission } = application;
  if (round.cancelled && status !== 'withdrawn')
    return t('applications.task.state.cancelled', {
      reason: inLanguage(round.cancelled.reason, view.language),
    });
  if (isHeld(seen) && application.paper) return undefined;
  if (isHeld(seen))
    return call.receivedAt > new Date(lastInstant)
      ? t('applications.task.state.closed', { when: moment(view, seen, lastInstant) })
      : undefined;
  if (status === 'submitted' && submission && application.paper)
    return t('paper.task.sent', { when: moment(view, seen, submission.at) });
  if (status === 'submitted' && submission)
    return t(
      seen.actions.includes('reopen')
        ? 'applications.task.state.submitted'
        : 'applications.task.state.submitted.closed',
      { when: moment(view, seen, submission.at) },
    );
  if (status === 'in-review' || status === 'shortlisted') return t('applications.task.state.in-review');
  return t(status === 'withdrawn' ? 'applications.task.state.withdrawn' : 'applications.task.state.decided');
};

const roleWords = ({ seen }: Props): MessageKey | undefined => {
  if (seen.as === 'scribe') return isHeld(seen) ? 'paper.task.scribe' : 'paper.task.scribe.sent';
  if (seen.application.paper && isHeld(seen)) return 'paper.task.member';
  if (seen.as === 'viewer') return 'applications.task.viewer';
  return seen.as === 'editor' && isHeld(seen) ? 'applications.task.editor' : undefined;
};

const Returned = ({ view, seen }: Props) => {
  const { returned, status } = seen.application;
  if (!returned || status !== 'returned') return null;
  return (
    <section class="errors gap-4" aria-labelledby="returned">
      <h2 id="returned">{view.t('applications.task.returned.title')}</h2>
      <p class="words">{returned.reason}</p>
      <p>{view.t('applications.task.returned.until', { when: moment(view, seen, returned.until) })}</p>
    </section>
  );
};

const Notices = ({ view, seen }: Props) => {
  const role = roleWords({ view, seen });
  const state = stateWords({ view, seen });
  const isClaimOpen = isHeld(seen) && seen.claim !== 'verified';
  const words = [
    state,
    isClaimOpen ? view.t('applications.task.claim.unverified') : undefined,
    role && view.t(role),
  ].filter((one) => one !== undefined);
  return words.length === 0 ? null : (
    <div class="gap-4">
      <Notice>
        {words.map((one) => (
          <p>{one}</p>
        ))}
      </Notice>
    </div>
  );
};

const Links = ({ view, seen }: Props) => {
  const { application, actions } = seen;
  const link = (part: string, words: MessageKey) => (
    <li>
      <a class="tap" href={view.href(pathOf(application.id, part))}>
        {view.t(words)}
      </a>
    </li>
  );
  return (
    <section class="band" aria-labelledby="links">
      <h2 class="h-lg" id="links">
        {view.t('applications.task.links')}
      </h2>
      <ul class="plain gap-1">
        {application.submission && link('receipt', 'applications.task.next.receipt')}
        {application.submission && link('submitted', 'applications.task.next.read')}
        {application.outcome && link('outcome', 'applications.task.next.outcome')}
        {link('conflicts', 'conflicts.named.link')}
        {actions.includes('edit') && seen.as !== 'scribe' && link('copy', 'forms.copy.link')}
        {link('print', 'applications.task.print')}
        {link('history', 'applications.task.history')}
        {actions.includes('reopen') && link('reopen', 'applications.task.reopen')}
        {actions.includes('withdraw') && link('withdraw', 'applications.task.withdraw')}
        {seen.as === 'scribe' && (
          <li>
            <a class="tap" href={view.href(`/staff/rounds/${application.roundId}/papers`)}>
              {view.t('paper.list.back')}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
};

type SubmitProps = { view: View; paper?: ApplicationView['application']['paper'] };

/** Who gets mail at submission: stands where one writes, long before the button. */
export const SubmitOutbox = ({ view, paper }: SubmitProps) => {
  const { t } = view;
  if (paper)
    return (
      <Outbox
        view={view}
        title={t('applications.mail.submit')}
        mail={[{ to: t('paper.mail.owners'), what: t('paper.mail.receipt') }]}
      >
        {t('paper.mail.nobody')}
      </Outbox>
    );
  return (
    <Outbox
      view={view}
      title={t('applications.mail.submit')}
      mail={[
        { to: t('applications.mail.owners'), what: t('applications.mail.receipt') },
        { to: t('applications.mail.staff'), what: t('applications.mail.staff.list') },
      ]}
    >
      {t('applications.mail.until-then')}
    </Outbox>
  );
};

/** The application's own page: what is done, what is next, until when, and who will hear of it. */
export const TaskListPage = ({ view, seen, samePair }: PageProps) => {
  const { t } = view;
  const next = nextStep(view, seen);
  return (
    <ApplicationFrame view={view} seen={seen} title={seen.application.title} aside={false}>
      {isHeld(seen) && <ClosingClocks view={view} seen={seen} />}
      <Returned view={view} seen={seen} />
      <Notices view={view} seen={seen} />
      {seen.application.status !== 'withdrawn' && <SamePairNotice view={view} samePair={samePair} />}
      {next && (
        <section class="gap-4" aria-labelledby="next">
          <h2 id="next">{t('applications.task.next')}</h2>
          <p class="gap-2">
            <a class="go" href={view.href(next.path)}>
              {next.words}
            </a>
          </p>
        </section>
      )}
      {seen.actions.includes('edit') && (
        <div class="gap-6">
          <SubmitOutbox view={view} paper={seen.application.paper} />
        </div>
      )}
      <Links view={view} seen={seen} />
    </ApplicationFrame>
  );
};
