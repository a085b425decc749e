import { expect, test } from 'vitest';
import { applicantSite } from '../../../support/applicant-site.ts';
import { completeText } from '../../../support/applications-fakes.ts';

const theirs = { title: 'Theirs', theme: 'sustainability', focus: 'Pears', summary: 'Same.' };
const mine = { ...theirs, title: 'Mine', focus: 'Apples' };

const clashing = async () => {
  const site = applicantSite();
  site.write('project', theirs);
  const response = await site.post('project', { ...mine, version: '1' });
  return { ...site, response, html: await response.text() };
};

test('a section that someone else saved meanwhile comes back with both texts and 412; nothing is overwritten', async () => {
  const { response, html, section } = await clashing();
  expect(response.status).toBe(412);
  expect(section('project')?.data).toEqual(theirs);
  expect(html).toMatch(/What you wrote.*<blockquote>Mine<.*What stands now.*<blockquote>Theirs</s);
  expect(html).toContain('name="choose:focus"');
  expect(html).not.toContain('name="choose:summary"');
  expect(html).toContain('name="version" value="2"');
});

test('what is chosen is saved over what stood, answer by answer', async () => {
  const { post, section } = await clashing();
  const response = await post('project', {
    version: '2',
    do: 'settle',
    theme: 'sustainability',
    summary: 'Same.',
    'choose:title': 'mine',
    'mine:title': 'Mine',
    'theirs:title': 'Theirs',
    'choose:focus': 'theirs',
    'mine:focus': 'Apples',
    'theirs:focus': 'Pears',
  });
  expect(response.status).toBe(303);
  expect(section('project')).toMatchObject({ version: 3, data: { ...theirs, title: 'Mine' } });
});

test('rows of a list are compared answer by answer, added ones too', async () => {
  const site = applicantSite();
  const { objectives } = completeText().outcomes;
  site.write('outcomes', { indicator: 'new-relationship', objectives: objectives ?? [] });
  const response = await site.post('outcomes', {
    version: '1',
    indicator: 'new-relationship',
    'objectives.0.objective': 'Two yearly exchanges',
    'objectives.0.measure': 'Other plans',
    'objectives.0.by': '2027-12-31',
    'objectives.1.objective': 'A second one',
  });
  const html = await response.text();
  expect(html).toContain('Objective 1 – How you will know');
  expect(html).toContain('Objective 2 – Objective');
  expect(html).not.toContain('name="choose:indicator"');
});

test('two editors who typed the same have no clash to settle', async () => {
  const site = applicantSite();
  site.write('project', theirs);
  const html = await (await site.post('project', { ...theirs, version: '1' })).text();
  expect(html).toContain('Nothing differs');
  expect(html).not.toContain('value="settle"');
});
