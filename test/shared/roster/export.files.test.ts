import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { exportFiles } from '../../../shared/roster/export.files.ts';

const client = new S3Client({ region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
// This client alone: the class is shared with other tests of the same worker.
const s3 = mockClient(client);
beforeEach(() => {
  s3.reset();
  s3.on(CreateMultipartUploadCommand).resolves({ UploadId: 'upload-1' });
  s3.on(UploadPartCommand).callsFake(({ PartNumber }) => ({ ETag: `"part-${PartNumber}"` }));
  s3.on(CompleteMultipartUploadCommand).resolves({});
  s3.on(AbortMultipartUploadCommand).resolves({});
});
const files = exportFiles({ client, bucket: 'files' });

const megabyte = new Uint8Array(1024 * 1024);
async function* megabytes(count: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < count; at += 1) yield megabyte;
}

test('writes in parts of one size and holds no more than one', async () => {
  expect(await files.write('exports/p/e.zip', 'application/zip', megabytes(20))).toBe(20 * 1024 * 1024);
  const sizes = s3.commandCalls(UploadPartCommand).map(({ args }) => (args[0].input.Body as Buffer).length);
  expect(sizes).toEqual([8, 8, 4].map((mega) => mega * 1024 * 1024));
  expect(s3.commandCalls(CompleteMultipartUploadCommand)[0]?.args[0].input.MultipartUpload?.Parts).toEqual(
    [1, 2, 3].map((no) => ({ ETag: `"part-${no}"`, PartNumber: no })),
  );
});

test('writes nothing as one empty part', async () => {
  expect(await files.write('exports/p/e.csv', 'text/csv', megabytes(0))).toBe(0);
  expect(s3.commandCalls(UploadPartCommand)).toHaveLength(1);
});

test('leaves nothing behind where its source fails', async () => {
  async function* failing(): AsyncGenerator<string> {
    yield 'begun';
    throw new Error('The source failed');
  }
  await expect(files.write('exports/p/e.csv', 'text/csv', failing())).rejects.toThrow('The source failed');
  expect(s3.commandCalls(AbortMultipartUploadCommand)).toHaveLength(1);
  expect(s3.commandCalls(CompleteMultipartUploadCommand)).toHaveLength(0);
});

test('a zip holds what it is given under names in any script', async () => {
  async function* entries() {
    yield { name: 'applications.csv', bytes: megabytes(1) };
    yield { name: 'files/SHM-1/1-計画書.pdf', bytes: megabytes(1) };
  }
  const parts: Uint8Array[] = [];
  for await (const part of files.zip(entries())) parts.push(part);
  const zip = Buffer.concat(parts);
  expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  // Once before the file and once in the directory at the end.
  expect(zip.toString('utf8').split('計画書.pdf')).toHaveLength(3);
});

test('reads a file only as it was sent', async () => {
  s3.on(GetObjectCommand).resolves({
    ETag: '"sent"',
    Body: { transformToWebStream: () => new Blob(['its bytes']).stream() } as never,
  });
  expect(await files.read('applications/a/f', 'other')).toBeUndefined();
  const found = await files.read('applications/a/f', 'sent');
  expect(found && (await new Response(found as ReadableStream).text())).toBe('its bytes');
  s3.on(GetObjectCommand).rejects(
    Object.assign(new Error('Forbidden'), { $metadata: { httpStatusCode: 403 } }),
  );
  expect(await files.read('applications/a/f', 'sent')).toBeUndefined();
});

test('gives the file out for one minute, as a download', async () => {
  const address = new URL(
    await files.address({ key: 'exports/p/e.csv', name: 'shimai.csv', type: 'text/csv' }),
  );
  expect(address.searchParams.get('X-Amz-Expires')).toBe('60');
  expect(address.searchParams.get('response-content-disposition')).toMatch(/^attachment;/);
});
