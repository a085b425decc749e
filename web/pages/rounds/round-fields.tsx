import { themes } from '../../../shared/kernel/theme.ts';
import { CheckboxField, RadioField, SelectField } from '../../components/form/choice-fields.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import {
  DateField,
  LocalTimeField,
  MoneyField,
  NumberField,
  TextField,
} from '../../components/form/text-fields.tsx';
import { Band } from '../../components/head.tsx';

type Props = { form: FormState };
type Freezing = Props & { frozen: boolean };

/** The zones that rounds have been kept in: the United States' from east to west, then Japan's. */
const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Asia/Tokyo',
] as const;

export const CallFields = ({ form }: Props) => (
  <Band id="call" title={form.view.t('programs.form.call')} hang>
    <TextField form={form} name="name.en" />
    <TextField form={form} name="name.ja" lang="ja" optional />
    <TextArea form={form} name="summary.en" rows={3} class="column" />
    <TextArea form={form} name="summary.ja" rows={3} class="column" lang="ja" optional />
  </Band>
);

export const DateFields = ({ form, frozen, zone }: Freezing & { zone: string | undefined }) => {
  const { t, format } = form.view;
  const offered = zone && !zones.some((one) => one === zone) ? [zone, ...zones] : zones;
  const lede =
    frozen && zone ? t('programs.form.dates.in', { zone: format.zone(zone) }) : t('programs.form.dates.lede');
  return (
    <Band id="dates" title={t('programs.form.dates')} lede={lede} hang>
      {!frozen && (
        <>
          <SelectField
            form={form}
            name="zone"
            blank={false}
            choices={offered.map((value) => ({ value, label: format.zone(value) }))}
          />
          <LocalTimeField form={form} name="opens" hint={t('programs.form.opens.hint')} />
        </>
      )}
      {!frozen && <LocalTimeField form={form} name="closes" hint={t('programs.form.closes.hint')} />}
      <NumberField form={form} name="graceMinutes" hint={t('programs.form.grace.hint')} class="limit" />
      <NumberField form={form} name="complaintDays" hint={t('complaints.form.days.hint')} class="limit" />
      <LocalTimeField form={form} name="reviewDue" />
    </Band>
  );
};

export const MoneyFields = ({ form }: Props) => {
  const { t } = form.view;
  return (
    <Band id="money" title={t('programs.form.money')} hang>
      <MoneyField form={form} name="envelopeCents" />
      <MoneyField form={form} name="maximumAwardCents" />
      <div class="row gap-2">
        <TextField
          form={form}
          name="yenRate.hundredths"
          hint={t('programs.form.yen.hint')}
          inputmode="decimal"
          num
          optional
        />
        <DateField form={form} name="yenRate.asOf" optional />
      </div>
      <NumberField form={form} name="slots" hint={t('programs.form.slots.hint')} />
      <NumberField form={form} name="matchPercent" hint={t('programs.form.match.hint')} />
    </Band>
  );
};

export const ThemeField = ({ form }: Props) => (
  <Band id="themes-band" title={form.view.t('programs.field.themes')} hang>
    <CheckboxField
      form={form}
      name="themes"
      choices={themes.map((theme) => ({ value: theme, label: form.view.t(`site.theme.${theme}`) }))}
    />
  </Band>
);

export const ReviewFields = ({ form, frozen }: Freezing) => {
  const { t } = form.view;
  return (
    <Band id="review" title={t('programs.form.review')} hang>
      <NumberField form={form} name="reviewersPerApplication" />
      {!frozen && (
        <RadioField
          form={form}
          name="blinding"
          choices={[
            { value: 'open', label: t('programs.blinding.open') },
            {
              value: 'names-hidden',
              label: t('programs.blinding.names-hidden'),
              note: t('programs.blinding.names-hidden.note'),
            },
            {
              value: 'hidden-until-own-review-is-in',
              label: t('programs.blinding.hidden-until-own-review-is-in'),
              note: t('programs.blinding.hidden-until-own-review-is-in.note'),
            },
          ]}
        />
      )}
    </Band>
  );
};
