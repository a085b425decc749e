import { CheckboxField, CheckField, RadioField, SelectField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import {
  DateField,
  LocalTimeField,
  MoneyField,
  NumberField,
  TextField,
} from '../../components/form/text-fields.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

/** Every kind of field, two of them wrong. */
export const ComponentsForm = ({ view }: { view: View }) => {
  const { t } = view;
  const choices = [
    { value: 'a', label: t('site.nav.rounds'), note: t('site.nav.staff-rounds') },
    { value: 'b', label: t('site.nav.partnerships') },
  ];
  const form = formOf(view, {
    values: {
      text: 'Small solar on small farms',
      ja: '小さな農地の、小さな太陽光',
      one: 'a',
      many: ['a', 'b'],
      money: 'abc',
    },
    failure: {
      kind: 'invalid-input',
      fields: [
        { path: 'money', code: 'not-an-amount' },
        { path: 'radio', code: 'required' },
      ],
    },
    labels: {
      text: t('site.nav.ask'),
      ja: t('site.nav.ask'),
      prose: t('site.nav.today'),
      number: t('site.clocks.day'),
      money: t('site.nav.awards'),
      date: t('site.clocks.day'),
      time: t('site.clocks.time'),
      one: t('site.nav.rounds'),
      radio: t('site.nav.partnerships'),
      many: t('site.nav.people'),
      check: t('site.nav.outbox'),
    },
  });
  return (
    <div class="flow">
      <ErrorSummary form={form} />
      <Form view={view} version={1} class="column gap-3">
        <TextField form={form} name="text" hint={t('site.limit.words', { max: 12 })} />
        <TextField form={form} name="ja" lang="ja" optional />
        <TextArea form={form} name="prose" limit={{ words: 400, characters: 1200 }} class="column" />
        <div class="row gap-3">
          <NumberField form={form} name="number" />
          <MoneyField form={form} name="money" />
        </div>
        <div class="row gap-3">
          <DateField form={form} name="date" />
          <LocalTimeField form={form} name="time" />
        </div>
        <SelectField form={form} name="one" choices={choices} />
        <RadioField form={form} name="radio" choices={choices} />
        <CheckboxField form={form} name="many" choices={choices} />
        <CheckField form={form} name="check" />
        <div class="gap-4">
          <Outbox
            view={view}
            title={t('site.outbox.submit')}
            mail={[{ to: t('site.role.staff'), what: t('site.clocks.counts') }]}
          >
            {t('site.outbox.nobody')}
          </Outbox>
        </div>
        <p class="acts gap-4">
          <button class="go" type="button">
            {t('site.sign-in')}
          </button>
          <button class="go2" type="button">
            {t('site.sign-out')}
          </button>
          <a href={view.href('/components')}>{t('site.links.home')}</a>
        </p>
      </Form>
    </div>
  );
};
