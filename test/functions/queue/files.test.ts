import type { SQSRecord } from 'aws-lambda';
import { expect, test, vi } from 'vitest';
import { createHandler } from '../../../functions/queue/files.ts';
import { scanStateOf } from '../../../shared/applications/attachments.files.ts';
import { noon } from '../../support/accounts-fakes.ts';

const key = 'applications/application-1/attachment-1';

const record = (messageId: string, body: unknown) => ({ messageId, body: JSON.stringify(body) }) as SQSRecord; // Of a record the handler reads these two.

const uploaded = { source: 'aws.s3', detail: { object: { key, size: 12 } } };
const scanned = (scanResultStatus: string) => ({
  source: 'aws.guardduty',
  detail: {
    s3ObjectDetails: { objectKey: key, eTag: '"etag-1"' },
    scanResultDetails: { scanResultStatus },
  },
});
const happened = (type: string, data = {}) => ({
  kind: 'event',
  event: { id: 'e', subject: 'application#application-1', type, at: noon.toISOString(), by: 'ada', data },
});

const given = () => {
  const ports = {
    noteFile: vi.fn(async () => 'noted' as const),
    dropFiles: vi.fn(async () => 2),
    scanStateOf,
    clock: () => noon,
  };
  const log: Record<string, unknown>[] = [];
  const handler = createHandler(ports, (entry) => log.push(entry));
  const bring = (...bodies: unknown[]) =>
    handler({ Records: bodies.map((body, at) => record(String(at + 1), body)) });
  return { ...ports, log, bring };
};

test('a file that came is looked at', async () => {
  const { bring, noteFile } = given();
  expect(await bring(uploaded)).toEqual({ batchItemFailures: [] });
  expect(noteFile.mock.calls).toEqual([[key, noon, undefined]]);
});

test.each([
  ['NO_THREATS_FOUND', 'clean'],
  ['THREATS_FOUND', 'infected'],
  ['UNSUPPORTED', 'unreadable'],
  // To be scanned again: until then nobody opens it.
  ['ACCESS_DENIED', 'waiting'],
  ['FAILED', 'waiting'],
  ['A_WORD_OF_NEXT_YEAR', 'waiting'],
])('a scanner’s %s is noted as %s, of the content that was scanned', async (word, scan) => {
  const { bring, noteFile } = given();
  await bring(scanned(word));
  expect(noteFile.mock.calls).toEqual([[key, noon, { etag: 'etag-1', scan }]]);
});

test('a withdrawn draft gives up its files, a place given up its own, and mail is none of its business', async () => {
  const { bring, dropFiles, noteFile } = given();
  await bring(happened('application-withdrawn'), { kind: 'message', messageId: 'm' });
  expect(dropFiles).toHaveBeenCalledTimes(1);
  expect(noteFile).not.toHaveBeenCalled();
  await bring(happened('attachment-removed', { attachmentId: 'attachment-1' }));
  expect(noteFile.mock.calls).toEqual([[key, noon]]);
});

test('what cannot be read or noted comes back alone, and the log holds no word of a file', async () => {
  const { bring, noteFile, log } = given();
  noteFile.mockImplementationOnce(async () => {
    throw new Error('Too many at once');
  });
  expect(await bring(uploaded, { source: 'aws.elsewhere' }, scanned('NO_THREATS_FOUND'))).toEqual({
    batchItemFailures: [{ itemIdentifier: '1' }, { itemIdentifier: '2' }],
  });
  expect(log.filter(({ level }) => level === 'info')).toEqual([
    { level: 'info', key, scan: 'clean', file: 'noted' },
  ]);
});
