import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { CheckField } from '../../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';
import { Form } from '../../../components/form/form.tsx';
import { type FormState, formOf } from '../../../components/form/form-state.ts';
import { TextField } from '../../../components/form/text-fields.tsx';
import { SummaryList } from '../../../components/lists.tsx';
import { Notice, Twin } from '../../../components/notice.tsx';
import { Outbox } from '../../../components/outbox.tsx';
import type { MessageKey } from '../../../messages/translate.ts';
import type { View } from '../../../view.ts';
import { pausedWords } from '../../confirm/paused-words.ts';
import { ApplicationFrame } from '../application-frame.tsx';
import { rowsIn } from '../sections/section-data.ts';
import { askedSections, pathOf, signOffNote } from '../task-stops.ts';
import { joined } from '../words.ts';
import { Bounced } from './bounced.tsx';

export type SignOffPageProps = {
  view: View;
  seen: ApplicationView;
  failure?: Failure | undefined;
  /** Which of the two forms was refused. */
  act?: 'ask' | 'sign';
};

/** What the signature covers: all but files and the counterpart's details, which may still follow. */
export const covered = (seen: ApplicationView) =>
  askedSections(seen).filter(({ id }) => id !== 'attachments' && id !== 'counterpart');

/** The official as the declaration names them. */
export const officialOf = ({ sections }: ApplicationView) => {
  const data = sections.find(({ id }) => id === 'declaration')?.data ?? {};
  const text = (name: string) => (rowsIn(data, name).length > 0 ? '' : String(data[name] ?? ''));
  return { name: text('officialName'), title: text('officialTitle'), email: text('officialEmail') };
};

type IncompleteProps = Pick<SignOffPageProps, 'view' | 'seen'> & { words: MessageKey };

/** What is still to be written before the text can be signed, with the ways there. */
export const Incomplete = ({ view, seen, words }: IncompleteProps) => (
  <div class="gap-4">
    <Notice>
      <p>{view.t(words)}</p>
      <ul class="plain">
        {covered(seen)
          .filter(({ state }) => state !== 'done')
          .map(({ id }) => (
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

/** Asked, and not signed since. */
const isWaiting = ({ signOff: { state } }: ApplicationView) =>
  state === 'requested' || state === 'link-expired';

const AskForm = ({ view, seen }: SignOffPageProps) => {
  const { t } = view;
  const { name, email } = officialOf(seen);
  const { state } = seen.signOff;
  const isAgain = isWaiting(seen);
  return (
    <section class="gap-4" aria-labelledby="ask">
      <h3 id="ask">{t('applications.sign-off.ask.title')}</h3>
      <p class="gap-1">{t('applications.sign-off.ask.text', { name })}</p>
      {isAgain && <p>{t('applications.sign-off.ask.again.text')}</p>}
      <div class="gap-3">
        <Outbox
          view={view}
          title={t('applications.sign-off.mail')}
          mail={[{ to: joined(view, [name, email]), what: t('applications.sign-off.mail.what') }]}
        >
          {t('counterpart.limits')}
        </Outbox>
      </div>
      <Form view={view}>
        <div class="acts gap-3">
          <button class={state === 'signed' ? 'go2' : 'go'} type="submit" name="do" value="ask">
            {isAgain ? t('applications.sign-off.ask.again') : t('applications.sign-off.ask.go', { name })}
          </button>
        </div>
      </Form>
    </section>
  );
};

const SignForm = ({ view, seen, form, open }: SignOffPageProps & { form: FormState; open: boolean }) => {
  const { t } = view;
  return (
    <div class="gap-4">
      <Twin summary={t('applications.sign-off.self.title')} open={open}>
        <p>{t('applications.sign-off.self.text')}</p>
        <Form view={view} class="gap-2">
          <input type="hidden" name="textDigest" value={seen.textDigest} />
          <TextField
            form={form}
            name="name"
            hint={t('applications.sign-off.name.hint')}
            autocomplete="name"
          />
          <CheckField form={form} name="agreed" />
          <p class="small soft gap-2">{t('applications.sign-off.nobody')}</p>
          <div class="acts gap-2">
            <button class="go2" type="submit" name="do" value="sign">
              {t('applications.sign-off.sign')}
            </button>
          </div>
        </Form>
      </Twin>
    </div>
  );
};

export const signatureForm = (
  view: View,
  organisation: string,
  { failure, isTyped }: { failure: Failure | undefined; isTyped: boolean },
): FormState =>
  formOf(view, {
    typed: isTyped ? view.typed : undefined,
    failure,
    labels: {
      name: view.t('applications.sign-off.name'),
      agreed: view.t('applications.sign-off.agree', { organisation }),
    },
    words: ({ path }) =>
      view.t(path === 'agreed' ? 'applications.problem.must-agree' : 'applications.problem.required', {
        label: view.t(path === 'agreed' ? 'applications.sign-off.agree' : 'applications.sign-off.name', {
          organisation,
        }),
      }),
  });

/** Asks the authorised official by mail, or lets an owner who is that official sign. */
export const SignOffPage = (props: SignOffPageProps) => {
  const { view, seen, failure, act } = props;
  const { t } = view;
  const { name, title, email } = officialOf(seen);
  const isReady = covered(seen).every(({ state }) => state === 'done');
  const mayAsk = seen.actions.includes('request-sign-off');
  const form = signatureForm(view, seen.organisation, { failure, isTyped: act === 'sign' || view.returned });
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.sign-off.title')} here="sign-off">
      <ErrorSummary form={form} more={pausedWords(view, failure, view.viewerZone ?? seen.round.zone)} />
      <h2>{t('applications.sign-off.title')}</h2>
      <p class="gap-1">{t('applications.sign-off.lede')}</p>
      <div class="gap-3">
        <SummaryList
          entries={[
            { label: t('applications.sign-off.state'), value: signOffNote(view, seen) },
            {
              label: t('applications.sign-off.official'),
              value: name ? joined(view, [name, title, email]) : t('applications.check.empty'),
              act: mayAsk ? (
                <a href={view.href(pathOf(seen.application.id, 'declaration'))}>
                  {t('applications.sign-off.change')}
                </a>
              ) : undefined,
            },
          ]}
        />
      </div>
      {mayAsk && isWaiting(seen) && (
        <Bounced view={view} seen={seen} asked={seen.signOff.asked} section="declaration" />
      )}
      {mayAsk && !isReady && <Incomplete {...props} words="applications.sign-off.incomplete" />}
      {mayAsk && isReady && seen.signOff.state !== 'signed' && (
        <>
          {seen.claim === 'verified' ? (
            <AskForm {...props} />
          ) : (
            <div class="gap-4">
              <Notice>
                <p>{t('counterpart.claim')}</p>
              </Notice>
            </div>
          )}
          {seen.as === 'owner' && <SignForm {...props} form={form} open={act === 'sign'} />}
        </>
      )}
    </ApplicationFrame>
  );
};
