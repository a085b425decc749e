import { letterKinds } from '../../../shared/awards/letter.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { HeldLetters } from '../../../shared/messages/count-held.ts';
import type { OutboxPage as Listed, OutboxEntry } from '../../../shared/messages/list-messages.ts';
import { type MessageKind, type MessageStatus, messageSteps } from '../../../shared/messages/message.ts';
import { type Settlement, settlements } from '../../../shared/messages/settle-message.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Views } from '../../components/lists.tsx';
import { Empty, Notice, Twin } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Pager } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

/** A round whose letters wait on this page. */
export type WaitingRound = { readonly id: string; readonly name: string; readonly held: HeldLetters };

type Props = {
  view: View;
  status: MessageStatus;
  page: Listed;
  waiting: readonly WaitingRound[];
  demo: boolean;
  failure?: Failure | undefined;
};

/** Where the program office is: for readers whose browser has not said where they are. */
const officeZone = 'America/New_York';

const shown = ['held', 'unsure', 'queued', 'sent', 'bounced', 'withdrawn'] as const;

export const OutboxPage = ({ view, status, page, waiting, demo, failure }: Props) => {
  const { t } = view;
  return (
    <Layout view={view} title={t('messages.outbox.title')} demo={demo}>
      <Head title={t('messages.outbox.title')} lede={t('messages.outbox.lede')} />
      <ErrorSummary form={formOf(view, { labels: {}, failure })} />
      <Views
        label={t('messages.views')}
        href={view.href}
        tabs={shown.map((one) => ({
          label: t(`messages.status.${one}`),
          path: `/staff/outbox?status=${one}`,
          here: one === status,
        }))}
      />
      {page.kept > 0 && (
        <div class="gap-3">
          <Notice>
            <p>{t('messages.kept', { count: page.kept })}</p>
          </Notice>
        </div>
      )}
      {waiting.map((round) => (
        <ReleaseAll view={view} round={round} />
      ))}
      {page.items.length === 0 ? (
        <div class="gap-4">
          <Empty title={t('messages.none')} level={2}>
            <p>{status === 'held' ? t('messages.none.held') : t('messages.none.other')}</p>
          </Empty>
        </div>
      ) : (
        <div class="gap-4 column flow">
          {page.items.map((entry) => (
            <Entry view={view} entry={entry} />
          ))}
        </div>
      )}
      <Pager view={view} next={page.next} />
    </Layout>
  );
};

const ReleaseAll = ({ view, round }: { view: View; round: WaitingRound }) => {
  const { t } = view;
  return (
    <Form view={view} class="gap-4 flow">
      <h2 class="h-lg">{t('messages.release-all.title', { round: round.name })}</h2>
      <p>{t('messages.release-all.text', { count: round.held.count })}</p>
      <input type="hidden" name="roundId" value={round.id} />
      <Outbox
        view={view}
        title={t('messages.release-all.outbox')}
        mail={round.held.kinds.map(({ kind, count }) => ({
          to: t('messages.release-all.each', { count }),
          what: t(`messages.kind.${letterOf(kind)}`),
        }))}
      >
        {t('messages.release-all.now')}
      </Outbox>
      <button class="go" type="submit" name="action" value="release-all">
        {t('messages.release-all.go')}
      </button>
    </Form>
  );
};

const letterOf = (kind: MessageKind) => letterKinds.find((one) => kind === `letter-${one}`) ?? 'other';

const Entry = ({ view, entry }: { view: View; entry: OutboxEntry }) => {
  const { t } = view;
  const labelled = (label: 'messages.to' | 'messages.written' | 'messages.sent', value = '') =>
    t('messages.labelled', { label: t(label), value });
  const at = (instant: string) => (
    <Time view={view} at={instant} zone={view.viewerZone ?? officeZone} as="moment" />
  );
  return (
    <article class="closing">
      <h2 class="h-md" lang={entry.language}>
        {entry.letter.subject}
      </h2>
      <p class="small soft">
        {labelled('messages.to', `${entry.to.name} <${entry.to.address}> · `)}
        {labelled('messages.written')}
        {at(entry.createdAt)}
        {entry.sentAt && ` · ${labelled('messages.sent')}`}
        {entry.sentAt && at(entry.sentAt)}
      </p>
      {entry.status === 'unsure' && (
        <Notice>
          <p>{t('messages.unsure.text')}</p>
        </Notice>
      )}
      <Twin summary={t('messages.text')}>
        <p class="letter__text" lang={entry.language}>
          {entry.letter.text}
        </p>
      </Twin>
      <Acts view={view} entry={entry} />
    </article>
  );
};

/** What the status table allows a person: nothing that the mail consumer does by itself. */
const actsFor = (status: MessageStatus): readonly Settlement[] =>
  settlements.filter((act) => act in messageSteps[status] && (act !== 'confirm-sent' || status === 'unsure'));

const Acts = ({ view, entry }: { view: View; entry: OutboxEntry }) => {
  const { t } = view;
  const acts = actsFor(entry.status);
  if (acts.length === 0) return null;
  return (
    <Form view={view} version={entry.version} class="acts gap-1">
      <input type="hidden" name="messageId" value={entry.id} />
      {acts.map((act) => (
        <button
          class="go2"
          type="submit"
          name="action"
          value={act}
          aria-label={t('messages.act.of', {
            act: t(`messages.${act}`),
            to: entry.to.name || entry.to.address,
          })}
        >
          {t(`messages.${act}`)}
        </button>
      ))}
    </Form>
  );
};
