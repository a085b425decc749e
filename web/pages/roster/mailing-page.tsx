import type { Failure } from '../../../shared/failures.ts';
import type { MailingPreview, PreviewedMail } from '../../../shared/roster/preview-mailing.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { JobNotice } from '../../components/job-notice.tsx';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import { Empty, Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Pager } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';
import { writeFilter } from './read-query.ts';

type Props = { view: View; preview: MailingPreview; failure?: Failure | undefined };

/** Every message of a mailing as its reader gets it, and the act that has them written. */
export const MailingPage = ({ view, preview, failure }: Props) => {
  const { t, href, format } = view;
  const { round, mailing, items, applications, messages, job, next } = preview;
  const form = formOf(view, {
    labels: { hold: t('roster.mail.hold') },
    values: { hold: 'hold' },
    failure,
  });
  return (
    <RoundFrame
      view={view}
      round={round}
      here="roster"
      title={t('roster.mail.preview.title')}
      lede={t('roster.mail.preview.lede')}
      kept={0}
      docket={[
        { label: t('roster.mail.applications'), value: format.number(applications) },
        { label: t('roster.mail.messages'), value: format.number(messages) },
        { label: t('roster.mail.to'), value: t(`roster.mail.to.${mailing.to}`) },
      ]}
    >
      <ErrorSummary form={form} />
      {job && <JobNotice view={view} job={job} ended={endedOf(view, job)} />}
      {mailing.status === 'written' && (
        <div class="gap-3" role="status">
          <Notice>
            <p>{t('roster.mail.written', { count: mailing.messages ?? 0 })}</p>
            <p>
              <a href={href('/staff/outbox')}>{t('roster.mail.written.outbox')}</a>
            </p>
          </Notice>
        </div>
      )}
      {items.length === 0 ? (
        <div class="gap-4">
          <Empty title={t('roster.none')} level={2}>
            <p>{t('roster.none.text')}</p>
          </Empty>
        </div>
      ) : (
        <div class="column flow gap-4">
          {items.map(({ application, mails }) => (
            <article class="closing">
              <h2 class="h-md">{keptPairWords(view, application.pair)}</h2>
              <p class="small soft">{application.title}</p>
              {mails.length === 0 && (
                <Notice>
                  <p>{t('roster.mail.nobody-there')}</p>
                </Notice>
              )}
              {mails.map((mail) => (
                <Recipient view={view} mail={mail} />
              ))}
            </article>
          ))}
        </div>
      )}
      <Pager view={view} next={next} />
      {mailing.status === 'draft' && <Send view={view} preview={preview} form={form} />}
      <p class="gap-3">
        <a class="tap" href={href(`/staff/lists/${round.id}${writeFilter(mailing.filter)}`)}>
          {t('roster.export.back')}
        </a>
      </p>
    </RoundFrame>
  );
};

const endedOf = ({ t }: View, { status, reason }: NonNullable<MailingPreview['job']>) =>
  status === 'cancelled'
    ? [t('roster.job.cancelled'), t('roster.mail.ended')]
    : [t('roster.mail.ended'), ...(reason ? [t(`roster.job.reason.${reason}`)] : [])];

const Send = ({
  view,
  preview: { round, mailing, applications, messages },
  form,
}: {
  view: View;
  preview: MailingPreview;
  form: ReturnType<typeof formOf>;
}) => {
  const { t, href } = view;
  return (
    <Form view={view} version={mailing.version} class="column flow gap-4" labelledby="send">
      <h2 class="h-md" id="send">
        {t('roster.mail.send.title')}
      </h2>
      <input type="hidden" name="applications" value={String(applications)} />
      <RadioField
        form={form}
        name="hold"
        choices={(['hold', 'send'] as const).map((value) => ({
          value,
          label: t(`roster.mail.hold.${value}`),
          note: t(`roster.mail.hold.${value}.note`),
        }))}
      />
      <Outbox
        view={view}
        title={t('roster.mail.outbox')}
        mail={
          messages === 0
            ? []
            : [
                {
                  to: t(`roster.mail.to.${mailing.to}`),
                  what: t('roster.mail.gets', { messages, applications }),
                },
              ]
        }
      >
        {t('roster.mail.nobody-else')}
      </Outbox>
      <p class="acts">
        <button class="go" type="submit" name="action" value="send">
          {t('roster.mail.send')}
        </button>
        <a href={href(`/staff/lists/${round.id}/mailings/${mailing.id}/words`)}>{t('roster.mail.change')}</a>
      </p>
    </Form>
  );
};

const Recipient = ({ view: { t }, mail }: { view: View; mail: PreviewedMail }) => {
  const { to, language, letter } = mail;
  return (
    <section class="flow gap-2" aria-label={to.name || to.address}>
      <p class="small">
        {t('messages.labelled', { label: t('messages.to'), value: `${to.name} <${to.address}>` })}
        {' · '}
        {t(`messages.language.${language}`)}
      </p>
      <h3 class="h-md" lang={language}>
        {letter.subject}
      </h3>
      <p class="letter__text" lang={language}>
        {letter.text}
      </p>
    </section>
  );
};
