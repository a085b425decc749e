import * as z from 'zod';
import type { Field } from '../../../../shared/applications/sections/field.ts';
import {
  CheckboxField,
  CheckField,
  RadioField,
  SelectField,
} from '../../../components/form/choice-fields.tsx';
import type { FormState } from '../../../components/form/form-state.ts';
import { TextArea } from '../../../components/form/text-area.tsx';
import { DateField, TextField } from '../../../components/form/text-fields.tsx';
import { type Asked, hintOf, optionOf, questionOf } from '../words.ts';

type Props = {
  form: FormState;
  asked: Asked;
  /** As the page sends it: `lines.3.unitCost`. */
  name: string;
  field: Field;
  /** Beside another one in a row: choices are folded there. */
  close?: boolean;
};

const isDay = (typed: string) => typed === '' || z.iso.date().safeParse(typed).success;

const rowsFor = ({ limit }: Field) => (limit && limit.words > 100 ? 12 : 4);

/** One question of a section with its control, hint, limit and what is wrong with it. */
export const SectionField = ({ form, asked, name, field, close }: Props) => {
  const { view } = form;
  const common = {
    form,
    name,
    label: questionOf(view, asked, name),
    hint: hintOf(view, asked, name),
    // An amount left empty is nothing, which its hint says.
    optional: !field.required && field.control !== 'check' && field.control !== 'money',
  };
  const choices = (field.options ?? []).map((value) => ({
    value,
    label: optionOf(view, asked.section, name, value, field.optionLabels),
  }));
  switch (field.control) {
    case 'prose':
      return <TextArea {...common} class="wide" rows={rowsFor(field)} limit={field.limit} />;
    case 'choice':
      // A round mark once set can't be taken back: what may be left out is chosen from a folded list.
      return close || choices.length > 5 || !field.required ? (
        <SelectField {...common} choices={choices} />
      ) : (
        <RadioField {...common} choices={choices} />
      );
    case 'several':
      return <CheckboxField {...common} choices={choices} />;
    case 'check':
      return <CheckField form={form} name={name} label={common.label} />;
    case 'date':
      // A control for days shows nothing of a text that is none: what was typed must stay in sight.
      return isDay(form.value(name)) ? <DateField {...common} /> : <TextField {...common} />;
    case 'integer':
      return <TextField {...common} inputmode="numeric" num />;
    case 'money':
      return <TextField {...common} inputmode="decimal" num />;
    case 'email':
      return <TextField {...common} type="email" inputmode="email" />;
    case 'line':
      return field.limit ? (
        <TextArea {...common} class="wide" rows={2} limit={field.limit} />
      ) : (
        <TextField {...common} list={field.offers && `offers-${field.offers}`} />
      );
  }
};

type Named = readonly [name: string, field: Field];

/** Short questions two by two, long ones by themselves, in their order. */
const inPairs = (fields: readonly Named[]): readonly (readonly Named[])[] => {
  const groups: Named[][] = [];
  for (const one of fields) {
    const last = groups.at(-1);
    const isLong = one[1].control === 'prose';
    if (last?.length === 1 && !isLong && last[0]?.[1].control !== 'prose') last.push(one);
    else groups.push([one]);
  }
  return groups;
};

type RowProps = { form: FormState; asked: Asked; prefix: string; fields: Readonly<Record<string, Field>> };

/** The questions of one row of a list. */
export const RowFields = ({ form, asked, prefix, fields }: RowProps) => (
  <>
    {inPairs(Object.entries(fields)).map((group) => {
      const controls = group.map(([name, field]) => (
        <SectionField form={form} asked={asked} name={`${prefix}.${name}`} field={field} close />
      ));
      return group.length > 1 ? (
        <div class="row top gap-3">{controls}</div>
      ) : (
        <div class="gap-3">{controls}</div>
      );
    })}
  </>
);
