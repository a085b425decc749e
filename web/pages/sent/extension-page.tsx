import type { ExtensionSheet } from '../../../shared/applications/extend-application.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { localOf } from '../../../shared/kernel/zoned-time.ts';
import { Clocks } from '../../components/clocks.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { LocalTimeField } from '../../components/form/text-fields.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Notice, Twin } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; seen: ExtensionSheet; failure?: Failure | undefined };

const isRunning = ({ view, seen: { extension } }: Props) =>
  extension !== undefined && !extension.ended && view.call.receivedAt <= new Date(extension.until);

/** Where the application stands: what its applicant has been told, and until when it can be sent. */
const Stands = ({ view, seen }: Props) => {
  const { t, format } = view;
  const { extension, round } = seen;
  if (!extension) return null;
  const moment = (at: string) => format.moment(at, round.zone);
  return (
    <Notice>
      <p>{t('sent.extension.stands', { until: moment(extension.until), at: moment(extension.at) })}</p>
      <p class="words">{extension.reason}</p>
      {extension.ended && (
        <>
          <p>{t('sent.extension.stands.ended', { at: moment(extension.ended.at) })}</p>
          <p class="words">{extension.ended.reason}</p>
        </>
      )}
    </Notice>
  );
};

const Mailed = ({ view }: { view: View }) => (
  <Outbox
    view={view}
    title={view.t('sent.extension.mail')}
    mail={[{ to: view.t('sent.extension.mail.to'), what: view.t('sent.extension.mail.what') }]}
  >
    {view.t('sent.extension.then')}
  </Outbox>
);

const Grant = ({ view, seen, form }: Props & { form: FormState }) => {
  const { t, format } = view;
  return (
    <Form view={view} version={seen.version} class="flow gap-4">
      <LocalTimeField
        form={form}
        name="until"
        hint={t('sent.extension.until.hint', { zone: format.zone(seen.round.zone) })}
      />
      <TextArea form={form} name="reason" rows={3} hint={t('sent.extension.reason.hint')} />
      <Mailed view={view} />
      <button class="go" type="submit" name="action" value="extend">
        {t(seen.extension ? 'sent.extension.change' : 'sent.extension.go')}
      </button>
    </Form>
  );
};

const TakeBack = ({ view, seen, form, open }: Props & { form: FormState; open: boolean }) => (
  <div class="gap-6">
    <Twin summary={view.t('sent.extension.end.title')} open={open}>
      <Form view={view} version={seen.version} class="flow">
        <p>{view.t('sent.extension.end.text')}</p>
        <TextArea form={form} name="why" rows={2} />
        <Mailed view={view} />
        <button class="go2" type="submit" name="action" value="end">
          {view.t('sent.extension.end.go')}
        </button>
      </Form>
    </Twin>
  </div>
);

const codes = { 'no-more-time': 'sent.extension.error.no-more-time' } as const;

/** More time for one application: until when, why, and who hears of it. */
export const ExtensionPage = (props: Props) => {
  const { view, seen, failure } = props;
  const { t, language, href } = view;
  const { round, pair, number, organisation, status, extension } = seen;
  const isEnding = view.typed.text('action') === 'end';
  const form = formOf(view, {
    failure,
    values: {
      until: extension && !extension.ended ? localOf(new Date(extension.until), round.zone) : '',
      reason: extension?.ended ? '' : extension?.reason,
    },
    labels: {
      until: t('sent.extension.until'),
      reason: t('sent.extension.reason'),
      why: t('sent.extension.why'),
    },
    words: ({ code }) => (code in codes ? t(codes[code as keyof typeof codes]) : undefined), // Just asked.
  });
  return (
    <Layout
      view={view}
      title={`${t('sent.extension.title')}, ${number}`}
      demo={round.demo}
      docket={[
        { label: t('reviews.column.round'), value: inLanguage(round.name, language) },
        { label: t('reviews.column.receipt'), value: number },
        { label: t('reviews.column.application'), value: <Pair view={view} pair={pair} /> },
        { label: t('reviews.column.state'), value: t(`applications.status.${status}`) },
      ]}
    >
      <Head over={organisation} title={t('sent.extension.title')} lede={t('sent.extension.lede')} />
      <div class="column">
        {failure && <ErrorSummary form={form} />}
        <Clocks view={view} at={new Date(seen.lastInstant)} zone={round.zone} until="due" />
        <Stands {...props} />
        {seen.mayExtend ? (
          <Grant {...props} form={form} />
        ) : (
          <p class="gap-4">{t(round.announcedAt ? 'sent.extension.announced' : 'sent.extension.not-held')}</p>
        )}
        {seen.mayExtend && isRunning(props) && <TakeBack {...props} form={form} open={isEnding} />}
        <p class="acts gap-4">
          <a class="tap" href={href(`/staff/rounds/${round.id}/extensions`)}>
            {t('sent.extension.back')}
          </a>
        </p>
      </div>
    </Layout>
  );
};
