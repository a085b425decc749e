import { scale } from '../../../shared/programs/round.ts';
import { CheckField, RadioField } from '../../components/form/choice-fields.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { NumberField, TextField } from '../../components/form/text-fields.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Band } from '../../components/head.tsx';
import type { RowGroup } from './round-rows.ts';

type Props = { form: FormState; typed: Typed };

const anchors = ['low', 'middle', 'high'] as const;

/** The criteria as rows; the buttons that add and remove send the whole form and store nothing. */
export const RubricRows = ({ form, typed }: Props) => {
  const { t, format } = form.view;
  const rows = typed.rows('criteria');
  const sum = rows.reduce((total, { weight }) => total + (Number(weight) || 0), 0);
  return (
    <Band
      id="rubric"
      title={t('programs.rubric.title')}
      lede={t('programs.form.rubric.lede', { lowest: scale.lowest, highest: scale.highest })}
    >
      {rows.map((_, at) => (
        <Criterion form={form} at={at} />
      ))}
      <p class="gap-3">{t('programs.form.weights', { sum: format.percent(sum) })}</p>
      <Add form={form} group="criteria" words={t('programs.form.criterion.add')} full={rows.length >= 10} />
    </Band>
  );
};

const Criterion = ({ form, at }: { form: FormState; at: number }) => {
  const { t } = form.view;
  const name = (field: string) => `criteria.${at}.${field}`;
  const own = (field: string) => t(`programs.field.criteria.${field}` as 'programs.field.criteria.weight'); // The keys are listed beside each other in the catalogue.
  return (
    <div class="panel gap-3">
      <fieldset class="gap-2">
        <legend class="h-md">{t('programs.form.criterion', { no: at + 1 })}</legend>
        <input type="hidden" name={name('id')} value={form.value(name('id'))} />
        <div class="row">
          <TextField form={form} name={name('name.en')} label={own('name.en')} />
          <TextField form={form} name={name('name.ja')} label={own('name.ja')} lang="ja" optional />
          <NumberField form={form} name={name('weight')} label={own('weight')} />
        </div>
        {anchors.map((anchor) => (
          <div class="row gap-2">
            <TextField form={form} name={name(`anchors.${anchor}.en`)} label={own(`anchors.${anchor}.en`)} />
            <TextField
              form={form}
              name={name(`anchors.${anchor}.ja`)}
              label={own(`anchors.${anchor}.ja`)}
              lang="ja"
              optional
            />
          </div>
        ))}
        <CheckField form={form} name={name('commentRequired')} label={own('commentRequired')} />
        <Remove
          form={form}
          group="criteria"
          at={at}
          words={t('programs.form.criterion.remove', { no: at + 1 })}
        />
      </fieldset>
    </div>
  );
};

/** Questions of this round alone, beside the form that every round has. */
export const QuestionRows = ({ form, typed }: Props) => {
  const { t } = form.view;
  const rows = typed.rows('extraQuestions');
  return (
    <Band id="questions" title={t('programs.form.questions')} lede={t('programs.form.questions.lede')}>
      {rows.map((_, at) => (
        <Question form={form} at={at} />
      ))}
      <Add
        form={form}
        group="extraQuestions"
        words={t('programs.form.question.add')}
        full={rows.length >= 10}
      />
    </Band>
  );
};

const Question = ({ form, at }: { form: FormState; at: number }) => {
  const { t } = form.view;
  const name = (field: string) => `extraQuestions.${at}.${field}`;
  return (
    <div class="panel gap-3">
      <fieldset class="gap-2">
        <legend class="h-md">{t('programs.questions.no', { no: at + 1 })}</legend>
        <input type="hidden" name={name('id')} value={form.value(name('id'))} />
        <div class="row">
          <TextField
            form={form}
            name={name('label.en')}
            label={t('programs.field.extraQuestions.label.en')}
          />
          <TextField
            form={form}
            name={name('label.ja')}
            label={t('programs.field.extraQuestions.label.ja')}
            lang="ja"
            optional
          />
        </div>
        <RadioField
          form={form}
          name={name('kind')}
          label={t('programs.field.extraQuestions.kind')}
          choices={[
            { value: 'short', label: t('programs.questions.short') },
            { value: 'long', label: t('programs.questions.long') },
          ]}
        />
        <CheckField form={form} name={name('required')} label={t('programs.field.extraQuestions.required')} />
        <Remove
          form={form}
          group="extraQuestions"
          at={at}
          words={t('programs.form.question.remove', { no: at + 1 })}
        />
      </fieldset>
    </div>
  );
};

type RowAct = { form: FormState; group: RowGroup; words: string };

const Add = ({ group, words, full }: RowAct & { full: boolean }) =>
  full ? null : (
    <p class="gap-3">
      <button class="go2" type="submit" name="act" value={`add.${group}`}>
        {words}
      </button>
    </p>
  );

const Remove = ({ group, at, words }: RowAct & { at: number }) => (
  <p class="gap-1">
    <button class="linkish" type="submit" name="act" value={`remove.${group}.${at}`}>
      {words}
    </button>
  </p>
);
