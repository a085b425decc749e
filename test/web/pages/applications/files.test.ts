import { expect, test } from 'vitest';
import type { Attachment } from '../../../../shared/applications/attachment.ts';
import { applicantSite, people } from '../../../support/applicant-site.ts';

const letter: Attachment = {
  id: 'file-1',
  applicationId: 'app-1',
  name: 'Letter of support.pdf',
  type: 'application/pdf',
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

test('the list says of each file whether it has arrived and is what it says', async () => {
  const site = applicantSite({
    text: {},
    attachments: [letter, { ...letter, id: 'file-2', name: 'Not really.pdf' }, { ...letter, id: 'file-3' }],
  });
  site.arrive(letter, { size: 2_500_000, etag: 'e', begins: '255044462d312e37' });
  site.arrive({ ...letter, id: 'file-2' }, { size: 10, etag: 'e', begins: '4d5a' });
  const html = await (await site.get('attachments')).text();
  expect(html).toMatch(/2\.4 MB.*Arrived.*Not of the kind its name says.*Not arrived yet/s);
  const checked = await (await site.get('attachments?check=1')).text();
  expect(checked).toContain('href="#files-file-2"');
  expect(checked).toContain('id="files-file-2"');
});

test('its own people open a file that has arrived; a stranger finds nothing', async () => {
  const site = applicantSite({ text: {}, attachments: [letter] });
  site.arrive(letter, { size: 10, etag: 'e', begins: '255044462d312e37' });
  expect(await (await site.get('attachments')).text()).toContain('/applications/app-1/files/file-1"');
  const opened = await site.get('files/file-1');
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toMatch(/^https:\/\//);
  expect((await site.as(people.stranger).get('files/file-1')).status).toBe(404);
  expect((await site.get('files/file-9')).status).toBe(404);
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
