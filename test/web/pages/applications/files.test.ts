import { expect, test } from 'vitest';
import type { Attachment } from '../../../../shared/applications/attachment.ts';
import { applicantSite, people } from '../../../support/applicant-site.ts';

const letter: Attachment = {
  id: 'file-1',
  applicationId: 'app-1',
  name: 'Letter of support.pdf',
  type: 'application/pdf',
  version: 1,
  held: 1000,
  by: 'owner-1',
  at: '2027-01-03T00:00:00.000Z',
};

test('a file is announced first; then a plain form leads straight to the store', async () => {
  const { post } = applicantSite({ text: {} });
  const response = await post('files/new', { purpose: 'Letter of support', type: 'application/pdf' });
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toMatch(/<form[^>]*enctype="multipart\/form-data"[^>]*action="https:\/\/files\.example"/);
  expect(html).toMatch(/<input type="hidden" name="key" value="applications\/app-1\/[^"]+"/);
  // The store reads no field after the file.
  expect(html.indexOf('name="key"')).toBeLessThan(html.indexOf('type="file"'));
  expect(html).toContain('Letter of support.pdf');
});

test('without a name or a kind nothing is reserved', async () => {
  const { post, get } = applicantSite({ text: {} });
  const response = await post('files/new', { purpose: ' ' });
  expect(response.status).toBe(400);
  expect(await response.text()).toMatch(/href="#purpose".*href="#type"/s);
  expect(await (await get('attachments')).text()).toContain('No file yet.');
});

const arrived = { size: 2_500_000, etag: 'e', at: letter.at, sound: true, scan: 'clean' } as const;
const stored = { size: 2_500_000, etag: 'e', sound: true, scan: 'clean' } as const;

test('the list says of each file whether it has arrived, is what it says and was found clean', async () => {
  const site = applicantSite({
    text: {},
    attachments: [
      { ...letter, arrived },
      { ...letter, id: 'file-2', name: 'Not really.pdf', arrived: { ...arrived, sound: false } },
      { ...letter, id: 'file-3' },
      { ...letter, id: 'file-4', arrived: { ...arrived, scan: 'waiting' } },
      { ...letter, id: 'file-5', arrived: { ...arrived, scan: 'infected' } },
      { ...letter, id: 'file-6', arrived: { ...arrived, scan: 'unreadable' } },
    ],
  });
  const html = await (await site.get('attachments')).text();
  expect(html).toMatch(
    /2\.4 MB.*no malware found.*Not of the kind its name says.*Not arrived yet.*Being checked.*Malware found.*Could not be checked/s,
  );
  expect(html).toContain('the check found malware. Nobody can open it');
  // Only what was found clean leads anywhere.
  expect(html.match(/\/files\/file-\d"/g)).toEqual(['/files/file-1"']);
  const checked = await (await site.get('attachments?check=1')).text();
  expect(checked).toContain('href="#files-file-2"');
  expect(checked).toContain('id="files-file-5"');
});

test('its own people open a clean file; a stranger finds nothing', async () => {
  const site = applicantSite({ text: {}, attachments: [{ ...letter, arrived }] });
  site.upload(letter, stored);
  const opened = await site.get('files/file-1');
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toMatch(/^https:\/\//);
  expect((await site.as(people.stranger).get('files/file-1')).status).toBe(404);
  expect((await site.get('files/file-9')).status).toBe(404);
});

test('a file that is being scanned, or was found infected, says so instead of opening', async () => {
  const site = applicantSite({ text: {}, attachments: [{ ...letter, arrived }] });
  site.upload(letter, { ...stored, scan: 'waiting' });
  const waiting = await site.get('files/file-1');
  expect(waiting.status).toBe(409);
  expect(await waiting.text()).toContain('This file is still being checked');
  site.upload(letter, { ...stored, scan: 'infected' });
  expect(await (await site.get('/ja/applications/app-1/files/file-1')).text()).toContain(
    'このファイルからウイルスが検出されました',
  );
});

test('a browser module learns from us whether its file has come; without scripts one looks again', async () => {
  const site = applicantSite({ text: {}, attachments: [letter] });
  const answer = async () => (await site.post('files/file-1/arrived')).json();
  expect(await answer()).toEqual({ state: 'waiting' });
  expect(await (await site.get('attachments')).text()).toContain('Look again');
  site.upload(letter, { ...stored, size: 900, scan: 'waiting' });
  expect(await answer()).toEqual({ state: 'scanning' });
  site.upload(letter, { ...stored, size: 900 });
  expect((await site.post('files/look')).status).toBe(303);
  expect(await (await site.get('attachments')).text()).toContain('no malware found');
  expect((await site.as(people.stranger).post('files/file-1/arrived')).status).toBe(404);
  expect((await site.as(people.stranger).post('files/look')).status).toBe(404);
});

test('removing takes a file out; what is sent keeps its files', async () => {
  const { get, post } = applicantSite({ text: {}, attachments: [letter] });
  expect(await (await get('attachments')).text()).toContain('Remove Letter of support.pdf');
  expect((await post('files/remove', { attachment: 'file-1' })).status).toBe(303);
  expect(await (await get('attachments')).text()).toContain('No file yet.');
});

test('the limits are said before one chooses', async () => {
  const html = await (await applicantSite({ text: {} }).get('files/new')).text();
  expect(html).toContain('At most 25 MB each, 12 files and 100 MB together.');
});
