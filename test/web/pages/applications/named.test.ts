import { expect, test } from 'vitest';
import { applicantSite, people } from '../../../support/applicant-site.ts';

const row = (at: number, over: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({ name: '', email: '', affiliation: '', reason: '', ...over }).map(([field, value]) => [
      `people.${at}.${field}`,
      value,
    ]),
  );
const rita = {
  name: 'Rita Rival',
  email: 'rita@rival.example',
  affiliation: 'Rival Inc.',
  reason: 'She sued us',
};
const afterClose = new Date('2028-01-01T00:00:00.000Z');

test('the task list and the check page lead there, and neither counts it among what is missing', async () => {
  const { get } = applicantSite({ signOff: 'given' });
  for (const path of ['', 'check'])
    expect(await (await get(path)).text()).toContain('href="/applications/app-1/conflicts"');
  expect(await (await get('check')).text()).toContain('Submit the application');
});

test('an editor names somebody without a script, and finds them again to change', async () => {
  const { as, namedReviewers } = applicantSite();
  const { get, post } = as(people.editor);
  const html = await (await get('conflicts')).text();
  expect(html).toContain('The program office reads this, and nobody else outside your organization');
  expect(html).toContain('never who named them');
  expect(html).toContain('No mail goes to anyone.');
  const done = await post('conflicts', { version: '0', ...row(0), ...row(1, rita) });
  expect(done.headers.get('location')).toBe('/applications/app-1/conflicts?saved=1');
  expect((await namedReviewers.find('app-1'))?.people).toEqual([rita]);
  const again = await (await get('conflicts')).text();
  expect(again).toContain('value="Rita Rival"');
  expect((await post('conflicts', { version: '1', ...row(0) })).status).toBe(303);
  expect((await namedReviewers.find('app-1'))?.people).toEqual([]);
});

test('what lacks a reason or a name comes back as typed, each problem under its own row', async () => {
  const { post, namedReviewers } = applicantSite();
  const typed = {
    ...row(0, rita),
    ...row(1),
    ...row(2, { name: 'Nobody Yet' }),
    ...row(3, { reason: 'So' }),
  };
  const refused = await post('conflicts', { version: '0', ...typed });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('href="#people-2-reason"');
  expect(html).toContain('href="#people-3-name"');
  expect(html).toContain('Write a name or an email address');
  for (const text of ['value="Rita Rival"', 'value="Nobody Yet"', '>So</textarea>'])
    expect(html).toContain(text);
  expect(await namedReviewers.find('app-1')).toBeUndefined();
});

test('of two who write at once the second sees what stands, and their own words', async () => {
  const { post } = applicantSite();
  await post('conflicts', { version: '0', ...row(0, rita) });
  const late = await post('conflicts', {
    version: '0',
    ...row(0, { name: 'Tom Second', reason: 'A cousin' }),
  });
  expect(late.status).toBe(412);
  const html = await late.text();
  expect(html).toContain('Rita Rival, rita@rival.example');
  expect(html).toContain('value="Tom Second"');
});

test('after the close, and for a viewer, it is there to read and has no button', async () => {
  const open = applicantSite();
  await open.post('conflicts', { version: '0', ...row(0, rita) });
  const viewed = await (await open.as(people.viewer).get('conflicts')).text();
  expect(viewed).toContain('Rita Rival');
  expect(viewed).not.toContain('class="go"');
  const { get, post } = applicantSite({ now: afterClose });
  expect(await (await get('conflicts')).text()).not.toContain('class="go"');
  expect((await post('conflicts', { version: '0', ...row(0, rita) })).status).toBe(409);
});

test('it is nobody else’s, and Japanese like everything', async () => {
  const { as, get, post } = applicantSite();
  await post('conflicts', { version: '0', ...row(0, rita) });
  expect((await as(people.stranger).get('conflicts')).status).toBe(404);
  expect((await as(people.stranger).post('conflicts', row(0, rita))).status).toBe(404);
  expect(await (await get('/ja/applications/app-1/conflicts')).text()).toContain('申し出を保存する');
});
