import { expect, test } from 'vitest';
import { applicantSite } from '../../../support/applicant-site.ts';
import { completeText } from '../../../support/applications-fakes.ts';

const line = (at: number, description: string, over: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({
      category: 'travel',
      description,
      quantity: '1',
      unitCost: '100',
      requested: '50',
      match: '50',
      ...over,
    }).map(([name, value]) => [`lines.${at}.${name}`, value]),
  );
const two = { ...line(0, 'Flights'), ...line(1, 'Hotel') };
const descriptions = (data: unknown) => JSON.stringify(data).match(/(?<="description":")[^"]*/g);

test('an empty list opens with a first row to fill in', async () => {
  const html = await (await applicantSite({ text: {} }).get('budget')).text();
  expect(html).toContain('name="lines.0.description"');
  expect(html).not.toContain('value="remove:lines.0"');
});

test('adding saves what stands and opens one more row', async () => {
  const { get, post, section } = applicantSite({ text: {} });
  const response = await post('budget', { ...two, version: '0', do: 'add:lines' });
  expect(response.headers.get('location')).toBe('/applications/app-1/budget?open=lines#lines-2-category');
  expect(descriptions(section('budget')?.data)).toEqual(['Flights', 'Hotel']);
  const html = await (await get('budget?open=lines')).text();
  expect(html).toMatch(/<input type="text" id="lines-2-description"/);
  expect(html).toMatch(/<input type="hidden" name="lines.0.description" value="Flights"/);
});

test('removing takes that row away and keeps the others with what was typed in them', async () => {
  const { post, section } = applicantSite({ text: {} });
  const response = await post('budget', { ...two, version: '0', do: 'remove:lines.0' });
  expect(response.status).toBe(303);
  expect(descriptions(section('budget')?.data)).toEqual(['Hotel']);
});

test('changing another row saves the page first, and finds the row although blank ones went away', async () => {
  const { get, post } = applicantSite({ text: {} });
  const sent = { 'lines.0.description': ' ', ...line(1, 'Flights'), ...line(2, 'Hotel') };
  const response = await post('budget', { ...sent, version: '0', do: 'open:lines.2' });
  expect(response.headers.get('location')).toBe('/applications/app-1/budget?open=lines.1#lines-1-category');
  const html = await (await get('budget?open=lines.1')).text();
  expect(html).toMatch(/id="lines-1-description"[^>]*value="Hotel"/);
});

test('wrong rows stand open with their errors; the summary’s links lead to them', async () => {
  const { get } = applicantSite({
    text: {
      ...completeText(),
      budget: { lines: [{ description: 'Interpreter', category: 'interpretation', quantity: '2' }] },
    },
  });
  const html = await (await get('budget?check=1')).text();
  expect(html).toMatch(/<a href="#lines-0-unitCost">Line 1 – Cost of each, in dollars/);
  expect(html).toMatch(/id="lines-0-unitCost"[^>]*aria-invalid="true"/);
  expect(html).toContain('cost missing');
});

test('the budget adds up on the server, against the round’s maximum and match', async () => {
  const html = await (await applicantSite().get('budget')).text();
  expect(html).toMatch(/Requested so far <strong data-total="requested">\$9,000\.00/);
  expect(html).toMatch(/<strong data-total="left">\$6,000\.00<\/strong> left of \$15,000\.00/);
  expect(html).toMatch(/<strong data-total="match-percent">33<\/strong>% of the request; 25% is asked/);
  expect(html).toMatch(/class="g-fill" width="600"/);
});

test('Enter in a field never removes a row: the form’s first button goes on', async () => {
  const html = await (await applicantSite().get('budget')).text();
  const form = html.slice(html.indexOf('data-autosave='));
  expect(/<button[^>]*value="([^"]*)"/.exec(form)?.[1]).toBe('continue');
});

test('a list that is full offers no further row', async () => {
  const objectives = Array.from({ length: 8 }, (_, at) => ({
    objective: `${at}`,
    measure: 'm',
    by: '2027-12-31',
  }));
  const html = await (
    await applicantSite({ text: { outcomes: { indicator: 'more-active', objectives } } }).get('outcomes')
  ).text();
  expect(html).toContain('This list is full: 8 at most.');
  expect(html).not.toContain('value="add:objectives"');
});
