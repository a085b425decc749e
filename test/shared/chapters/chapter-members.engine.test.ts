import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { openAccount } from '../../../shared/accounts/account.ts';
import { withdrawalsStore } from '../../../shared/alumni/withdrawals.store.ts';
import { listChapterMembers } from '../../../shared/chapters/list-chapter-members.ts';
import { alumCardStore } from '../../../shared/matches/alum-card.store.ts';
import { atNoon, person } from '../../support/accounts-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { aCard } from '../../support/matches-fakes.ts';
import { openCursors } from '../../support/programs-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const chapterId = 'jetaa-florida';
const lead = person('lead-1', { kind: 'lead', chapterId });
const none = { pk: 'none', sk: 'none' };

const cards = () =>
  alumCardStore(engine, {
    // Nobody is registered here: the card alone is what is read.
    alumStands: ({ table }) => ({
      ConditionCheck: { TableName: table, Key: none, ConditionExpression: 'attribute_not_exists(pk)' },
    }),
    countWrites: () => [],
  });

const join = async (from: number, to: number, over: Parameters<typeof aCard>[1] = {}) => {
  const accounts = accountStore(engine);
  for (let no = from; no < to; no += 1) {
    const [personId, alumId] = [`person-${no}`, `alum-${no}`];
    const at = new Date(atNoon.receivedAt.getTime() + no);
    const email = `p${no}@example.org`;
    await accounts.open(openAccount({ id: personId, email, language: 'en', by: personId, at }));
    const card = aCard(alumId, { personId, chapter: chapterId, registeredAt: at.toISOString(), ...over });
    const nothing = { prefectures: {}, states: {} };
    await cards().save(card, nothing);
  }
};
const list = listChapterMembers({
  get members() {
    return cards();
  },
  get accounts() {
    return accountStore(engine);
  },
  get withdrawals() {
    return withdrawalsStore(engine);
  },
  cursors: openCursors,
});

test('a page of a chapter’s members costs two read units each, whether sixty or three hundred have joined', async () => {
  const costs: number[] = [];
  for (const [from, to] of [
    [0, 60],
    [60, 300],
  ] as const) {
    await join(from, to);
    engine.usage.reset();
    const page = await list(lead, { chapterId }, atNoon);
    expect(page.ok && page.value.items).toHaveLength(30);
    costs.push(engine.usage.reads);
  }
  expect(costs[1]).toBe(costs[0]);
  expect(costs[0]).toBeLessThanOrEqual(60);
}, 60_000);

test('who has not agreed, or chose another chapter, is in no page of it', async () => {
  const consents = { matched: true, chapter: false, mail: true, statistics: true };
  await join(900, 902, { consents });
  await join(902, 904, { chapter: 'jetaa-texoma' });
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await list(lead, { chapterId, cursor }, atNoon);
    if (!page.ok) throw new Error('The lead was refused');
    for (const { alumId } of page.value.items) seen.add(alumId);
    cursor = page.value.next;
  } while (cursor);
  expect(seen.size).toBe(300);
});
