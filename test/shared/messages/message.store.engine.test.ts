import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { changeOf } from '../../../shared/messages/change.store.ts';
import type { MessageChange } from '../../../shared/messages/message.port.ts';
import { messageData, messageStore } from '../../../shared/messages/message.store.ts';
import { holdMessage, queueMessage, stepMessage } from '../../../shared/messages/message-steps.ts';
import { startEngine } from '../../support/engine.ts';
import { aMessage, noon } from '../../support/messages-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());
beforeEach(() => engine.usage.reset());

const { version: _v, status: _s, createdAt: _c, ...fields } = aMessage();
const released = (from: MessageChange): MessageChange => {
  const done = stepMessage(from.message, { action: 'release', by: 's1', now: noon });
  if (!done.ok) throw new Error('the builder no longer fits');
  return done.value;
};

test('a message exists once, moves between lists with its status, and only from the version that was read', async () => {
  const store = messageStore(engine);
  const held = holdMessage({ ...fields, id: 'letter-1' }, 'system:announcement', noon);
  expect(await store.save(held)).toEqual(ok(undefined));
  expect(await store.save(held)).toEqual(fail({ kind: 'conflict' }));
  expect((await store.byStatus('held')).items).toEqual([held.message]);
  expect(await store.ofRound('round-1', 'held')).toEqual([held.message]);

  expect(await store.save(released(held))).toEqual(ok(undefined));
  expect(await store.save(released(held))).toEqual(fail({ kind: 'conflict' }));
  expect((await store.byStatus('held')).items).toEqual([]);
  expect(await store.find('letter-1')).toMatchObject({ status: 'queued', version: 2 });
});

test('a list page costs at most four read units and the next one goes on from it', async () => {
  const store = messageStore(engine);
  for (let at = 0; at < 60; at += 1)
    await store.save(
      queueMessage({ ...fields, id: `bulk-${at}` }, 'system:mail', new Date(noon.getTime() + at)),
    );
  engine.usage.reset();
  const page = await store.byStatus('queued');
  expect(page.items).toHaveLength(30);
  expect(page.next).toBeTypeOf('string');
  expect(engine.usage.reads).toBeLessThanOrEqual(4);
  const rest = await store.byStatus('queued', page.next);
  expect(new Set([...page.items, ...rest.items].map(({ id }) => id)).size).toBeGreaterThanOrEqual(60);
});

test('mail to others lets go of the name of whoever it was caused by, when their account goes, and stays as it is', async () => {
  const store = messageStore(engine);
  const values = { ...fields.values, sender: 'Casey Plantedfield' };
  const asked = { ...fields, id: 'asked-by-casey', values, sender: 'casey' };
  await store.save(queueMessage(asked, 'casey', noon));
  const whose = { personIds: ['casey'], addresses: ['casey@planted.example'], names: ['Casey Plantedfield'] };
  for (let times = 0; times < 2; times += 1) await messageData(engine).erase(whose, noon);
  const found = await store.find('asked-by-casey');
  expect(found).toMatchObject({ status: 'queued', to: fields.to, values: { ...values, sender: 'none' } });
  expect(found).not.toHaveProperty('sender');
  // Whoever it went to has their copy of it erased as before.
  await messageData(engine).erase({ personIds: [], addresses: [fields.to.address], names: [] }, noon);
  expect(await store.find('asked-by-casey')).toBeUndefined();
});

test('the relay reads an event and a message off their images and nothing off others', () => {
  const image = {
    __edb_e__: { S: 'message' },
    id: { S: 'm1' },
    status: { S: 'queued' },
    to: { M: { address: { S: 'x@y.example' } } },
  };
  expect(changeOf(image)).toEqual({ entity: 'message', id: 'm1', status: 'queued' });
  expect(changeOf({ __edb_e__: { S: 'round' } })).toBeUndefined();
  expect(changeOf(undefined)).toBeUndefined();
});
