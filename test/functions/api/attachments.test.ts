import { beforeEach, expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/attachments.ts';
import { addAttachment } from '../../../shared/applications/add-attachment.ts';
import { openAttachment } from '../../../shared/applications/open-attachment.ts';
import { removeAttachment } from '../../../shared/applications/remove-attachment.ts';
import { settleAttachment } from '../../../shared/applications/settle-attachment.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { noon } from '../../support/accounts-fakes.ts';
import { apiCall, originSecret } from '../../support/api-event.ts';
import { editor, fakeApplication, stranger } from '../../support/applications-fakes.ts';

const actors: Record<string, Person> = { editor, stranger };
const files = '/api/v1/applications/app-1/attachments';
const letter = { name: 'Letter.pdf', type: 'application/pdf', size: 2048 };
let send: ReturnType<typeof apiCall>;

beforeEach(() => {
  const world = fakeApplication();
  const container = {
    originSecret,
    personOf: async (subject: string) => actors[subject],
    addAttachment: addAttachment(world),
    openAttachment: openAttachment(world),
    settleAttachment: settleAttachment(world),
    removeAttachment: removeAttachment(world),
  };
  send = apiCall(createHandler(container, () => undefined));
});

const add = (body: unknown, as = 'editor') =>
  send('POST', files, { as, body, at: noon, headers: { 'idempotency-key': 'k1' } });

test('a place is reserved with a form for its file, and can be given up again', async () => {
  const { status, json } = await add(letter);
  expect(status).toBe(201);
  expect(json.upload).toMatchObject({ url: 'https://files.example' });
  const looked = await send('POST', `${files}/${json.attachmentId}/arrival`, { as: 'editor', at: noon });
  expect(looked).toMatchObject({ status: 200, json: { state: 'waiting' } });
  const removed = await send('DELETE', `${files}/${json.attachmentId}`, { as: 'editor', at: noon });
  expect(removed.status).toBe(200);
});

test('takes no page, no size beyond the limit and nothing from another organisation', async () => {
  expect(await add({ ...letter, type: 'text/html' })).toMatchObject({ status: 400 });
  expect(await add({ ...letter, size: 26 * 1024 * 1024 })).toMatchObject({ status: 400 });
  expect(await add(letter, 'stranger')).toMatchObject({ status: 404 });
});
