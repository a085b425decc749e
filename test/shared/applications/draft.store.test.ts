import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { startApplicationAs, stepApplication } from '../../../shared/applications/application-steps.ts';
import { attachmentStore } from '../../../shared/applications/attachment.store.ts';
import { confirmationStore } from '../../../shared/applications/confirmation.store.ts';
import { draftStore } from '../../../shared/applications/draft.store.ts';
import { signOffStore } from '../../../shared/applications/sign-off.store.ts';
import { submissionStore } from '../../../shared/applications/submission.store.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { messageStore, messageWrites } from '../../../shared/messages/message.store.ts';
import { queueMessage } from '../../../shared/messages/message-steps.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { noon } from '../../support/accounts-fakes.ts';
import { anApplication, completeText } from '../../support/applications-fakes.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const act = { by: 'owner-1', at: noon };
const section = (version: number, summary: string, savedBy = 'editor-1') => ({
  id: 'project' as const,
  version,
  savedAt: noon.toISOString(),
  savedBy,
  data: { ...completeText().project, summary },
});
const begin = async (id: string) => {
  const { version: _, status: __, createdAt: ___, ...fields } = anApplication({ id });
  const change = startApplicationAs(fields, act);
  await applicationStore(engine).save(change);
  return change.application;
};
const aFile = (applicationId: string) => ({
  id: 'file-1',
  applicationId,
  name: 'Letter.pdf',
  type: 'application/pdf' as const,
  version: 1,
  size: 2048,
  held: 2048,
  by: 'editor-1',
  at: noon.toISOString(),
});
const aRequest = (applicationId: string, version: number, token: string) => ({
  signOff: {
    applicationId,
    version,
    asked: {
      name: 'Alex Mayor',
      email: 'mayor@austin.example',
      by: 'editor-1',
      at: noon.toISOString(),
      tokenHash: `hash-${token}`,
      expiresAt: '2027-01-25T12:00:00.000Z',
      key: token,
    },
  },
  events: [
    {
      id: `${applicationId}/sign-off/${version}`,
      subject: `application#${applicationId}`,
      type: 'sign-off-requested',
      at: noon.toISOString(),
      by: 'editor-1',
      data: {},
    },
  ],
  mail: queueMessage(
    {
      id: `mail-${applicationId}-${token}`,
      kind: 'sign-off-request',
      about: `application#${applicationId}`,
      to: { address: 'mayor@austin.example', name: 'Alex Mayor' },
      language: 'en',
      values: {},
      linkToken: token,
    },
    'editor-1',
    noon,
  ),
});

test('an autosave of two kilobytes is one call and two write units, first time and after', async () => {
  const store = draftStore(engine);
  const { id } = await begin('app-cost');
  const words = 'word '.repeat(340);
  for (const version of [1, 2]) {
    engine.usage.reset();
    expect(await store.saveSection(id, section(version, words))).toMatchObject({ ok: true });
    expect(engine.usage).toMatchObject({ calls: 1, writes: 2 });
  }
});

test('one query reads all of a draft, and neither submissions nor history', async () => {
  const application = await begin('app-all');
  const { id } = application;
  const signOffs = signOffStore(engine, messageWrites);
  await draftStore(engine).saveSection(id, section(1, 'Half'));
  await attachmentStore(engine).reserve(aFile(id));
  await signOffs.save(aRequest(id, 1, 'token-1'));
  const confirmation = {
    applicationId: id,
    organisationId: 'org-austin',
    version: 1,
    status: 'requested' as const,
    plan: { title: 'T', arrivesOn: '2027-06-01', leavesOn: '2027-06-08' },
    asked: {
      office: '大分市国際課',
      contact: '',
      email: 'kokusai@city.oita.example',
      by: 'editor-1',
      at: noon.toISOString(),
      tokenHash: 'hash-office',
      expiresAt: '2027-01-25T12:00:00.000Z',
      key: 'k',
    },
  };
  const confirmations = confirmationStore(engine, messageWrites);
  expect(await confirmations.save({ confirmation, events: [] })).toEqual(ok(undefined));
  const sent = stepApplication(application, 'submit', act);
  if (!sent.ok) throw new Error('the builder no longer fits');
  const submission = {
    applicationId: id,
    no: 1,
    at: noon.toISOString(),
    by: 'owner-1',
    key: 'k',
    sha256: 'a'.repeat(64),
    snapshot: JSON.stringify({ long: 'x'.repeat(90_000) }),
  };
  await submissionStore(engine).submit({
    ...sent.value,
    submission,
    people: {},
    space: { bytes: 2048, files: 1, version: 1 },
  });

  engine.usage.reset();
  expect(await draftStore(engine).find(id)).toEqual({
    application: sent.value.application,
    sections: [{ ...section(1, 'Half'), editors: { 'editor-1': noon.toISOString() } }],
    attachments: [aFile(id)],
    space: { bytes: 2048, files: 1, version: 1 },
    signOff: aRequest(id, 1, 'token-1').signOff,
    confirmation,
  });
  expect(engine.usage.calls).toBe(1);
  expect(engine.usage.reads).toBeLessThanOrEqual(2);
  expect(await confirmations.findByLink('hash-office')).toEqual(confirmation);
  expect(await draftStore(engine).find('app-none')).toBeUndefined();
});

test('of two first saves and of two later ones the second is stale, with the version that stands', async () => {
  const store = draftStore(engine);
  const { id } = await begin('app-stale');
  await store.saveSection(id, section(1, 'Mine'));
  expect(await store.saveSection(id, section(1, 'Theirs', 'editor-2'))).toEqual(
    fail({ kind: 'stale', current: 1 }),
  );
  await store.saveSection(id, section(2, 'Mine again'));
  expect(await store.saveSection(id, section(2, 'Theirs', 'editor-2'))).toEqual(
    fail({ kind: 'stale', current: 2 }),
  );
  const draft = await store.find(id);
  expect(draft?.sections).toMatchObject([section(2, 'Mine again')]);
});

test('a retried save of the same words by the same person finds its own first try', async () => {
  const store = draftStore(engine);
  const { id } = await begin('app-retry');
  await store.saveSection(id, section(1, 'Once'));
  expect(await store.saveSection(id, section(1, 'Once'))).toEqual(ok(section(1, 'Once')));
  expect(await store.saveSection(id, section(1, 'Once', 'editor-2'))).toEqual(
    fail({ kind: 'stale', current: 1 }),
  );
});

test('everyone who wrote in a section stays known, in one write, and one that was saved before that was kept too', async () => {
  const store = draftStore(engine);
  const { id } = await begin('app-editors');
  await store.saveSection(id, section(1, 'Mine'));
  engine.usage.reset();
  await store.saveSection(id, section(2, 'Ours', 'editor-2'));
  expect(engine.usage.calls).toBe(1);
  const at = noon.toISOString();
  expect(await store.section(id, 'project')).toEqual({
    ...section(2, 'Ours', 'editor-2'),
    editors: { 'editor-1': at, 'editor-2': at },
  });

  const item = { pk: `application#${id}`, sk: 'application#section#project' };
  const stored = await engine.client.send(new GetCommand({ TableName: engine.table, Key: item }));
  const { editors: _, ...before } = stored.Item ?? {};
  await engine.client.send(new PutCommand({ TableName: engine.table, Item: before }));
  expect(await store.saveSection(id, section(2, 'Late', 'editor-3'))).toEqual(
    fail({ kind: 'stale', current: 2 }),
  );
  expect(await store.saveSection(id, section(3, 'Next', 'editor-3'))).toMatchObject({ ok: true });
  expect((await store.section(id, 'project'))?.editors).toEqual({ 'editor-2': at, 'editor-3': at });
});

test('a later version of what was never saved is stale', async () => {
  const { id } = await begin('app-empty');
  expect(await draftStore(engine).saveSection(id, section(3, 'x'))).toEqual(
    fail({ kind: 'stale', current: 0 }),
  );
});

test('a new request replaces the link, and its mail is there with it or not at all', async () => {
  const { id } = await begin('app-link');
  const store = signOffStore(engine, messageWrites);
  const mails = messageStore(engine);
  await store.save(aRequest(id, 1, 'one'));
  expect((await mails.find(`mail-${id}-one`))?.linkToken).toBe('one');
  // Of two editors asking at once one is refused, with its mail and its event.
  expect(await store.save(aRequest(id, 1, 'other'))).toEqual(fail({ kind: 'conflict' }));
  expect(await mails.find(`mail-${id}-other`)).toBeUndefined();
  await store.save(aRequest(id, 2, 'two'));
  expect(await store.findByLink('hash-one')).toBeUndefined();
  expect(await store.findByLink('hash-two')).toMatchObject({ version: 2 });
  const events = await eventsOf(engine)(`application#${id}`);
  expect(events.filter(({ type }) => type === 'sign-off-requested')).toHaveLength(2);
});

test('a signature given without any request is kept too', async () => {
  const { id } = await begin('app-own');
  const signed = { name: 'A', title: 'Mayor', at: noon.toISOString(), by: 'owner-1', digest: 'd' };
  const signOff = { applicationId: id, version: 1, signed };
  expect(await signOffStore(engine, messageWrites).save({ signOff, events: [] })).toEqual(ok(undefined));
  expect((await draftStore(engine).find(id))?.signOff).toEqual(signOff);
});

test('a place for a file is made once, and given up only as it stands in an application that took no step since', async () => {
  const { id } = await begin('app-file');
  const store = attachmentStore(engine);
  const now = { applicationVersion: 1, events: [] };
  expect(await store.reserve(aFile(id))).toEqual(ok(undefined));
  expect(await store.reserve(aFile(id))).toEqual(fail({ kind: 'conflict' }));
  expect(await store.release(aFile(id), { ...now, applicationVersion: 2 })).toEqual(
    fail({ kind: 'conflict' }),
  );
  expect(await store.release(aFile(id), now)).toEqual(ok(undefined));
  expect(await store.release(aFile(id), now)).toEqual(fail({ kind: 'not-found' }));
  const draft = await draftStore(engine).find(id);
  expect(draft?.attachments).toEqual([]);
  expect(draft?.space).toEqual({ bytes: 0, files: 0, version: 2 });
});
