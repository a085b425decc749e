import { type PortfolioTerms, usualTerms } from '../../../shared/awards/portfolio.ts';
import { writeCents } from '../../../shared/kernel/money.ts';
import { SelectField } from '../../components/form/choice-fields.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { MoneyField, NumberField, TextField } from '../../components/form/text-fields.tsx';
import { Band } from '../../components/head.tsx';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { floorChoices } from './floor-words.ts';
import type { PortfolioProps } from './portfolio-props.ts';

const rowsBeyond = 2;
/** `floors.0.least` is labelled as `least`; every row has its own set of labels by its number. */
const fieldOf = (name: string) => name.split('.').at(-1) ?? name;

/** The terms as the form's fields: one group of names for each floor and each choice of staff. */
export const termsForm = ({ view, seen, failure }: PortfolioProps): FormState => {
  const { t } = view;
  const labels: Readonly<Record<string, string>> = {
    minimumShare: t('awards.portfolio.share'),
    of: t('awards.floor'),
    people: t('awards.floor.people'),
    measure: t('awards.floor.measure'),
    least: t('awards.floor.least'),
    applicationId: t('awards.column.application'),
    choice: t('awards.portfolio.override'),
    amountCents: t('awards.column.amount'),
    reason: t('awards.decide.reason'),
    rest: t('awards.portfolio.rest'),
    overrides: t('awards.portfolio.overrides'),
    floors: t('awards.portfolio.floors'),
  };
  return formOf(view, {
    labels: (name) => labels[fieldOf(name)],
    values: valuesOf(seen.portfolio?.terms ?? usualTerms),
    // Another form on the page has been sent: this one shows what stands.
    ...(!view.typed.has('minimumShare') && { typed: { ...view.typed, entries: [] } }),
    failure,
  });
};

const valuesOf = ({ minimumShare, floors, overrides }: PortfolioTerms): Readonly<Record<string, string>> => {
  const values: Record<string, string> = { minimumShare: String(minimumShare) };
  for (const [at, { kind, value, measure, least }] of floors.entries()) {
    values[`floors.${at}.of`] = kind === 'small-town' ? 'small-town:' : `${kind}:${value}`;
    values[`floors.${at}.people`] = kind === 'small-town' ? value : '';
    values[`floors.${at}.measure`] = measure;
    values[`floors.${at}.least`] = measure === 'cents' ? writeCents(least) : String(least);
  }
  for (const [at, { applicationId, choice, amountCents, reason }] of overrides.entries()) {
    values[`overrides.${at}.applicationId`] = applicationId;
    values[`overrides.${at}.choice`] = choice;
    values[`overrides.${at}.amountCents`] = amountCents === undefined ? '' : writeCents(amountCents);
    values[`overrides.${at}.reason`] = reason;
  }
  return values;
};

type Props = PortfolioProps & { form: FormState };

/** Envelope and slots are the round's; here staff add a least share, floors, and choices of their own with a reason. */
export const TermsForm = ({ view, seen, form }: Props) => {
  const { t } = view;
  const { portfolio } = seen;
  const terms = portfolio?.terms ?? usualTerms;
  const rows = (count: number, most: number) =>
    Array.from({ length: Math.min(most, count + rowsBeyond) }, (_, at) => at);
  return (
    <Form view={view} version={portfolio?.version ?? 0} class="gap-6">
      <Band id="terms" title={t('awards.portfolio.terms')} lede={t('awards.portfolio.terms.text')}>
        <NumberField form={form} name="minimumShare" class="limit" hint={t('awards.portfolio.share.hint')} />
        <fieldset class="gap-4">
          <legend class="h-md label">{t('awards.portfolio.floors')}</legend>
          {rows(terms.floors.length, 12).map((at) => (
            <FloorRow view={view} form={form} at={at} />
          ))}
        </fieldset>
        <fieldset class="gap-4">
          <legend class="h-md label">{t('awards.portfolio.overrides')}</legend>
          <p class="hint">{t('awards.portfolio.overrides.text')}</p>
          {rows(terms.overrides.length, 50).map((at) => (
            <OverrideRow view={view} seen={seen} form={form} at={at} />
          ))}
        </fieldset>
        <div class="column flow gap-4">
          <Outbox view={view} title="" mail={[]}>
            {t('awards.portfolio.plan.text')}
          </Outbox>
          <p>
            <button
              class={portfolio?.plan?.status === 'optimal' ? 'go2' : 'go'}
              type="submit"
              name="action"
              value="plan"
            >
              {t('awards.portfolio.plan')}
            </button>
          </p>
        </div>
      </Band>
    </Form>
  );
};

type RowProps = { view: PortfolioProps['view']; form: FormState; at: number };

const FloorRow = ({ view, form, at }: RowProps) => {
  const { t } = view;
  const name = (field: string) => `floors.${at}.${field}`;
  return (
    <div class="cols cols--half cols--row">
      <SelectField form={form} name={name('of')} choices={floorChoices(view)} />
      <NumberField form={form} name={name('people')} optional hint={t('awards.floor.people.hint')} />
      <SelectField
        form={form}
        name={name('measure')}
        blank={false}
        choices={[
          { value: 'awards', label: t('awards.floor.measure.awards') },
          { value: 'cents', label: t('awards.floor.measure.cents') },
        ]}
      />
      <TextField form={form} name={name('least')} num inputmode="decimal" />
    </div>
  );
};

const OverrideRow = ({ view, seen, form, at }: RowProps & { seen: PortfolioProps['seen'] }) => {
  const { t } = view;
  const name = (field: string) => `overrides.${at}.${field}`;
  return (
    <div class="cols cols--half cols--row">
      <SelectField
        form={form}
        name={name('applicationId')}
        choices={seen.rows.map(({ application: { id, pair, title } }) => ({
          value: id,
          label: `${keptPairWords(view, pair)}: ${title}`,
        }))}
      />
      <SelectField
        form={form}
        name={name('choice')}
        blank={false}
        choices={[
          { value: 'in', label: t('awards.override.in') },
          { value: 'out', label: t('awards.override.out') },
        ]}
      />
      <MoneyField form={form} name={name('amountCents')} optional hint={t('awards.override.amount.hint')} />
      <TextField form={form} name={name('reason')} />
    </div>
  );
};
