import type { SignOffSheet } from '../../../shared/applications/application-view.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { CheckField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { TextField } from '../../components/form/text-fields.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { signatureForm } from '../applications/asking/sign-off-page.tsx';
import { Answers } from '../applications/reading/answers.tsx';
import { filesOf } from '../applications/reading/shown-files.ts';
import { askedSections } from '../applications/task-stops.ts';

type Props = {
  view: View;
  sheet: SignOffSheet;
  failure?: Failure | undefined;
  /** What was typed when the page had closed, and was not sent. */
  back?: Typed | undefined;
};

const docket = ({ view, sheet }: Props) => {
  const { t, format } = view;
  const { round, application, signOff } = sheet;
  const until = signOff.asked?.expiresAt;
  return [
    { label: t('applications.docket.round'), value: inLanguage(round.name, view.language) },
    { label: t('applications.letter.field.organisation'), value: sheet.organisation },
    { label: t('applications.docket.partnership'), value: <Pair view={view} pair={application.pair} /> },
    ...(until ? [{ label: t('applications.ask.until'), value: format.date(until, round.zone) }] : []),
  ];
};

const Text = ({ view, sheet }: Props) => (
  <div class="answers">
    {askedSections(sheet).map(({ id, data }) => (
      <section class="band" aria-labelledby={`read-${id}`}>
        <h2 class="h-lg" id={`read-${id}`}>
          {view.t(`applications.section.${id}`)}
        </h2>
        <Answers view={view} section={id} data={data} round={sheet.round} files={filesOf(sheet)} />
      </section>
    ))}
  </div>
);

const Sign = ({ view, sheet, failure, back }: Props) => {
  const { t } = view;
  const form = signatureForm(back ? { ...view, typed: back } : view, sheet.organisation, {
    failure,
    isTyped: failure !== undefined || back !== undefined,
  });
  return (
    <section class="band" aria-labelledby="sign">
      <h2 id="sign">{t('applications.signing.go')}</h2>
      <Form view={view} class="gap-3">
        <input type="hidden" name="textDigest" value={sheet.textDigest} />
        <input type="hidden" name="of" value={sheet.application.id} />
        <TextField form={form} name="name" hint={t('applications.sign-off.name.hint')} autocomplete="name" />
        <CheckField form={form} name="agreed" />
        <div class="gap-4">
          <Outbox view={view} title="" mail={[]}>
            {t('applications.signing.nobody')}
          </Outbox>
        </div>
        <div class="acts gap-3">
          <button class="go" type="submit">
            {t('applications.signing.go')}
          </button>
        </div>
      </Form>
    </section>
  );
};

/** The whole text, word for word, and the place to sign it. */
export const SigningPage = (props: Props) => {
  const { view, sheet, failure } = props;
  const { t, format } = view;
  const { application, organisation, round, signOff } = sheet;
  const form = signatureForm(view, organisation, { failure, isTyped: failure !== undefined });
  const isSigned = signOff.state === 'signed' && signOff.signed !== undefined;
  return (
    <Layout view={view} title={t('applications.signing.title')} demo={round.demo} docket={docket(props)} bare>
      <Head
        title={isSigned ? t('applications.signing.done.title') : t('applications.signing.title')}
        over={application.title}
        lede={
          isSigned
            ? t('applications.signing.done.text', {
                when: format.moment(signOff.signed?.at ?? '', view.viewerZone ?? round.zone),
              })
            : t('applications.signing.lede', { organisation, round: inLanguage(round.name, view.language) })
        }
      />
      <div class="column">
        <ErrorSummary form={form} />
        {props.back && (
          <div class="gap-3" role="status">
            <Notice>
              <p>
                <strong>{t('counterpart.back.title')}</strong>
              </p>
              <p>{t('counterpart.back.text')}</p>
            </Notice>
          </div>
        )}
        {!isSigned && (
          <Notice>
            <p>
              <strong>{t('applications.signing.what')}</strong>
            </p>
            <p>{t('applications.signing.what.text')}</p>
          </Notice>
        )}
        <Text {...props} />
        {!isSigned && sheet.open && <Sign {...props} />}
        <p class="small soft gap-4 noprint">{t('applications.signing.about.text')}</p>
      </div>
    </Layout>
  );
};
