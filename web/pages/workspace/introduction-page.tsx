import type { Failure } from '../../../shared/failures.ts';
import type { DelegationChoice } from '../../../shared/introductions/add-to-delegation.ts';
import { joinedRoles, outcomeKinds } from '../../../shared/introductions/introduction.ts';
import type { IntroductionSheet } from '../../../shared/introductions/introduction-sheet.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { ContactBand } from '../introductions/contact.tsx';
import { askerWords, PartnershipPair, zoneIn } from '../introductions/introduction-words.tsx';
import { outcomeEntries } from '../introductions/outcome-entries.tsx';
import { ReportForm } from '../introductions/report-form.tsx';

type Props = {
  view: View;
  sheet: IntroductionSheet;
  /** Drafts to whose delegations they may be added; of who joined alone. */
  drafts: readonly DelegationChoice[];
  failure?: Failure | undefined;
  done?: 'saved' | 'reported' | 'added' | undefined;
};

/** The refusal of this form, and of no other on the page. */
const of = ({ view, failure }: Props, act: string) =>
  view.typed.text('act') === act && failure?.kind === 'invalid-input' ? failure : undefined;

const Withdraw = ({ view, sheet }: Props) => (
  <Form view={view} version={sheet.version} class="flow gap-3">
    <p>{view.t('introductions.workspace.withdraw.text')}</p>
    <p class="acts">
      <button class="go2" type="submit" name="act" value="withdraw">
        {view.t('introductions.workspace.withdraw')}
      </button>
    </p>
  </Form>
);

const Connect = ({ view, sheet }: Props) => {
  const { t } = view;
  const what = t('introductions.workspace.connect.mail.what');
  return (
    <Band id="answer" title={t('introductions.workspace.connect.title')}>
      <Form view={view} version={sheet.version} class="column flow">
        <p>{t('introductions.workspace.connect.text', { body: sheet.asked.body })}</p>
        <p>{t('introductions.answer.shows')}</p>
        <Outbox
          view={view}
          title={t('introductions.workspace.connect.mail')}
          level={3}
          mail={[
            { to: t('introductions.workspace.connect.mail.alum'), what },
            { to: t('introductions.workspace.connect.mail.you'), what },
            { to: t('introductions.workspace.connect.mail.lead'), what },
          ]}
        />
        <div class="acts gap-3">
          <button class="go" type="submit" name="act" value="connect">
            {t('introductions.workspace.connect')}
          </button>
          <button class="go2" type="submit" name="act" value="decline">
            {t('introductions.workspace.refuse')}
          </button>
        </div>
      </Form>
    </Band>
  );
};

const Join = (props: Props) => {
  const { view, sheet } = props;
  const { t } = view;
  const form = formOf(view, {
    failure: of(props, 'join'),
    values: { role: sheet.joined?.role },
    labels: { role: t('introductions.workspace.join.role') },
  });
  return (
    <Band
      id="join"
      title={t(sheet.joined ? 'introductions.workspace.join.change' : 'introductions.workspace.join.title')}
    >
      <Form view={view} version={sheet.version} class="column flow">
        <ErrorSummary form={form} />
        <p>{t('introductions.workspace.join.text')}</p>
        <RadioField
          form={form}
          name="role"
          choices={joinedRoles.map((value) => ({ value, label: t(`introductions.role.${value}`) }))}
        />
        <Outbox
          view={view}
          title={t('introductions.workspace.join.mail')}
          level={3}
          mail={[
            {
              to: t('introductions.workspace.connect.mail.alum'),
              what: t('introductions.workspace.join.mail.what'),
            },
          ]}
        />
        <p class="acts gap-3">
          <button class={sheet.joined ? 'go2' : 'go'} type="submit" name="act" value="join">
            {t('introductions.workspace.join.go')}
          </button>
        </p>
      </Form>
    </Band>
  );
};

const Delegation = (props: Props) => {
  const { view, drafts } = props;
  const { t } = view;
  const form = formOf(view, {
    failure: of(props, 'delegation'),
    labels: { applicationId: t('introductions.workspace.delegation.choice') },
  });
  return (
    <Band id="delegation" title={t('introductions.workspace.delegation.title')}>
      {drafts.length === 0 ? (
        <p>{t('introductions.workspace.delegation.none')}</p>
      ) : (
        <Form view={view} class="column flow">
          <ErrorSummary form={form} />
          <p>{t('introductions.workspace.delegation.text')}</p>
          <RadioField
            form={form}
            name="applicationId"
            choices={drafts.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <p class="acts gap-3">
            <button class="go2" type="submit" name="act" value="delegation">
              {t('introductions.workspace.delegation.go')}
            </button>
          </p>
        </Form>
      )}
    </Band>
  );
};

const Outcome = (props: Props) => {
  const { view, sheet } = props;
  const { t } = view;
  const kinds = outcomeKinds.filter((kind) => kind !== 'joined');
  const form = formOf(view, {
    failure: of(props, 'outcome'),
    values: { kind: sheet.outcome?.kind, text: sheet.outcome?.text },
    labels: {
      kind: t('introductions.workspace.outcome.kind'),
      text: t('introductions.workspace.outcome.text'),
    },
  });
  return (
    <Band id="outcome" title={t('introductions.workspace.outcome.title')}>
      <Form view={view} version={sheet.version} class="column flow">
        <ErrorSummary form={form} />
        {!sheet.joined && <p>{t('introductions.workspace.outcome.ends')}</p>}
        {sheet.joined ? (
          <input type="hidden" name="kind" value="joined" />
        ) : (
          <RadioField
            form={form}
            name="kind"
            choices={kinds.map((value) => ({ value, label: t(`introductions.outcome.${value}`) }))}
          />
        )}
        <TextArea
          form={form}
          name="text"
          rows={4}
          optional
          hint={t('introductions.workspace.outcome.text.hint')}
        />
        <Outbox view={view} title="" mail={[]} level={3} />
        <p class="acts gap-3">
          <button class="go2" type="submit" name="act" value="outcome">
            {t('introductions.workspace.outcome.go')}
          </button>
        </p>
      </Form>
    </Band>
  );
};

const doneWords = {
  saved: 'introductions.one.saved',
  reported: 'introductions.one.report.done',
  added: 'introductions.workspace.delegation.done',
} as const;

const Facts = ({ view, sheet }: Props) => {
  const { t } = view;
  const { asked, status, expiresAt } = sheet;
  const at = (instant: string) => <Time view={view} at={instant} zone={zoneIn(view)} as="moment" />;
  const isOpen = status === 'requested' || status === 'accepted';
  return (
    <SummaryList
      entries={[
        ...outcomeEntries(view, sheet),
        { label: t('introductions.field.asked-by'), value: askerWords(view, sheet) },
        { label: t('introductions.field.asked'), value: at(asked.at) },
        ...(isOpen ? [{ label: t('introductions.field.until'), value: at(expiresAt) }] : []),
        ...(asked.note === ''
          ? []
          : [{ label: t('introductions.field.your-note'), value: <span class="words">{asked.note}</span> }]),
      ]}
    />
  );
};

/** One introduction as the partnership's coordinators see it, with what they may do next. */
export const WorkspaceIntroductionPage = (props: Props) => {
  const { view, sheet, failure, done } = props;
  const { t, href } = view;
  const { actions, status, partnership } = sheet;
  const title = t('introductions.workspace.one.title', { number: sheet.number });
  return (
    <Layout
      view={view}
      title={title}
      docket={[
        {
          label: t('introductions.field.partnership'),
          value: <PartnershipPair view={view} partnership={partnership} />,
        },
      ]}
    >
      <Head title={title} />
      {done && (
        <Notice>
          <p role="status">{t(doneWords[done])}</p>
        </Notice>
      )}
      {failure && failure.kind !== 'invalid-input' && (
        <ErrorSummary form={formOf(view, { failure, labels: {} })} />
      )}
      <ContactBand view={view} sheet={sheet} />
      <div class="column flow gap-4">
        {status === 'requested' && <p>{t('introductions.workspace.one.wait')}</p>}
        {status === 'not-taken-up' && <p>{t('introductions.workspace.one.ended')}</p>}
        <Facts {...props} />
        {actions.includes('withdraw') && <Withdraw {...props} />}
      </div>
      {actions.includes('connect') && <Connect {...props} />}
      {actions.includes('join') && <Join {...props} />}
      {status === 'joined' && <Delegation {...props} />}
      {actions.includes('close') && <Outcome {...props} />}
      <Band id="guard" title={t('introductions.one.guard')}>
        <div class="column flow">
          <ReportForm view={view} failure={failure} />
        </div>
      </Band>
      <p class="gap-4">
        <a class="tap" href={href(`/workspace/${partnership.id}`)}>
          {t('introductions.workspace.back')}
        </a>
      </p>
    </Layout>
  );
};
