import { expect, test } from 'vitest';
import { applicantSite, people } from '../../../support/applicant-site.ts';

test('an organisation without another application is told so, and a stranger finds nothing', async () => {
  const { get, as } = applicantSite();
  expect(await (await get('copy')).text()).toContain('Your organization has no other application.');
  expect((await as(people.stranger).get('copy')).status).toBe(404);
  expect((await as(people.viewer).get('copy')).status).toBe(404);
  expect((await get('copy/app-9')).status).toBe(404);
});

test('the list of sections leads there while anything can be written', async () => {
  const { get, setHead } = applicantSite();
  expect(await (await get('/applications/app-1')).text()).toContain('/applications/app-1/copy');
  setHead({ status: 'withdrawn' });
  expect(await (await get('/applications/app-1')).text()).not.toContain('/applications/app-1/copy');
});
