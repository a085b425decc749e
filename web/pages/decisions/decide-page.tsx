import type { Application } from '../../../shared/applications/application.ts';
import { type Decision, decisionKinds } from '../../../shared/awards/decision.ts';
import { decidable } from '../../../shared/awards/decision-steps.ts';
import type { Failure } from '../../../shared/failures.ts';
import { writeCents } from '../../../shared/kernel/money.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { MoneyField, NumberField } from '../../components/form/text-fields.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { Standing } from './standing.tsx';

export type DecideProps = {
  view: View;
  round: Round;
  application: Application;
  decision: Decision | undefined;
  /** Reviews that were in before it was proposed and count no more. */
  setAside: number;
  typed?: Typed | undefined;
  failure?: Failure | undefined;
};

/** One application's decision: what stands, what the second person may do with it, and another proposal. */
export const DecidePage = (props: DecideProps) => {
  const { view, round, application, decision, setAside, failure } = props;
  const { t } = view;
  const form = decisionForm(props);
  return (
    <Layout
      view={view}
      title={t('awards.decide.title')}
      demo={round.demo}
      docket={[
        { label: t('messages.today.column.round'), value: inLanguage(round.name, view.language) },
        {
          label: t('awards.column.application'),
          value: <Pair view={view} pair={application.pair} />,
        },
        {
          label: t('awards.decide.requested'),
          value: view.format.money(application.submission?.requestedCents ?? 0),
        },
      ]}
    >
      <Head over={t('awards.decide.title')} title={application.title} />
      {failure && <ErrorSummary form={form} />}
      <div class="column flow">
        {setAside > 0 && (
          <Notice>
            <p>{t('awards.set-aside', { count: setAside })}</p>
            <p>
              <a class="tap" href={view.href(`/staff/rounds/${round.id}/scores#set-aside`)}>
                {t('awards.set-aside.go')}
              </a>
            </p>
          </Notice>
        )}
        {decision && <Standing view={view} decision={decision} application={application} round={round} />}
        {mayPropose(props) && <ProposalForm {...props} />}
        <p class="acts">
          {application.status === 'awarded' && round.announcedAt && (
            <a class="tap" href={view.href(`/staff/applications/${application.id}/answer`)}>
              {t('awards.answer.title')}
            </a>
          )}
          <a class="tap" href={view.href(`/staff/rounds/${round.id}/decisions`)}>
            {t('awards.decide.back')}
          </a>
          <a class="tap" href={view.href(`/staff/applications/${application.id}/feedback`)}>
            {t('awards.decide.feedback')}
          </a>
        </p>
      </div>
    </Layout>
  );
};

/** Before the announcement every application; after it what may still be decided. */
const mayPropose = ({ round, application, decision }: DecideProps) =>
  round.announcedAt ? decidable(application, round, decision) : decision?.status !== 'announced';

const decisionForm = ({ view, decision, typed, failure }: DecideProps) =>
  formOf(view, {
    typed,
    failure,
    labels: {
      decision: view.t('awards.decide.kind'),
      amountCents: view.t('awards.decide.amount'),
      reason: view.t('awards.decide.reason'),
      waitlistRank: view.t('awards.decide.rank'),
    },
    values: decision
      ? {
          decision: decision.decision,
          amountCents: decision.decision === 'award' ? writeCents(decision.amountCents) : '',
          reason: decision.reason,
          waitlistRank: decision.waitlistRank,
        }
      : {},
  });

const ProposalForm = (props: DecideProps) => {
  const { view, round, decision } = props;
  const { t } = view;
  const form = decisionForm(props);
  const pending = decision?.status === 'proposed';
  const kinds = decisionKinds.filter((kind) => !round.announcedAt || kind !== 'waitlist');
  return (
    <Form view={view} version={decision?.version ?? 0} class="gap-4">
      <RadioField
        form={form}
        name="decision"
        choices={kinds.map((value) => ({ value, label: t(`awards.decision.${value}`) }))}
      />
      <MoneyField
        form={form}
        name="amountCents"
        class="limit"
        hint={t('awards.decide.amount.hint', { max: view.format.money(round.maximumAwardCents) })}
      />
      <TextArea form={form} name="reason" hint={t('awards.decide.reason.hint')} class="column" />
      {!round.announcedAt && (
        <NumberField form={form} name="waitlistRank" class="limit" hint={t('awards.decide.rank.hint')} />
      )}
      <div class="gap-4">
        <Outbox view={view} title="" mail={[]}>
          {t('awards.decide.nobody')}
        </Outbox>
      </div>
      <p class="gap-3">
        <button class={pending ? 'go2' : 'go'} type="submit" name="action" value="propose">
          {decision ? t('awards.decide.again') : t('awards.decide.go')}
        </button>
      </p>
    </Form>
  );
};
