import { anchorScores, scale } from '../../../shared/programs/round.ts';
import { CheckField } from '../../components/form/choice-fields.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { NumberField, TextField } from '../../components/form/text-fields.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Band } from '../../components/head.tsx';
import { Add, Remove } from './row-acts.tsx';

type Props = { form: FormState; typed: Typed };

/** The scores between need no words of their own. */
const isBetween = (anchor: string) => anchor === 'belowMiddle' || anchor === 'aboveMiddle';

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
      <Add group="criteria" words={t('programs.form.criterion.add')} full={rows.length >= 10} />
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
        {anchorScores.map(([anchor]) => (
          <div class="row gap-2">
            <TextField
              form={form}
              name={name(`anchors.${anchor}.en`)}
              label={own(`anchors.${anchor}.en`)}
              optional={isBetween(anchor)}
            />
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
        <Remove group="criteria" at={at} words={t('programs.form.criterion.remove', { no: at + 1 })} />
      </fieldset>
    </div>
  );
};
