import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPartnerships } from '../../../functions/container/partnerships-use-cases.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { rolesOf } from '../../../shared/accounts/role.store.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { makeClaim, settle } from '../../../shared/partnerships/claim.ts';
import { foundOrganisation } from '../../../shared/partnerships/organisation.ts';
import { confirm, propose } from '../../../shared/partnerships/proposal.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { startEngine } from '../../support/engine.ts';
import { aProposed, at } from '../../support/partnerships-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const act = { by: 'ada', now: at };
const typesOf = async (subject: string) => (await eventsOf(engine)(subject)).map(({ type }) => type);
const claimed = (partnershipId: string, organisationId: string) => {
  const made = makeClaim({ partnershipId, organisationId }, act);
  if (!made.ok) throw new Error(made.failure.kind);
  return made.value;
};

test('an organisation and its founder’s role are written together, or neither is', async () => {
  const store = openPartnerships(engine);
  const founded = foundOrganisation(
    { legalName: 'Committee', kind: 'city', ein: '12-3456789' },
    { id: 'org-1', ...act },
  );
  expect(await store.found(founded, { personId: 'ada', at })).toEqual(ok(undefined));
  expect(await store.organisation('org-1')).toEqual(founded.organisation);
  expect(await rolesOf(engine)('ada')).toEqual([{ kind: 'member', organisationId: 'org-1', as: 'owner' }]);
  expect(await accountStore(engine).membersOf('org-1')).toEqual([{ personId: 'ada', as: 'owner' }]);
  expect(await typesOf('organisation#org-1')).toEqual(['member-joined', 'organisation-created']);

  expect(await store.found(founded, { personId: 'eve', at })).toEqual(fail({ kind: 'conflict' }));
  expect(await rolesOf(engine)('eve')).toEqual([]);
  expect(await store.organisations(['org-1', 'org-none'])).toEqual([founded.organisation]);
});

test('a claim is found by pair, by partnership and by organisation, and leaves the open list when settled', async () => {
  const store = openPartnerships(engine);
  const { claim, events } = claimed('austin-tx-oita', 'org-1');
  expect(await store.saveClaim({ claim, events })).toEqual(ok(undefined));
  expect(await store.saveClaim({ claim, events })).toEqual(fail({ kind: 'conflict' }));
  expect(await store.claim('austin-tx-oita', 'org-1')).toEqual(claim);
  expect(await store.claimsOn('austin-tx-oita')).toEqual([claim]);
  expect(await store.claimsOf('org-1')).toEqual([claim]);
  expect((await store.openClaims()).items).toEqual([claim]);

  const settled = settle(claim, { action: 'verify', version: 1 }, { by: 'sam', now: at });
  if (!settled.ok) throw new Error(settled.failure.kind);
  expect(await store.saveClaim(settled.value)).toEqual(ok(undefined));
  expect(await store.saveClaim(settled.value)).toEqual(fail({ kind: 'conflict' }));
  expect((await store.openClaims()).items).toEqual([]);
  expect(await store.claimsOf('org-1')).toEqual([settled.value.claim]);
  expect(await typesOf('partnership#austin-tx-oita')).toEqual(['claim-made', 'claim-verified']);
});

test('an added pair stands with its claim, is confirmed once, and then is part of the directory', async () => {
  const store = openPartnerships(engine);
  const added = propose(aProposed(), act);
  expect(await store.propose(added, claimed('added-1', 'org-1'))).toEqual(ok(undefined));
  expect(await store.propose(added, claimed('added-1', 'org-2'))).toEqual(fail({ kind: 'conflict' }));
  expect(await store.claimsOn('added-1')).toHaveLength(1);
  expect(await store.find('added-1')).toEqual(aProposed());
  expect(await store.confirmed()).toEqual([]);

  const confirmed = confirm(aProposed(), { by: 'sam', now: at });
  if (!confirmed.ok) throw new Error(confirmed.failure.kind);
  expect(await store.confirm(confirmed.value)).toEqual(ok(undefined));
  expect(await store.confirm(confirmed.value)).toEqual(fail({ kind: 'conflict' }));
  expect(await store.confirmed()).toEqual([aProposed({ standing: 'confirmed' })]);
});

test('a listed pair is read from memory, several with added ones in one read', async () => {
  const store = openPartnerships(engine);
  engine.usage.reset();
  expect(await store.find('austin-tx-oita')).toMatchObject({
    standing: 'reference',
    jp: { nameJa: '大分市' },
  });
  expect(engine.usage.calls).toBe(0);
  expect(await store.many(['austin-tx-oita', 'added-1', 'no-such'])).toHaveLength(2);
  expect(engine.usage.calls).toBe(1);
  expect(await store.find('no-such')).toBeUndefined();
});

test('a page of open claims is fifty, in order, and the next begins where it ends', async () => {
  const store = openPartnerships(engine);
  for (let at = 0; at < 55; at += 1)
    await store.saveClaim(claimed('tacoma-wa-kitakyushu', `org-${100 + at}`));
  engine.usage.reset();
  const first = await store.openClaims();
  expect(engine.usage.reads).toBeLessThanOrEqual(4);
  const second = await store.openClaims(first.next);
  expect([first.items.length, second.items.length]).toEqual([50, 6]);
  expect(
    new Set(
      [...first.items, ...second.items].map(({ organisationId: id, partnershipId }) => id + partnershipId),
    ).size,
  ).toBe(56);
});
