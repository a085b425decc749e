import { expect, test } from 'vitest';
import { applicantSite, people } from '../../../support/applicant-site.ts';

const good = 'category,description,quantity,unitCost,requested\nlodging,Rooms,4,100,400\n';

test('the lines are taken out in the page’s own words, and read back from them', async () => {
  const { as, site } = applicantSite();
  const out = await as(people.viewer).get('/ja/applications/app-1/budget.csv');
  expect(out.headers.get('content-type')).toContain('text/csv');
  const { body } = out;
  if (!body) throw new Error('No file came');
  const text = await new Response(body.pipeThrough(new DecompressionStream('gzip'))).text();
  expect(text).toContain('渡航費');
  expect(await (await as(people.stranger).get('budget.csv')).status).toBe(404);
  void site;
});

test('one sees what would be replaced and by what, in a table each, before the button', async () => {
  const { post, section } = applicantSite();
  const seen = await post('budget/file', { do: 'check', csv: good });
  const page = await seen.text();
  expect(seen.status).toBe(200);
  expect(page).toContain('Now: 1 line');
  expect(page).toContain('Afterwards: 1 line');
  expect(page).toMatch(/Flights[\s\S]*Rooms/);
  // A hundred of match is missing, which is told and does not stand in the way.
  expect(page).toContain('the match is less than the round asks for');
  expect(section('budget')?.version).toBe(1);
});

test('replacing leads back to the budget; a second time by then it is stale and shows what stands', async () => {
  const { post, section } = applicantSite();
  const done = await post('budget/file', { do: 'replace', csv: good, version: '1' });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/applications/app-1/budget']);
  expect(section('budget')?.data).toMatchObject({ lines: [{ description: 'Rooms' }] });
  const late = await post('budget/file', { do: 'replace', csv: good, version: '1' });
  expect(late.status).toBe(412);
  expect(await late.text()).toContain('Meanwhile somebody else saved the budget');
});

test('a wrong cell is named by row and column, what was sent stays in the field, and nothing is taken over', async () => {
  const { post, section } = applicantSite();
  const csv = `${good}travel,Bus,1,much,\n`;
  for (const act of ['check', 'replace']) {
    const refused = await post('budget/file', { do: act, csv, version: '1' });
    const page = await refused.text();
    expect(refused.status).toBe(400);
    expect(page).toContain('Row 3, Cost of each, in dollars: please enter an amount in dollars');
    expect(page).toContain('travel,Bus,1,much,');
  }
  expect(section('budget')?.version).toBe(1);
});

test('the budget’s page leads there, and a viewer finds the way out but none in', async () => {
  const { get, as } = applicantSite();
  expect(await (await get('budget')).text()).toContain('/applications/app-1/budget/file');
  const page = await (await as(people.viewer).get('budget/file')).text();
  expect(page).toContain('budget.csv');
  expect(page).not.toContain('name="csv"');
});
