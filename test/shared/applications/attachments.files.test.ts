import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadObjectCommand, PutObjectTaggingCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientSettings } from '../../../infra/local/credentials.ts';
import { startFiles } from '../../../infra/local/engines/files.ts';
import { freePort } from '../../../infra/local/free-port.ts';
import type { Files, UploadForm } from '../../../shared/applications/attachment.port.ts';
import { attachmentFiles, scanTag } from '../../../shared/applications/attachments.files.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
let engine: Awaited<ReturnType<typeof startFiles>>;
let client: S3Client;
let files: Files;
beforeAll(async () => {
  engine = await startFiles(folder, await freePort(), [{ name: 'files', cors: [] }]);
  client = new S3Client(clientSettings(`http://127.0.0.1:${engine.port}`));
  files = attachmentFiles({ client, bucket: 'files', publicOrigin: 'https://shimai.example' });
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const type = 'application/pdf';
const upload = ({ url, fields }: UploadForm, text: string) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', new Blob([text], { type }), 'letter.pdf');
  return fetch(url, { method: 'POST', body, redirect: 'manual' });
};
const policyOf = ({ fields }: UploadForm) =>
  JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString());

const tag = (key: string, Value: string) =>
  client.send(
    new PutObjectTaggingCommand({
      Bucket: 'files',
      Key: key,
      Tagging: { TagSet: [{ Key: scanTag, Value }] },
    }),
  );

test('a browser uploads by the form, and what arrived is told by size, ETag and what a scanner says', async () => {
  const key = 'applications/a/1';
  const form = await files.offerUpload({ key, type, maximumBytes: 5000 });
  expect((await upload(form, `%PDF-1.7${'x'.repeat(100)}`)).ok).toBe(true);
  const found = { size: 108, etag: expect.stringMatching(/^[0-9a-f]{32}$/) };
  expect(await files.find(key)).toMatchObject({ ...found, scan: 'waiting' });
  for (const [word, scan] of [
    ['NO_THREATS_FOUND', 'clean'],
    ['THREATS_FOUND', 'infected'],
    ['UNSUPPORTED', 'unreadable'],
    ['FAILED', 'waiting'],
  ] as const) {
    await tag(key, word);
    expect(await files.find(key)).toMatchObject({ ...found, scan });
  }
  expect(await files.isSound({ key, type, size: 108 })).toBe(true);
  expect(await files.isSound({ key, type: 'image/png', size: 108 })).toBe(false);
});

test('a file that is written over has to be scanned anew', async () => {
  const key = 'applications/a/5';
  const form = await files.offerUpload({ key, type, maximumBytes: 5000 });
  await upload(form, '%PDF-1.7 one');
  await tag(key, 'NO_THREATS_FOUND');
  await upload(form, '%PDF-1.7 two');
  await expect.poll(async () => (await files.find(key))?.scan).toBe('waiting');
});

test('the form is bound to one key, one type and so many bytes, and goes on to our own site', async () => {
  const goOnTo = '/en/applications/a/attachments';
  const form = await files.offerUpload({ key: 'applications/a/2', type, maximumBytes: 5000, goOnTo });
  expect(policyOf(form).conditions).toEqual(
    expect.arrayContaining([
      ['content-length-range', 1, 5000],
      { key: 'applications/a/2' },
      { bucket: 'files' },
      { 'Content-Type': type },
      { success_action_redirect: `https://shimai.example${goOnTo}` },
    ]),
  );
  const until = new Date(policyOf(form).expiration).getTime() - Date.now();
  expect(until).toBeLessThanOrEqual(3_600_000);
});

test('what never arrived is absent, and so is what was removed', async () => {
  expect(await files.find('applications/a/none')).toBeUndefined();
  await upload(await files.offerUpload({ key: 'applications/a/3', type, maximumBytes: 5000 }), '%PDF-1.7');
  await files.remove('applications/a/3');
  expect(await files.find('applications/a/3')).toBeUndefined();
});

test('the address gives the file as a download under its own name, in any script', async () => {
  await upload(
    await files.offerUpload({ key: 'applications/a/4', type, maximumBytes: 5000 }),
    '%PDF-1.7 text',
  );
  const address = await files.address({ key: 'applications/a/4', name: '意向書 1.pdf', type });
  const query = new URL(address).searchParams;
  expect(query.get('X-Amz-Expires')).toBe('60');
  expect(query.get('response-content-disposition')).toBe(
    "attachment; filename*=UTF-8''%E6%84%8F%E5%90%91%E6%9B%B8%201.pdf",
  );
  expect(await (await fetch(address)).text()).toBe('%PDF-1.7 text');
});

test.each([
  ['403, as it is answered to who may not list', 403, undefined],
  ['404', 404, undefined],
])('%s is an outcome', async (_, httpStatusCode, found) => {
  expect(await answered(httpStatusCode).find('k')).toEqual(found);
});

test('a store that is overloaded is an error, and no file seems gone', async () => {
  await expect(answered(503).find('k')).rejects.toThrow('refused');
});

const answered = (httpStatusCode: number) => {
  const client = new S3Client({ region: 'us-east-1' });
  const refusal = new S3ServiceException({
    name: 'Refused',
    message: 'refused',
    $fault: 'client',
    $metadata: { httpStatusCode },
  });
  mockClient(client).on(HeadObjectCommand).rejects(refusal);
  return attachmentFiles({ client, bucket: 'files', publicOrigin: 'https://shimai.example' });
};
