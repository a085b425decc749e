import { afterAll, beforeAll, expect, test } from 'vitest';
import { redactionStore } from '../../../shared/reviews/redaction.store.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

const passage = { id: 'p1', path: 'project.summary', text: 'Mary Ono' };
const redaction = (version: number, passages = [passage], applicationId = 'a1') => ({
  applicationId,
  version,
  passages,
  files: { f1: 'released' as const },
});
const event = (id: string) => ({
  id,
  subject: 'application#a1',
  type: 'text-hidden',
  at: '2027-01-20T12:00:00.000Z',
  by: 'staff-1',
  data: { path: passage.path },
});

test('keeps what is blacked out with its event, one version after the other', async () => {
  const store = redactionStore(engine);
  expect(await store.find('a1')).toBeUndefined();
  expect(await store.save(redaction(1), [event('e1')])).toMatchObject({ ok: true });
  expect(await store.save(redaction(1), [event('e2')])).toMatchObject({ failure: { kind: 'conflict' } });
  expect(await store.save(redaction(3), [event('e2')])).toMatchObject({ failure: { kind: 'conflict' } });
  expect(await store.save(redaction(2, []), [event('e2')])).toMatchObject({ ok: true });
  expect(await store.find('a1')).toEqual(redaction(2, []));
  expect((await eventsOf(engine)('application#a1')).map(({ id }) => id)).toEqual(['e1', 'e2']);
});

test('reads those of several applications in one batch, and none where nothing is hidden', async () => {
  const store = redactionStore(engine);
  for (const id of ['b1', 'b3']) await store.save(redaction(1, [passage], id), []);
  const found = await store.many(['b1', 'b2', 'b3', 'b1']);
  expect(found.map(({ applicationId }) => applicationId).sort()).toEqual(['b1', 'b3']);
  expect(found).toContainEqual(redaction(1, [passage], 'b1'));
  expect(await store.many([])).toEqual([]);
});
