import { expect, test } from 'vitest';
import { applicantSite, people } from '../../../support/applicant-site.ts';

test('a draft prints whole, says that it was not submitted, and counts what it says', async () => {
  const { get, as } = applicantSite();
  const page = await (await get('print')).text();
  expect(page).toContain('Draft, not submitted.');
  expect(page).toContain('Flights');
  expect(page).toContain('11 of 400 words');
  const japanese = await (await as(people.viewer).get('/ja/applications/app-1/print')).text();
  expect(japanese).toContain('下書き（未提出）');
  expect(japanese).toContain('渡航費');
  expect((await as(people.stranger).get('print')).status).toBe(404);
});

test('each version prints as it was sent, with its receipt; what is written since does not show in it', async () => {
  const { get, post, as, write, setHead } = applicantSite({ signOff: 'given' });
  await post('check', { sure: 'yes' });
  setHead({ status: 'draft' });
  write('sustainability', { programming: 'Written afterwards', resources: 'x' });
  const sent = await (await as(people.viewer).get('print?version=1')).text();
  expect(sent).toContain('SHM-APP1, version 1');
  expect(sent).toMatch(/[0-9a-f]{64}/);
  expect(sent).not.toContain('Written afterwards');
  expect(await (await get('print')).text()).toContain('Written afterwards');
  expect((await get('print?version=2')).status).toBe(404);
  expect((await get('print?version=x')).status).toBe(404);
});
