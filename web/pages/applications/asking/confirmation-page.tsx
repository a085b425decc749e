import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import { isOpen } from '../../../../shared/applications/confirmation.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';
import { Form } from '../../../components/form/form.tsx';
import { formOf } from '../../../components/form/form-state.ts';
import { type Entry, SummaryList } from '../../../components/lists.tsx';
import { Notice, Twin } from '../../../components/notice.tsx';
import { Outbox } from '../../../components/outbox.tsx';
import type { View } from '../../../view.ts';
import { pausedWords } from '../../confirm/paused-words.ts';
import { ApplicationFrame } from '../application-frame.tsx';
import { FilesTable } from '../reading/files-table.tsx';
import { filesOf } from '../reading/shown-files.ts';
import { answerNote, pathOf } from '../task-stops.ts';
import { joined } from '../words.ts';
import { Bounced } from './bounced.tsx';

type Props = { view: View; seen: ApplicationView; failure?: Failure | undefined };

const textIn = ({ sections }: ApplicationView, section: string, name: string) => {
  const typed = sections.find(({ id }) => id === section)?.data[name];
  return typeof typed === 'string' ? typed.trim() : '';
};

/** The sections that the letter to the office is made of, as far as they lack what it needs. */
const lacking = (seen: ApplicationView) => {
  const problemIn = (section: string, names: readonly string[]) =>
    seen.sections.some(
      ({ id, problems }) => id === section && problems.some(({ path }) => names.includes(path)),
    );
  return [
    ...(textIn(seen, 'project', 'title') === '' ? (['project'] as const) : []),
    ...(problemIn('delegation', ['startsOn', 'endsOn']) ? (['delegation'] as const) : []),
    ...(problemIn('counterpart', ['office', 'contact', 'email']) ? (['counterpart'] as const) : []),
  ];
};

const answerEntries = ({ view, seen }: Props): readonly Entry[] => {
  const { t, format } = view;
  const { confirmation, round } = seen;
  const { answer, asked } = confirmation;
  if (!answer || !asked) return [];
  const written = (text: string) => (
    <span class="words" lang="ja">
      {text}
    </span>
  );
  return [
    {
      label: t('applications.ask.answered'),
      value: format.moment(answer.at, view.viewerZone ?? round.zone),
    },
    { label: t('applications.ask.by'), value: written(answer.name) },
    ...(answer.approver ? [{ label: t('applications.ask.approver'), value: written(answer.approver) }] : []),
    ...(answer.arrivesOn
      ? [
          {
            label: t('counterpart.ask.days'),
            value: t('counterpart.days', {
              from: format.date(answer.arrivesOn),
              to: format.date(answer.leavesOn),
            }),
          },
        ]
      : []),
    ...(answer.hosts ? [{ label: t('counterpart.ask.hosts'), value: written(answer.hosts) }] : []),
    ...(answer.hopes ? [{ label: t('counterpart.ask.hopes'), value: written(answer.hopes) }] : []),
    ...(answer.note ? [{ label: t('applications.ask.words'), value: written(answer.note) }] : []),
  ];
};

const Asking = ({ view, seen }: Props) => {
  const { t } = view;
  const { status } = seen.confirmation;
  const office = textIn(seen, 'counterpart', 'office');
  const email = textIn(seen, 'counterpart', 'email');
  const isAgain = status !== 'not-requested';
  return (
    <section class="gap-4" aria-labelledby="ask">
      <h3 id="ask">{t(isAgain ? 'applications.ask.again' : 'applications.sign-off.ask.title')}</h3>
      {isAgain && <p class="gap-1">{t('applications.ask.again.text')}</p>}
      <p class="gap-1">{t('applications.ask.note')}</p>
      <div class="gap-3">
        <Outbox
          view={view}
          title={t('applications.ask.mail')}
          mail={[{ to: joined(view, [office, email]), what: t('applications.ask.mail.what') }]}
        >
          {t('counterpart.limits')}
        </Outbox>
      </div>
      <Form view={view}>
        <div class="acts gap-3">
          <button class={isAgain ? 'go2' : 'go'} type="submit" name="do" value="ask">
            {t('applications.ask.go', { office })}
          </button>
        </div>
      </Form>
    </section>
  );
};

/** From where the answer came: whose domain staff recorded it as, or who entered the address. Never as verified. */
const provenance = ({ view, seen }: Props): string => {
  const { asked, trust } = seen.confirmation;
  const domain = asked?.domain ?? '';
  return trust?.kind === 'recorded'
    ? view.t('counterpart.ask.recorded', { domain, evidence: trust.evidence })
    : view.t('counterpart.ask.entered', { domain });
};

/** To whom the mail went, where the office has handed it on; and since when its approval is awaited. */
const askedEntries = ({ view, seen }: Props): readonly Entry[] => {
  const { t, format } = view;
  const { confirmation, round } = seen;
  const { asked, awaitingSince } = confirmation;
  const when = (at: string) => format.moment(at, view.viewerZone ?? round.zone);
  if (!asked || !isOpen(confirmation.status)) return [];
  return [
    {
      label: t('counterpart.ask.address'),
      value: asked.forwardedAt
        ? t('counterpart.ask.handed-on', { email: asked.email, when: when(asked.forwardedAt) })
        : asked.email,
    },
    ...(awaitingSince
      ? [
          {
            label: t('counterpart.ask.awaiting'),
            value: t('counterpart.ask.awaiting.since', { when: when(awaitingSince) }),
          },
        ]
      : []),
  ];
};

/** Outsiders are mailed for those only who are known to run the partnership. */
const MayAsk = (props: Props) =>
  props.seen.claim === 'verified' ? (
    <Asking {...props} />
  ) : (
    <div class="gap-4">
      <Notice>
        <p>{props.view.t('counterpart.claim')}</p>
      </Notice>
    </div>
  );

const Revoke = ({ view, seen }: Props) => {
  const { t } = view;
  const { asked } = seen.confirmation;
  return (
    <div class="gap-4">
      <Twin summary={t('counterpart.revoke.title')}>
        <p>{t('counterpart.revoke.text')}</p>
        <div class="gap-3">
          <Outbox
            view={view}
            level={3}
            title={t('counterpart.revoke.mail')}
            mail={[
              {
                to: joined(view, [asked?.office ?? '', asked?.email ?? '']),
                what: t('counterpart.revoke.mail.what'),
              },
            ]}
          />
        </div>
        <Form view={view}>
          <div class="acts gap-3">
            <button class="go2" type="submit" name="do" value="revoke">
              {t('counterpart.revoke.go')}
            </button>
          </div>
        </Form>
      </Twin>
    </div>
  );
};

const Lacking = ({ view, seen, ids }: Props & { ids: ReturnType<typeof lacking> }) => (
  <div class="gap-4">
    <Notice>
      <p>{view.t('applications.ask.incomplete')}</p>
      <ul class="plain">
        {ids.map((id) => (
          <li>
            <a class="tap" href={view.href(`${pathOf(seen.application.id, id)}?check=1`)}>
              {view.t(`applications.section.${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  </div>
);

/** The answer may have come on paper: what of it is uploaded, and the way to do so. */
const OnPaper = ({ view, seen }: Props) => {
  const { t } = view;
  const at = pathOf(seen.application.id, 'files');
  const signed = filesOf(seen).filter(({ standsFor }) => standsFor === 'office-answer');
  const mayAdd = seen.actions.includes('edit');
  return signed.length === 0 && !mayAdd ? null : (
    <section class="gap-4" aria-labelledby="on-paper">
      <h3 id="on-paper">{t('files.office.title')}</h3>
      {signed.length > 0 && (
        <div class="gap-2">
          <FilesTable view={view} files={signed} filesAt={at} />
        </div>
      )}
      {mayAdd && (
        <>
          <p class="gap-1">{t('files.office.text')}</p>
          <p class="gap-1">
            <a class="tap" href={view.href(`${at}/new?for=office-answer`)}>
              {t('files.office.add')}
            </a>
          </p>
        </>
      )}
    </section>
  );
};

/** Asks the Japanese city's office by mail, and shows what it has answered and where that came from. */
export const ConfirmationPage = (props: Props) => {
  const { view, seen, failure } = props;
  const { t, format } = view;
  const { confirmation, round } = seen;
  const ids = lacking(seen);
  const mayAsk = seen.actions.includes('ask-counterpart') && confirmation.status !== 'confirmed';
  const office = confirmation.asked?.office ?? textIn(seen, 'counterpart', 'office');
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.ask.title')} here="confirmation">
      <ErrorSummary
        form={formOf(view, { failure, labels: {} })}
        more={pausedWords(view, failure, view.viewerZone ?? round.zone)}
      />
      <h2>{t('applications.ask.title')}</h2>
      <p class="gap-1">{t('applications.ask.lede')}</p>
      <div class="gap-3">
        <SummaryList
          entries={[
            { label: t('applications.ask.state'), value: answerNote(view, seen) },
            {
              label: t('applications.ask.office'),
              value: office ? <span lang="ja">{office}</span> : t('applications.check.empty'),
              act: seen.actions.includes('edit') ? (
                <a href={view.href(pathOf(seen.application.id, 'counterpart'))}>
                  {t('applications.ask.change')}
                </a>
              ) : undefined,
            },
            ...askedEntries(props),
            ...(isOpen(confirmation.status) && confirmation.asked
              ? [
                  {
                    label: t('applications.ask.until'),
                    value: format.moment(confirmation.asked.expiresAt, view.viewerZone ?? round.zone),
                  },
                ]
              : []),
            ...answerEntries(props),
          ]}
        />
      </div>
      {confirmation.answer && confirmation.asked && <p class="small soft gap-1">{provenance(props)}</p>}
      {mayAsk && isOpen(confirmation.status) && (
        <Bounced view={view} seen={seen} asked={confirmation.asked} section="counterpart" />
      )}
      {mayAsk && (ids.length > 0 ? <Lacking {...props} ids={ids} /> : <MayAsk {...props} />)}
      {mayAsk && isOpen(confirmation.status) && <Revoke {...props} />}
      <OnPaper view={view} seen={seen} />
    </ApplicationFrame>
  );
};
