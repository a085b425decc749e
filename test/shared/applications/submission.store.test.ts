import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { startApplicationAs, stepApplication } from '../../../shared/applications/application-steps.ts';
import { draftStore } from '../../../shared/applications/draft.store.ts';
import { sha256OfSnapshot, takeSnapshot } from '../../../shared/applications/snapshot.ts';
import { submissionStore } from '../../../shared/applications/submission.store.ts';
import { verifySnapshot } from '../../../shared/applications/verify-snapshot.ts';
import { viewReceipt } from '../../../shared/applications/view-receipt.ts';
import { deriveId } from '../../../shared/kernel/ids.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { atNoon, noon, ownerOf } from '../../support/accounts-fakes.ts';
import { anApplication, aSignature, completeText, sectionsOf } from '../../support/applications-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { aRound } from '../../support/programs-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const act = { by: deriveId('owner'), at: noon };

/** A submission of `text` as it is written, with the people it names. */
const aSubmission = (id: string, text = completeText()) => {
  const {
    version: _,
    status: __,
    createdAt: ___,
    ...fields
  } = anApplication({
    id,
    roundId: deriveId('round'),
    organisationId: deriveId('austin'),
  });
  const started = startApplicationAs(fields, act);
  const sections = sectionsOf(text);
  const draft = {
    application: started.application,
    sections,
    attachments: [],
    signOff: aSignature(sections),
  };
  let salts = 0;
  const newSalt = () => {
    salts += 1;
    return `salt-${salts}`.padEnd(43, 'x');
  };
  const taken = takeSnapshot({
    draft,
    round: aRound(),
    organisation: 'Austin–Oita',
    no: 1,
    at: noon,
    newSalt,
  });
  const summary = { theme: 'sustainability' as const, requestedCents: 900_000, matchCents: 300_000 };
  const submission = {
    applicationId: id,
    no: 1,
    at: noon.toISOString(),
    by: act.by,
    key: deriveId('key'),
    sha256: taken.sha256,
    snapshot: taken.json,
  };
  const set = { submission: { no: 1, at: noon.toISOString(), ...summary } };
  const data = { no: 1, sha256: taken.sha256, roundId: fields.roundId };
  const stepped = stepApplication(started.application, 'submit', act, { set, data });
  if (!stepped.ok) throw new Error('the builder no longer fits');
  return { started, change: { ...stepped.value, submission, people: taken.people } };
};

const long = (words: number) => {
  const text = completeText();
  const meeting = { with: 'Chamber', kind: 'business', purpose: 'word '.repeat(60), priority: 'low' };
  return {
    ...text,
    sustainability: { programming: 'word '.repeat(words), resources: 'word '.repeat(words) },
    meetings: { meetings: Array.from({ length: 20 }, () => meeting) },
  };
};

test.each([
  ['a short one', completeText()],
  ['a long one', long(400)],
])('%s costs at most two write units a kilobyte and twelve', async (name, text) => {
  const { started, change } = aSubmission(deriveId(name), text);
  await applicationStore(engine).save(started);
  engine.usage.reset();
  expect(await submissionStore(engine).submit(change)).toEqual(ok(undefined));
  const kilobytes = Math.ceil(Buffer.byteLength(change.submission.snapshot) / 1024);
  expect(engine.usage.calls).toBe(1);
  expect(engine.usage.writes).toBeLessThanOrEqual(2 * kilobytes + 12);
});

test('what was sent is read back word for word, verifies, and still does when its people are erased', async () => {
  const store = submissionStore(engine);
  const { started, change } = aSubmission('app-read');
  await applicationStore(engine).save(started);
  await store.submit(change);
  expect(await store.find('app-read', 1)).toEqual(change.submission);
  expect(await store.people('app-read', 1)).toEqual(change.people);
  await store.erasePeople('app-read', 1);
  expect(await store.people('app-read', 1)).toEqual({});
  const found = await store.find('app-read', 1);
  expect(sha256OfSnapshot(found?.snapshot ?? '')).toBe(change.submission.sha256);
  expect(await store.find('app-read', 2)).toBeUndefined();
});

test('with its people erased from the table the receipt says so, and what is left still verifies', async () => {
  const submissions = submissionStore(engine);
  const applications = applicationStore(engine);
  const { started, change } = aSubmission('app-erased');
  await applications.save(started);
  await submissions.submit(change);
  const view = viewReceipt({ applications, submissions });
  const of = { applicationId: 'app-erased' };
  const reader = ownerOf(deriveId('austin'), 'owner-1');
  const before = await view(reader, of, atNoon);
  await submissions.erasePeople('app-erased', 1);
  const after = await view(reader, of, atNoon);
  if (!before.ok || !after.ok) throw new Error('there is no receipt');
  const { named } = before.value.people;
  expect(named).toBeGreaterThan(3);
  expect(before.value.people).toEqual({ named, kept: named });
  expect(after.value).toEqual({ ...before.value, people: { named, kept: 0 } });
  const left = JSON.stringify(after.value);
  for (const { text, salt } of Object.values(change.people)) {
    expect(left).not.toContain(text);
    expect(left).not.toContain(salt);
  }
  const json: unknown = JSON.parse(after.value.snapshot);
  expect(verifySnapshot(json, after.value)).toMatchObject({ matches: true, people: named });
});

test('a second submission of the same version leaves nothing of itself', async () => {
  const store = submissionStore(engine);
  const { started, change } = aSubmission('app-twice');
  await applicationStore(engine).save(started);
  await store.submit(change);
  const again = { ...change, submission: { ...change.submission, no: 2, key: 'other' } };
  expect(await store.submit(again)).toEqual(fail({ kind: 'conflict' }));
  expect(await store.find('app-twice', 2)).toBeUndefined();
  expect(await eventsOf(engine)('application#app-twice')).toHaveLength(2);
});

const client = DynamoDBDocumentClient.from(new DynamoDBClient());
const aws = mockClient(client);
const mocked = { client, table: 'shimai' };
beforeEach(() => aws.reset());
const cancelled = (...codes: string[]) =>
  Object.assign(new Error('cancelled'), {
    name: 'TransactionCanceledException',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

test('head, event, submission, people and the files’ space are one transaction, each with its condition', async () => {
  aws.on(TransactWriteCommand).resolves({});
  const { change } = aSubmission('app-1');
  const space = { version: 3, files: 1, bytes: 9000 };
  await submissionStore(mocked).submit({ ...change, space });
  const written = aws.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems ?? [];
  const shown = written.map(({ Put, ConditionCheck }) => [
    Put?.Item?.sk ?? ConditionCheck?.Key?.sk,
    (Put ?? ConditionCheck)?.ConditionExpression,
  ]);
  expect(shown).toEqual([
    ['application', '#version = :version0'],
    [
      `event#${noon.toISOString()}#app-1/application/2`,
      'attribute_not_exists(#pk) AND attribute_not_exists(#sk)',
    ],
    ['submission#1', 'attribute_not_exists(#pk) AND attribute_not_exists(#sk)'],
    ['submission-people#1', 'attribute_not_exists(#pk) AND attribute_not_exists(#sk)'],
    ['application#attachment-space', '#version = :version0'],
  ]);
});

test('a submission that clashed with another write in the same instant is a conflict', async () => {
  aws.on(TransactWriteCommand).rejects(cancelled('TransactionConflict', 'None', 'None', 'None'));
  expect(await submissionStore(mocked).submit(aSubmission('app-1').change)).toEqual(
    fail({ kind: 'conflict' }),
  );
});

test('a throttled submission is thrown, not taken for a conflict', async () => {
  aws.on(TransactWriteCommand).rejects(cancelled('ThrottlingError', 'None', 'None', 'None'));
  await expect(submissionStore(mocked).submit(aSubmission('app-1').change)).rejects.toThrow(/failed/);
});

test('a throttled autosave is thrown, not taken for a stale one', async () => {
  aws
    .on(PutCommand)
    .rejects(Object.assign(new Error('slow down'), { name: 'ProvisionedThroughputExceededException' }));
  const [section] = sectionsOf({ project: completeText().project });
  if (!section) throw new Error('the builder no longer fits');
  await expect(draftStore(mocked).saveSection('app-1', section)).rejects.toThrow('slow down');
});
