import type { ListedPlan } from '../../../shared/assignment/list-plans.ts';
import type { SettingsView } from '../../../shared/assignment/round-settings.ts';
import { scoreParts, traits } from '../../../shared/assignment/settings.ts';
import type { Failure } from '../../../shared/failures.ts';
import { instantsOf, phaseAt } from '../../../shared/programs/round.ts';
import { Badge } from '../../components/badge.tsx';
import { CheckField, RadioField, SelectField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { NumberField } from '../../components/form/text-fields.tsx';
import { Band } from '../../components/head.tsx';
import { Notice, Twin } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { dueCell, RoundFrame } from '../staff-reviews/round-frame.tsx';
import { planMarks, plansPath } from './plan-words.ts';
import { settingsForm } from './settings-form.ts';

type Props = {
  view: View;
  seen: SettingsView;
  plans: readonly ListedPlan[];
  failure?: Failure | undefined;
};

/** What a plan is to keep to, and the button that has one made; the plans that were made before it. */
export const SettingsPage = ({ view, seen, plans, failure }: Props) => {
  const { t, format } = view;
  const { round } = seen;
  const form = settingsForm({ view, seen, failure });
  const phase = phaseAt(round, view.call.receivedAt);
  return (
    <RoundFrame
      view={view}
      round={round}
      here="assignments"
      title={t('assignment.plan.title')}
      lede={t('assignment.plan.lede', { demand: round.reviewersPerApplication })}
      kept={0}
      docket={[dueCell(view, round)]}
    >
      <ErrorSummary form={form} />
      {plans.length > 0 && <Plans view={view} plans={plans} roundId={round.id} zone={round.zone} />}
      {phase === 'closed' ? (
        <Band id="new" title={t('assignment.plan.new')}>
          <Form view={view} version={seen.version} class="column flow">
            <SettingsFields view={view} form={form} seen={seen} />
            <Outbox view={view} title="" mail={[]} level={3}>
              {t('assignment.plan.next')}
            </Outbox>
            <p>
              <button class="go" type="submit">
                {t('assignment.plan.go')}
              </button>
            </p>
          </Form>
        </Band>
      ) : (
        <div class="gap-3">
          <Notice>
            <p>
              {t(phase === 'announced' ? 'reviews.assignments.announced' : 'reviews.assignments.open', {
                when: format.moment(instantsOf(round).lastInstant, round.zone),
              })}
            </p>
          </Notice>
        </div>
      )}
      <p class="gap-4">
        <a class="tap" href={view.href(`/staff/rounds/${round.id}/assignments`)}>
          {t('assignment.plan.by-hand')}
        </a>
      </p>
    </RoundFrame>
  );
};

type PlansProps = { view: View; plans: readonly ListedPlan[]; roundId: string; zone: string };

const Plans = ({ view, plans, roundId, zone }: PlansProps) => {
  const { t, format, href } = view;
  return (
    <Band id="plans" title={t('assignment.plans.title')}>
      <Table
        caption={t('assignment.plans.title')}
        soft
        rows={plans}
        columns={[
          {
            head: t('assignment.plans.when'),
            names: true,
            cell: ({ id, askedAt }) => (
              <a href={href(plansPath(roundId, id))}>{format.moment(askedAt, zone)}</a>
            ),
          },
          {
            head: t('assignment.objective'),
            cell: ({ objective }) => t(`assignment.objective.${objective}`),
          },
          {
            head: t('reviews.column.state'),
            cell: ({ status }) => <Badge is={planMarks[status]}>{t(`assignment.status.${status}`)}</Badge>,
          },
        ]}
      />
    </Band>
  );
};

type FieldsProps = { view: View; form: FormState; seen: SettingsView };

const SettingsFields = ({ view, form, seen }: FieldsProps) => {
  const { t } = view;
  const choice = (value: 'total' | 'fair') => ({
    value,
    label: t(`assignment.objective.${value}`),
    note: t(`assignment.objective.${value}.note`),
  });
  return (
    <>
      <RadioField form={form} name="objective" choices={[choice('total'), choice('fair')]} />
      <fieldset class="field">
        <legend>{t('assignment.load')}</legend>
        <p class="hint">{t('assignment.load.hint')}</p>
        <div class="row">
          <NumberField form={form} name="load.min" />
          <NumberField form={form} name="load.max" />
        </div>
      </fieldset>
      <CheckField form={form} name="keepExisting" />
      <fieldset class="field">
        <legend>{t('assignment.needs')}</legend>
        <p class="hint">{t('assignment.needs.hint')}</p>
        <div class="row">
          {traits.map((trait) => (
            <NumberField form={form} name={`needs.${trait}`} />
          ))}
        </div>
      </fieldset>
      <fieldset class="field">
        <legend>{t('assignment.weights')}</legend>
        <p class="hint">{t('assignment.weights.hint')}</p>
        <div class="row">
          {scoreParts.map((part) => (
            <NumberField form={form} name={`weights.${part}`} />
          ))}
        </div>
      </fieldset>
      <Twin summary={t('assignment.loads')} open={seen.settings.loads.length > 0}>
        <OwnLoads view={view} form={form} seen={seen} />
      </Twin>
      <Twin summary={t('assignment.apart')} open={seen.settings.apart.length > 0}>
        <Apart view={view} form={form} seen={seen} />
      </Twin>
    </>
  );
};

const OwnLoads = ({ view, form, seen }: FieldsProps) => (
  <div class="flow">
    <p class="hint">{view.t('assignment.loads.hint')}</p>
    {seen.reviewers.map(({ id, name }, at) => (
      <fieldset class="field">
        <legend>{name}</legend>
        <input type="hidden" name={`loads.${at}.reviewerId`} value={id} />
        <div class="row">
          <NumberField form={form} name={`loads.${at}.min`} optional />
          <NumberField form={form} name={`loads.${at}.max`} optional />
        </div>
      </fieldset>
    ))}
  </div>
);

const Apart = ({ view, form, seen }: FieldsProps) => {
  const choices = seen.reviewers.map(({ id, name }) => ({ value: id, label: name }));
  const rows = Array.from({ length: seen.settings.apart.length + 2 }, (_, at) => at);
  return (
    <div class="flow">
      <p class="hint">{view.t('assignment.apart.hint')}</p>
      {rows.map((at) => (
        <div class="row">
          <SelectField form={form} name={`apart.${at}.one`} choices={choices} />
          <SelectField form={form} name={`apart.${at}.other`} choices={choices} />
        </div>
      ))}
    </div>
  );
};
