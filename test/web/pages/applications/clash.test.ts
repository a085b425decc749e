import { expect, test } from 'vitest';
import { writtenBase } from '../../../../shared/applications/sections/section-base.ts';
import type { SectionData } from '../../../../shared/applications/sections/section-form.ts';
import { applicantSite, people } from '../../../support/applicant-site.ts';
import { completeText } from '../../../support/applications-fakes.ts';

const began = { title: 'Before', theme: 'sustainability', focus: 'Plums', summary: 'Same.' };
const theirs = { ...began, title: 'Theirs', focus: 'Pears' };
const mine = { ...began, title: 'Mine', focus: 'Apples' };

const clashing = async (base: SectionData | null = began, sent: Record<string, string> = mine) => {
  const site = applicantSite();
  site.write('project', theirs);
  const form = { ...sent, version: '1', ...(base && { base: writtenBase(base) }) };
  const response = await site.post('project', form);
  return { ...site, response, html: await response.text() };
};
/** Every field of a page's first form in `main`, as a browser would send it. */
const fieldsOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')],
    ),
  );

test('a section in which another changed the same answer comes back with both texts and 412; nothing is overwritten', async () => {
  const { response, html, section } = await clashing();
  expect(response.status).toBe(412);
  expect(section('project')?.data).toEqual(theirs);
  expect(html).toMatch(/What you wrote.*<blockquote>Mine<.*What stands now.*<blockquote>Theirs</s);
  expect(html).toContain('While you were writing, 担当 1 saved it');
  expect(html).toContain('name="choose:focus"');
  expect(html).not.toContain('name="choose:summary"');
  expect(html).toContain('name="version" value="2"');
});

test('a form that does not say what it began from is asked about every difference', async () => {
  const { html } = await clashing(null, { ...mine, summary: 'New.' });
  expect(html.match(/name="choose:[a-z]+" value="mine"/g)).toHaveLength(3);
});

test('what is chosen is saved over what stood, answer by answer', async () => {
  const { post, section, html } = await clashing();
  const response = await post('project', {
    ...fieldsOf(html),
    do: 'settle',
    'choose:title': 'mine',
    'choose:focus': 'theirs',
  });
  expect(response.status).toBe(303);
  expect(section('project')).toMatchObject({ version: 3, data: { ...theirs, title: 'Mine' } });
});

test('two texts can be joined by hand', async () => {
  const { post, section, html } = await clashing();
  expect(html).toMatch(/<textarea name="joined:title:title"[^>]*>\s*Mine Theirs/);
  await post('project', {
    ...fieldsOf(html),
    do: 'settle',
    'choose:title': 'joined',
    'joined:title:title': 'Mine and theirs',
    'joined:focus:focus': 'not asked for',
    'choose:focus': 'mine',
  });
  expect(section('project')?.data).toEqual({ ...mine, title: 'Mine and theirs' });
});

test('a third editor who comes in while one settles is merged too, or asked about', async () => {
  const { post, section, html, write } = await clashing();
  write('project', { ...theirs, summary: 'A third one’s.' });
  const settling = { ...fieldsOf(html), do: 'settle', 'choose:title': 'mine', 'choose:focus': 'theirs' };
  expect((await post('project', settling)).status).toBe(303);
  expect(section('project')?.data).toEqual({ ...theirs, title: 'Mine', summary: 'A third one’s.' });
});

test('changes of different answers are put together without asking, and said at once', async () => {
  const { response, section, get } = await clashing(began, { ...began, summary: 'Mine.' });
  expect(section('project')).toMatchObject({ version: 3, data: { ...theirs, summary: 'Mine.' } });
  expect(response.status).toBe(303);
  const address = response.headers.get('location') ?? '';
  expect(address).toContain('/applications/app-1/project?merged=title+focus&by=editor-1');
  const html = await (await get(address)).text();
  expect(html).toMatch(
    /Saved together with what 担当 1 changed at .*: Title of the project, Focus within the theme/,
  );
  expect(html).toContain('Also written here lately: 担当 1 (');
});

test('saving by itself answers with what came in, where it stands and whose it is', async () => {
  const site = applicantSite();
  site.write('project', { ...began, title: 'Theirs' });
  const form = { ...began, summary: 'Mine.', version: '1', base: writtenBase(began) };
  const answer = await site.post('project', form, { 'x-autosave': '1' });
  expect(await answer.json()).toMatchObject({
    base: writtenBase({ ...began, summary: 'Mine.' }),
    merged: {
      version: 3,
      base: writtenBase({ ...began, title: 'Theirs', summary: 'Mine.' }),
      words: expect.stringContaining('担当 1'),
      fields: [['title', 'Theirs']],
    },
  });
});

test('rows that came in have no place on the page yet, and the answer says so', async () => {
  const site = applicantSite();
  const { outcomes } = completeText();
  const rows = [...(outcomes.objectives ?? []), { objective: 'A second one', measure: '', by: '' }];
  site.write('outcomes', { ...outcomes, objectives: rows as never });
  const form = {
    ...{ version: '1', base: writtenBase(outcomes), indicator: 'new-relationship' },
    ...{ 'objectives.0.objective': 'Two yearly exchanges', 'objectives.0.measure': 'Signed plans' },
    'objectives.0.by': '2027-12-31',
  };
  const answer = await site.post('outcomes', form, { 'x-autosave': '1' });
  const { merged } = await answer.json();
  expect(merged).toMatchObject({ version: 3, words: expect.stringContaining('Objectives') });
  expect(merged.fields).toBeUndefined();
  expect(site.section('outcomes')?.data).toEqual({ indicator: 'new-relationship', objectives: rows });
});

test('a row that both changed is compared answer by answer; rows that are no longer the same are shown whole', async () => {
  const site = applicantSite();
  const { outcomes } = completeText();
  const [row = {}] = outcomes.objectives as readonly Record<string, string>[];
  const write = (...objectives: Record<string, string>[]) =>
    site.write('outcomes', { ...outcomes, objectives });
  const form = {
    ...{ version: '1', base: writtenBase(outcomes), indicator: 'more-active' },
    ...{ 'objectives.0.objective': row.objective ?? '', 'objectives.0.by': row.by ?? '' },
    'objectives.0.measure': 'Other plans',
  };
  write({ ...row, measure: 'Their plans' });
  const answers = await (await site.post('outcomes', form)).text();
  expect(answers).toContain('Objective 1 – How you will know');
  expect(answers).not.toContain('name="choose:indicator"');

  write({ objective: 'Wholly other', measure: 'Else', by: '' });
  const html = await (await site.post('outcomes', form)).text();
  expect(html).toMatch(/Two yearly exchanges, Other plans.*Wholly other, Else/s);
  await site.post('outcomes', { ...fieldsOf(html), do: 'settle', 'choose:objectives@0': 'both' });
  expect(site.section('outcomes')?.data.objectives).toEqual([
    { ...row, measure: 'Other plans' },
    { objective: 'Wholly other', measure: 'Else', by: '' },
  ]);
});

test('two editors who typed the same have no clash to settle', async () => {
  const site = applicantSite();
  site.write('project', theirs);
  const html = await (await site.post('project', { ...theirs, version: '1' })).text();
  expect(html).toContain('Nothing differs');
  expect(html).not.toContain('value="settle"');
});

test('who else has written stays on the page, however often oneself saves; oneself is not among them', async () => {
  const { as } = applicantSite();
  await as(people.owner).post('project', {
    ...began,
    version: '1',
    base: writtenBase(completeText().project),
  });
  const mineNow = await (await as(people.owner).get('project')).text();
  expect(mineNow).toContain('Also written here lately: 担当 1 (');
  const editors = await (await as(people.editor).get('project')).text();
  expect(editors).toMatch(/Also written here lately: 担当 1 \([^)]*\)</);
  expect(await (await as(people.owner).get('/ja/applications/app-1/project')).text()).toContain(
    'ほかに最近入力した方：担当 1（',
  );
});

test('a refused form still says what it was written against', async () => {
  const site = applicantSite();
  const base = writtenBase(began);
  const html = await (await site.post('project', { ...mine, other: 'x', version: '1', base })).text();
  expect(html).toContain('name="version" value="1"');
  expect(html).toContain(`name="base" value="${base.replaceAll('"', '&quot;')}"`);
  expect(html).toContain('data-unsaved="1"');
});
