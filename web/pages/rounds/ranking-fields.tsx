import { firstCriterion, tieColumns } from '../../../shared/programs/ranking-terms.ts';
import { writeTieRule } from '../../../shared/ranking/tie-rule.ts';
import { partialPolicies } from '../../../shared/ranking/weigh.ts';
import { RadioField, SelectField } from '../../components/form/choice-fields.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { NumberField, TextField } from '../../components/form/text-fields.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Band } from '../../components/head.tsx';
import { tieRuleWords } from '../../components/tie-rule-words.ts';

type Props = { form: FormState; typed: Typed };

/** One after the other; an empty one is no rule. */
export const tieFields = [0, 1, 2, 3, 4, 5].map((at) => `ranking.ties.${at}`);

/** How scores become an order: rules for ties, partial and missing reviews, and the marks of the bands. */
export const RankingFields = ({ form, typed }: Props) => {
  const { t } = form.view;
  return (
    <Band id="ranking" title={t('ranking.terms.title')} lede={t('ranking.terms.lede')} hang>
      {tieFields.map((name) => (
        <SelectField
          form={form}
          name={name}
          choices={choicesOf({ form, typed }, form.value(name))}
          optional
        />
      ))}
      <RadioField
        form={form}
        name="ranking.partial"
        choices={partialPolicies.map((value) => ({ value, label: t(`ranking.partial.${value}`) }))}
      />
      <NumberField form={form} name="ranking.leastReviews" hint={t('ranking.least.hint')} />
      <TextField
        form={form}
        name="ranking.fundFrom"
        hint={t('ranking.fund-from.hint')}
        inputmode="decimal"
        num
        optional
      />
      <TextField
        form={form}
        name="ranking.declineBelow"
        hint={t('ranking.decline-below.hint')}
        inputmode="decimal"
        num
        optional
      />
    </Band>
  );
};

/** The rules people ask for, each criterion of the form by its name, and the one that stands here if it is another. */
const choicesOf = ({ form, typed }: Props, stands: string) => {
  const { view } = form;
  const rows = typed
    .rows('criteria')
    .flatMap(({ id, 'name.en': en = '', 'name.ja': ja = '' }) => (id ? [{ id, name: { en, ja } }] : []));
  const offered = [
    { by: 'criterion', of: firstCriterion, order: 'desc' },
    ...rows.map(({ id }) => ({ by: 'criterion', of: id, order: 'desc' }) as const),
    { by: 'min', of: '', order: 'desc' },
    { by: 'max', of: '', order: 'desc' },
    { by: 'spread', of: '', order: 'asc' },
    { by: 'column', of: tieColumns[0], order: 'desc' },
    { by: 'column', of: tieColumns[1], order: 'asc' },
  ] as const;
  const written = offered.map((rule) => writeTieRule(rule));
  const all = stands === '' || written.includes(stands) ? written : [stands, ...written];
  return all.map((value) => ({ value, label: tieRuleWords(view, rows, value) }));
};
