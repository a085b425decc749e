import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SentFilter } from '../../../shared/applications/application.port.ts';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import type { Application } from '../../../shared/applications/application.ts';
import { startApplicationAs, stepApplication } from '../../../shared/applications/application-steps.ts';
import { pairEntries } from '../../../shared/applications/pair-entry.store.ts';
import { deriveId } from '../../../shared/kernel/ids.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { themes } from '../../../shared/kernel/theme.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { noon } from '../../support/accounts-fakes.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const act = { by: deriveId('owner'), at: noon };
const started = (name: string, over: Partial<Application> = {}) =>
  startApplicationAs(
    {
      id: deriveId('application', name),
      roundId: deriveId('round'),
      organisationId: deriveId('austin'),
      partnershipId: 'austin-tx-oita-oita',
      pair: { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' },
      title: 'Music on two rivers: spring exchange',
      ...over,
    },
    act,
  );
const submission = {
  no: 1,
  at: noon.toISOString(),
  theme: 'creative-economies' as const,
  requestedCents: 1_260_000,
  matchCents: 515_000,
};
const submitted = ({ application }: ReturnType<typeof started>) => {
  const stepped = stepApplication(application, 'submit', act, { set: { submission } });
  if (!stepped.ok) throw new Error('the builder no longer fits');
  return stepped.value;
};

test('what was saved is found by id, in its round and under its organisation, with its events', async () => {
  const store = applicationStore(engine);
  const first = started('a', { roundId: 'round-a', organisationId: 'org-a' });
  expect(await store.save(first)).toEqual(ok(undefined));
  expect(await store.find(first.application.id)).toEqual(first.application);
  const { id } = first.application;
  expect(await store.ofOrganisation('org-a')).toEqual({
    items: [{ id, roundId: 'round-a' }],
    next: undefined,
  });
  expect(await store.applicantsIn('round-a')).toEqual(new Set(['org-a']));
  const second = submitted(first);
  expect(await store.save(second)).toEqual(ok(undefined));
  expect((await store.ofRound('round-a')).items).toEqual([second.application]);
  expect(await store.many([id, deriveId('nobody')])).toEqual([second.application]);
  expect(await store.allSent('round-a')).toEqual([second.application]);
  expect(await store.allSent('round-a', 'submitted')).toEqual([second.application]);
  expect(await store.allSent('round-a', 'accepted')).toEqual([]);
  const events = await eventsOf(engine)(`application#${first.application.id}`);
  expect(events.map(({ type }) => type)).toEqual(['application-started', 'application-submitted']);
});

test('a round’s applications for one partnership are found at once, whose they are, and never under another', async () => {
  const store = applicationStore(engine);
  const entries = pairEntries(engine);
  const of = (name: string, over: Partial<Application> = {}) =>
    started(name, { roundId: 'round-p', ...over });
  const first = of('p-1', { organisationId: 'org-a' });
  const second = of('p-2', { organisationId: 'org-b' });
  for (const one of [first, second, of('p-3', { partnershipId: 'tacoma-wa-kitakyushu' })])
    await store.save(one);
  await store.save(of('p-4', { roundId: 'round-q' }));
  const both = [
    { id: first.application.id, organisationId: 'org-a' },
    { id: second.application.id, organisationId: 'org-b' },
  ];
  const found = await entries('round-p', 'austin-tx-oita-oita');
  expect(found).toHaveLength(2);
  expect(found).toEqual(expect.arrayContaining(both));
  // Written once: no later step touches it, and a start that is tried again leaves one.
  await store.save(submitted(first));
  expect(await store.save(first)).toEqual(fail({ kind: 'conflict' }));
  expect(await entries('round-p', 'austin-tx-oita-oita')).toHaveLength(2);
  expect(await entries('round-p', 'austin-tx-oita')).toEqual([]);
});

test('a second write of the same version is a conflict and leaves no event', async () => {
  const store = applicationStore(engine);
  const first = started('b');
  await store.save(first);
  expect(await store.save(first)).toEqual(fail({ kind: 'conflict' }));
  await store.save(submitted(first));
  expect(await store.save(submitted(first))).toEqual(fail({ kind: 'conflict' }));
  expect(await eventsOf(engine)(`application#${first.application.id}`)).toHaveLength(2);
});

test('a step of what does not exist is not found', async () => {
  expect(await applicationStore(engine).save(submitted(started('never')))).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('drafts lie apart from what was sent, and one that is taken back lies among them again', async () => {
  const store = applicationStore(engine);
  const roundId = 'round-c';
  const change = started('c', { roundId });
  await store.save(change);
  await store.save(started('d', { roundId }));
  expect((await store.sentInRound(roundId)).items).toEqual([]);
  const sent = submitted(change);
  await store.save(sent);
  expect((await store.sentInRound(roundId)).items).toEqual([sent.application]);
  const reopened = stepApplication(sent.application, 'reopen', act);
  if (reopened.ok) await store.save(reopened.value);
  expect((await store.sentInRound(roundId)).items).toEqual([]);
});

test('a list of one status or one theme holds what has it, and only while it is sent', async () => {
  const store = applicationStore(engine);
  const roundId = 'round-filtered';
  const change = started('filtered', { roundId });
  await store.save(change);
  const sent = submitted(change);
  await store.save(sent);
  const theme = sent.application.submission?.theme ?? 'sustainability';
  const ids = async (only: SentFilter) =>
    (await store.sentInRound(roundId, undefined, only)).items.map(({ id }) => id);
  const mine = [sent.application.id];
  expect(await ids({ status: 'submitted' })).toEqual(mine);
  expect(await ids({ status: 'in-review' })).toEqual([]);
  expect(await ids({ theme })).toEqual(mine);
  expect(await ids({ theme: themes.find((one) => one !== theme) ?? theme })).toEqual([]);
  const reopened = stepApplication(sent.application, 'reopen', act);
  if (reopened.ok) await store.save(reopened.value);
  expect(await ids({ theme })).toEqual([]);
});

test('a list page costs at most four read units among a thousand, and pages reach all of them', async () => {
  const store = applicationStore(engine);
  const names = Array.from({ length: 1000 }, (_, at) => `row-${at}`);
  for (let at = 0; at < names.length; at += 50)
    await Promise.all(
      names.slice(at, at + 50).map(async (name) => {
        const change = started(name);
        await store.save(change);
        await store.save(submitted(change));
      }),
    );
  engine.usage.reset();
  const page = await store.sentInRound(deriveId('round'));
  expect(page.items).toHaveLength(35);
  expect(engine.usage).toMatchObject({ calls: 1 });
  expect(engine.usage.reads).toBeLessThanOrEqual(4);

  for (const only of [
    { status: 'submitted' },
    { theme: page.items[0]?.submission?.theme ?? 'sustainability' },
  ] as const) {
    engine.usage.reset();
    expect((await store.sentInRound(deriveId('round'), undefined, only)).items).toHaveLength(35);
    expect(engine.usage).toMatchObject({ calls: 1 });
    expect(engine.usage.reads).toBeLessThanOrEqual(4);
  }

  engine.usage.reset();
  const mine = await store.ofOrganisation(deriveId('austin'));
  expect(mine.items).toHaveLength(50);
  expect(engine.usage).toMatchObject({ calls: 1 });
  expect(engine.usage.reads).toBeLessThanOrEqual(4);

  const seen = new Set<string>();
  let position: string | undefined;
  do {
    const { items, next } = await store.sentInRound(deriveId('round'), position);
    for (const { id } of items) seen.add(id);
    position = next;
  } while (position);
  expect(seen.size).toBeGreaterThanOrEqual(1000);
}, 120_000);
