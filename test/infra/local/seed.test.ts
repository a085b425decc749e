import { afterAll, beforeAll, expect, test } from 'vitest';
import { awardsUseCases } from '../../../functions/container/awards-use-cases.ts';
import { demoPeople } from '../../../infra/local/demo/people.ts';
import { seedDemo } from '../../../infra/local/demo/seed.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { messageStore } from '../../../shared/messages/message.store.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import { leadingAsia, phaseAt } from '../../../shared/programs/round.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
const now = new Date('2026-11-22T03:04:05.000Z');
beforeAll(async () => {
  engine = await startEngine();
  await seedDemo({ table: engine, now, say: () => undefined });
}, 60_000);
afterAll(() => engine.stop());

test('there is one round open now, one in review and one announced, all marked as made up', async () => {
  const { items } = await roundStore(engine).list(leadingAsia);
  expect(items.map((round) => phaseAt(round, now)).toSorted()).toEqual(['announced', 'closed', 'open']);
  expect(items.every(({ demo }) => demo)).toBe(true);
});

test('the rounds hold drafts, submissions, reviews under way and outcomes, with letters held', async () => {
  const { items } = await roundStore(engine).list(leadingAsia);
  const statuses = await Promise.all(
    items.map(async ({ id }) =>
      (await applicationStore(engine).ofRound(id)).items.map(({ status }) => status),
    ),
  );
  expect(statuses.flat().toSorted()).toEqual([
    'awarded',
    'declined',
    'draft',
    'draft',
    'in-review',
    'in-review',
    'in-review',
    'submitted',
    'waitlisted',
  ]);
  expect((await messageStore(engine).byStatus('held')).items).toHaveLength(3);
});

test('every demo person can sign in by their subject and is called by a role', async () => {
  for (const { sub, label } of demoPeople) {
    const person = await accountStore(engine).personOf(sub);
    expect(person?.kind).toBe('person');
    expect(label).toMatch(/^(Applicant, |Reviewer |Staff)/);
  }
});

test('nothing of a demo round is among the public awards', async () => {
  const call = { receivedAt: now, idempotencyKey: 'k' };
  expect(
    await awardsUseCases({
      table: engine,
      cursors: cursorsWith('seed'),
      compose: composeMail(''),
    }).listAwards(publicActor, {}, call),
  ).toEqual({
    ok: true,
    value: { items: [] },
  });
});
