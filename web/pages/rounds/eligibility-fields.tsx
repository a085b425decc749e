import { numberAsking, ruleKinds } from '../../../shared/programs/eligibility-rule.ts';
import { usualSentence } from '../../../shared/programs/eligibility-sentence.ts';
import { CheckField, RadioField } from '../../components/form/choice-fields.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { NumberField, TextField } from '../../components/form/text-fields.tsx';
import { Band } from '../../components/head.tsx';
import { Twin } from '../../components/notice.tsx';

/** Figures of which the sentence stands in the form until staff type others. */
const shown = { years: 3, percent: 10 } as const;

/** Which rules the round states, each with the sentence an applicant reads. */
export const EligibilityFields = ({ form }: { form: FormState }) => {
  const { t } = form.view;
  return (
    <Band id="eligibility" title={t('rounds.eligibility.title')} lede={t('rounds.eligibility.lede')}>
      {ruleKinds.map((kind) => (
        <Rule form={form} kind={kind} />
      ))}
      <div class="gap-3">
        <CheckField form={form} name="eligibility.fiscalSponsor" />
      </div>
      {(['ein', 'uei'] as const).map((number) => (
        <RadioField
          form={form}
          name={`eligibility.${number}`}
          choices={numberAsking.map((value) => ({ value, label: t(`rounds.asking.${value}`) }))}
        />
      ))}
    </Band>
  );
};

const Rule = ({ form, kind }: { form: FormState; kind: (typeof ruleKinds)[number] }) => {
  const { t, language } = form.view;
  const name = (field: string) => `eligibility.${kind}.${field}`;
  const own = form.value(name('sentence.en')) !== '';
  const usual = usualSentence(ruleOf(kind, form), figuresOf(form))[language];
  return (
    <div class="panel gap-2">
      <CheckField form={form} name={name('on')} label={t(`rounds.rule.${kind}`)} />
      {kind === 'not-funded-in-years' && <NumberField form={form} name={name('years')} class="limit" />}
      {kind === 'indirect-at-most' && <NumberField form={form} name={name('percent')} class="limit" />}
      <p class="small soft">{t('rounds.sentence.usual', { sentence: usual })}</p>
      <Twin summary={t('rounds.sentence.own')} open={own}>
        <div class="row">
          <TextField form={form} name={name('sentence.en')} optional />
          <TextField form={form} name={name('sentence.ja')} lang="ja" optional />
        </div>
      </Twin>
    </div>
  );
};

const numberIn = (form: FormState, name: string, otherwise: number) =>
  Number(
    form
      .value(name)
      .normalize('NFKC')
      .replaceAll(/[^\d.]/g, ''),
  ) || otherwise;

const ruleOf = (kind: (typeof ruleKinds)[number], form: FormState) => {
  if (kind === 'not-funded-in-years')
    return { kind, years: numberIn(form, `eligibility.${kind}.years`, shown.years) };
  if (kind === 'indirect-at-most')
    return { kind, percent: numberIn(form, `eligibility.${kind}.percent`, shown.percent) };
  return { kind };
};

const figuresOf = (form: FormState) => ({
  matchPercent: numberIn(form, 'matchPercent', 0),
  maximumAwardCents: Math.round(numberIn(form, 'maximumAwardCents', 0) * 100),
});
