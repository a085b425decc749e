import { expect, test } from 'vitest';
import {
  CheckboxField,
  CheckField,
  RadioField,
  SelectField,
} from '../../../web/components/form/choice-fields.tsx';
import { ErrorSummary } from '../../../web/components/form/error-summary.tsx';
import { Form } from '../../../web/components/form/form.tsx';
import { formOf } from '../../../web/components/form/form-state.ts';
import { TextArea } from '../../../web/components/form/text-area.tsx';
import { MoneyField, TextField } from '../../../web/components/form/text-fields.tsx';
import { nothingTyped, typedFrom } from '../../../web/components/form/typed.ts';
import { aView } from '../../support/a-view.ts';

const labels = { title: 'Title', 'lines.0.unitCost': 'Line 1, cost', kinds: 'Kinds', sure: 'Sure' };
const failure = {
  kind: 'invalid-input',
  fields: [
    { path: 'title', code: 'too_big' },
    { path: 'lines.0.unitCost', code: 'not-an-amount' },
    { path: 'elsewhere', code: 'never-heard-of' },
  ],
} as const;
const choices = [
  { value: 'arts', label: 'Arts' },
  { value: 'youth', label: 'Youth', note: 'under 30' },
];

test('a wrong field is marked, tied to hint and error, and keeps what was typed', () => {
  const view = { ...aView(), typed: typedFrom([['title', '<i>"x"']]) };
  const form = formOf(view, { values: { title: 'Before' }, failure, labels });
  const html = String(<TextField form={form} name="title" hint="Short" />);
  expect(html).toContain('<label for="title">Title</label>');
  expect(html).toContain('value="&lt;i&gt;&quot;x&quot;"');
  expect(html).toContain('aria-invalid="true" aria-describedby="title-hint title-error"');
  expect(html).toContain('Title: too long or too large');
});

test('a text that is too long is told how long it may be', () => {
  const long = {
    kind: 'invalid-input',
    fields: [{ path: 'title', code: 'too_big', detail: '120' }],
  } as const;
  expect(formOf(aView(), { failure: long, labels }).error('title')).toBe(
    'Title: please shorten it to 120 characters',
  );
});

test('a field that is right carries no marks and shows what stands', () => {
  const form = formOf(aView(), { values: { title: 'Before' }, labels });
  const html = String(<TextField form={form} name="title" />);
  expect(html).toContain('value="Before"');
  expect(html).not.toMatch(/aria-|error/);
});

test('the summary links each problem to its field, counts them and says what is kept', () => {
  const form = formOf(aView('ja'), { failure, labels });
  const html = String(<ErrorSummary form={form} />);
  expect(html).toContain('修正が必要な箇所が3件あります');
  expect(html).toContain(
    '<a href="#lines-0-unitCost">Line 1, cost：金額を「350.00」のように米ドルで入力してください</a>',
  );
  expect(html).toContain('elsewhere：内容をご確認ください');
  expect(html).toContain('入力された内容はそのまま残っています。');
  expect(String(<MoneyField form={form} name="lines.0.unitCost" />)).toContain('id="lines-0-unitCost"');
});

test('an own sentence outweighs the general one, and a refusal of the whole is said in words', () => {
  const words = () => 'Say it in 12 words';
  expect(String(<ErrorSummary form={formOf(aView(), { failure, labels, words })} />)).toContain(
    'Say it in 12 words',
  );
  const stale = formOf(aView(), { failure: { kind: 'stale', current: 4 }, labels });
  expect(String(<ErrorSummary form={stale} />)).toContain('This has changed since you opened it');
});

test('ticked boxes come back as they were typed, none included', () => {
  const ticked = typedFrom([
    ['kinds', 'arts'],
    ['kinds', 'youth'],
    ['sure', 'yes'],
  ]);
  const all = formOf(aView(), { typed: ticked, labels });
  expect(String(<CheckboxField form={all} name="kinds" choices={choices} />).match(/checked/g)).toHaveLength(
    2,
  );
  expect(String(<CheckField form={all} name="sure" />)).toContain('checked');
  const none = formOf(aView(), { typed: typedFrom([['title', 'x']]), values: { kinds: ['arts'] }, labels });
  expect(String(<CheckboxField form={none} name="kinds" choices={choices} />)).not.toContain('checked');
  const standing = formOf(aView(), { typed: nothingTyped, values: { kinds: ['arts'] }, labels });
  expect(String(<RadioField form={standing} name="kinds" choices={choices} />)).toMatch(
    /value="arts" checked/,
  );
  expect(String(<SelectField form={standing} name="kinds" choices={choices} />)).toMatch(
    /value="arts" selected/,
  );
});

test('a group is named by its legend and its first control bears the field’s id', () => {
  const html = String(<RadioField form={formOf(aView(), { labels })} name="kinds" choices={choices} />);
  expect(html).toContain('<legend>Kinds</legend>');
  expect(html).toMatch(/<input type="radio" id="kinds" name="kinds" value="arts"/);
  expect(html).toContain('id="kinds-1"');
});

test('a limit is said without scripts and counted with them', () => {
  const form = formOf(aView('ja'), { labels });
  const html = String(<TextArea form={form} name="title" limit={{ words: 130, characters: 400 }} />);
  expect(html).toContain('日本語は400字以内、英語は130語以内で入力してください。');
  expect(html).toContain('data-characters="[count]字（上限400字）"');
});

test('a form carries its key and the version that was read', () => {
  const html = String(
    <Form view={aView()} version={7}>
      x
    </Form>,
  );
  expect(html).toContain('<form method="post"');
  expect(html).toContain('name="_key" value="key-1"');
  expect(html).toContain('name="version" value="7"');
});

test('rows of a repeated group come in order, gaps closed, empty ones left out', () => {
  const typed = typedFrom([
    ['lines.2.what', 'Rail'],
    ['lines.0.what', 'Air'],
    ['lines.0.cost', '350'],
    ['lines.1.what', ' '],
    ['lines.x.what', 'no'],
    ['others.0.what', 'no'],
    ['lines.3.__proto__', 'x'],
  ]);
  expect(typed.rows('lines').map(({ what }) => what)).toEqual(['Air', 'Rail', undefined]);
  expect(typed.rows('lines')[0]).toEqual({ what: 'Air', cost: '350' });
});
