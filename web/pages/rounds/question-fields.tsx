import { type QuestionKind, questionKinds } from '../../../shared/programs/extra-question.ts';
import { CheckField, SelectField } from '../../components/form/choice-fields.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { DateField, MoneyField, NumberField, TextField } from '../../components/form/text-fields.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Band } from '../../components/head.tsx';
import { Twin } from '../../components/notice.tsx';
import { type Decisive, decisiveBefore, optionRows } from './question-rows.ts';
import { Add, Remove } from './row-acts.tsx';

type Props = { form: FormState; typed: Typed };

/** Questions of this round alone, beside the form that every round has. */
export const QuestionRows = ({ form, typed }: Props) => {
  const { t } = form.view;
  const rows = typed.rows('extraQuestions');
  return (
    <Band id="questions" title={t('programs.form.questions')} lede={t('rounds.questions.lede')}>
      {rows.map((row, at) => (
        <Question form={form} row={row} at={at} decisive={decisiveBefore(rows, at)} />
      ))}
      <Add group="extraQuestions" words={t('programs.form.question.add')} full={rows.length >= 20} />
    </Band>
  );
};

type Row = Readonly<Record<string, string>>;
type QuestionProps = { form: FormState; row: Row; at: number; decisive: readonly Decisive[] };

const Question = ({ form, row, at, decisive }: QuestionProps) => {
  const { t } = form.view;
  const name = (field: string) => `extraQuestions.${at}.${field}`;
  const kind = questionKinds.find((one) => one === row.kind);
  return (
    <div class="panel gap-3">
      <fieldset class="gap-2">
        <legend class="h-md">{t('programs.questions.no', { no: at + 1 })}</legend>
        <input type="hidden" name={name('id')} value={form.value(name('id'))} />
        <div class="row">
          <TextField form={form} name={name('label.en')} />
          <TextField form={form} name={name('label.ja')} lang="ja" optional />
        </div>
        <div class="row gap-2">
          <TextArea form={form} name={name('help.en')} rows={2} optional />
          <TextArea form={form} name={name('help.ja')} rows={2} lang="ja" optional />
        </div>
        <div class="row gap-2">
          <SelectField
            form={form}
            name={name('kind')}
            hint={t('rounds.kind.hint')}
            choices={questionKinds.map((value) => ({ value, label: t(`rounds.kind.${value}`) }))}
          />
        </div>
        <p class="gap-1">
          <button class="linkish" type="submit" name="act" value={`show.extraQuestions.${at}`}>
            {t('rounds.kind.show')}
          </button>
        </p>
        {kind && <Settings form={form} row={row} at={at} kind={kind} />}
        <CheckField form={form} name={name('required')} />
        {decisive.length > 0 && <Condition form={form} row={row} at={at} decisive={decisive} />}
        <Remove group="extraQuestions" at={at} words={t('programs.form.question.remove', { no: at + 1 })} />
      </fieldset>
    </div>
  );
};

type SettingsProps = { form: FormState; row: Row; at: number; kind: QuestionKind };

/** What only this kind of question has. */
const Settings = ({ form, row, at, kind }: SettingsProps) => {
  const name = (field: string) => `extraQuestions.${at}.${field}`;
  switch (kind) {
    case 'short':
    case 'long':
      return (
        <div class="row gap-2">
          <NumberField form={form} name={name('limit.words')} optional />
          <NumberField form={form} name={name('limit.characters')} optional />
        </div>
      );
    case 'number':
      return (
        <div class="row gap-2">
          <NumberField form={form} name={name('min')} optional />
          <NumberField form={form} name={name('max')} optional />
        </div>
      );
    case 'money':
      return (
        <div class="row gap-2">
          <MoneyField form={form} name={name('min')} optional />
          <MoneyField form={form} name={name('max')} optional />
        </div>
      );
    case 'date':
      return (
        <div class="row gap-2">
          <DateField form={form} name={name('earliest')} optional />
          <DateField form={form} name={name('latest')} optional />
        </div>
      );
    case 'choice':
    case 'several':
      return <Options form={form} row={row} at={at} several={kind === 'several'} />;
    default:
      return null;
  }
};

type OptionsProps = { form: FormState; row: Row; at: number; several: boolean };

const Options = ({ form, row, at, several }: OptionsProps) => {
  const { t } = form.view;
  const options = optionRows(row);
  return (
    <div class="gap-2">
      {options.map(({ no }, place) => {
        const name = (field: string) => `extraQuestions.${at}.options.${no}.${field}`;
        return (
          <div class="row gap-1">
            <input type="hidden" name={name('id')} value={form.value(name('id'))} />
            <TextField form={form} name={name('label.en')} label={t('rounds.option.en', { no: place + 1 })} />
            <TextField
              form={form}
              name={name('label.ja')}
              label={t('rounds.option.ja', { no: place + 1 })}
              lang="ja"
              optional
            />
            <p>
              <button
                class="linkish"
                type="submit"
                name="act"
                value={`remove-option.extraQuestions.${at}.${no}`}
              >
                {t('rounds.option.remove', { no: place + 1 })}
              </button>
            </p>
          </div>
        );
      })}
      {options.length < 20 && (
        <p class="gap-1">
          <button class="go2" type="submit" name="act" value={`add-option.extraQuestions.${at}`}>
            {t('rounds.option.add')}
          </button>
        </p>
      )}
      {several && <NumberField form={form} name={`extraQuestions.${at}.most`} optional class="limit" />}
    </div>
  );
};

type ConditionProps = { form: FormState; row: Row; at: number; decisive: readonly Decisive[] };

/** Ticked answers of one earlier question: only whoever gave one of them is asked. */
const Condition = ({ form, row, at, decisive }: ConditionProps) => {
  const { t } = form.view;
  const hangs = Object.keys(row).some((field) => field.startsWith('showIf.'));
  return (
    <Twin summary={t(hangs ? 'rounds.show-if.set' : 'rounds.show-if')} open={hangs}>
      <p class="small soft">{t('rounds.show-if.hint')}</p>
      {decisive.map(({ id, label, answers }) => (
        <fieldset class="gap-1">
          <legend>{label}</legend>
          {answers.map((answer) => (
            <CheckField
              form={form}
              name={`extraQuestions.${at}.showIf.${id}.${answer.id}`}
              label={answer.label || t(`rounds.consent.${answer.id === 'yes' ? 'yes' : 'no'}`)}
            />
          ))}
        </fieldset>
      ))}
    </Twin>
  );
};
