import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { introductionsUseCases } from '../../../../functions/container/introductions-use-cases.ts';
import { openPartnerships } from '../../../../functions/container/partnerships-use-cases.ts';
import { accountStore } from '../../../../shared/accounts/account.store.ts';
import { draftStore } from '../../../../shared/applications/draft.store.ts';
import type { Person } from '../../../../shared/kernel/actor.ts';
import { leadingAsia } from '../../../../shared/programs/round.ts';
import { cursorsWith } from '../../../../shared/table/cursor.ts';
import { startEngine } from '../../../support/engine.ts';
import { planted } from '../../../support/introductions-fakes.ts';
import { applicationsOn, type Organisation } from '../../../support/seeded/applications.ts';
import { callAt, done, inDays } from '../../../support/seeded/clock.ts';
import { introductionsOn } from '../../../support/seeded/introductions.ts';
import { courses, roundsOn } from '../../../support/seeded/rounds.ts';
import { siteOn } from '../../../support/site-on-table.ts';
import { addressOf, siteRoutes } from '../../../support/site-routes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let site: ReturnType<typeof siteOn>;
let owner: Person;
let stranger: Person;
let staff: Person;
let organisation: Organisation;
let roundId: string;
const note = 'We visit in May and look for somebody who knows the town.';

const named = async ({ personId }: Person, { name }: { name: string }) => {
  const accounts = accountStore(engine);
  const account = await accounts.account(personId);
  if (account)
    done(await accounts.save({ account: { ...account, name, version: account.version + 1 }, events: [] }));
};

beforeAll(async () => {
  engine = await startEngine();
  site = siteOn(engine);
  const applications = applicationsOn(engine);
  staff = await site.join('staff', { kind: 'staff', programId: leadingAsia });
  const founder = await site.join('casey.planted');
  await named(founder, planted.coordinator);
  const { id } = await applications.found(founder, 'Sister Cities of the Two Rivers');
  owner = await site.actorOf(founder.personId);
  organisation = { id, partnershipId: await applications.claim(owner, id, 'austin-tx-oita') };
  await applications.verify(staff, organisation);
  const other = await site.join('other');
  const another = await applications.found(other, 'Sister Cities of the Hills');
  stranger = await site.actorOf(other.personId);
  const theirs = { id: another.id, partnershipId: await applications.claim(stranger, another.id) };
  await applications.verify(staff, theirs);
  roundId = (await roundsOn(engine).publish(staff, courses.open)).id;
}, 60_000);
afterAll(() => engine.stop());

let count = 0;
/** An alum with a name nobody else has, and what a coordinator's request made: the introduction and the mail's token. */
const asked = async (name = planted.alum) => {
  count += 1;
  const alum = await site.join(`hanako-${count}`);
  await named(alum, name);
  const alumId = await introductionsOn(engine).register(alum);
  const tokens: string[] = [];
  const { requestIntroduction } = introductionsUseCases({
    table: engine,
    partnerships: openPartnerships(engine),
    cursors: cursorsWith('test'),
    newToken: () => {
      tokens.push(`${count}`.padEnd(43, 't'));
      return tokens.at(-1) ?? '';
    },
  });
  const input = { partnershipId: organisation.partnershipId, alumId, note };
  const { id } = done(await requestIntroduction(owner, input, callAt(inDays(-1))));
  return { alum, id, token: tokens[0] ?? '' };
};
const workspace = (id: string) => `/workspace/${organisation.partnershipId}/introductions/${id}`;
const read = (path: string, as?: Person) => site.ask(path, { as, at: inDays(0) });
const send = (path: string, form: Record<string, string>, as?: Person) =>
  site.ask(path, { as, at: inDays(0), form: { _key: `key-${Math.random()}`, ...form } });
const versionOf = async (id: string) => (await introductionsOn(engine).store.find(id))?.version ?? 0;

test('a scanner that follows the link answers nothing, and a button does, without an account', async () => {
  const { id, token } = await asked();
  const at = `/introductions/answer/${token}`;
  for (let times = 0; times < 3; times += 1) {
    const seen = await read(at);
    expect(seen.status).toBe(200);
    expect(seen.headers.get('referrer-policy')).toBe('no-referrer');
    expect(seen.text).toContain(note);
    expect(seen.text).toContain(planted.coordinator.name);
    expect(seen.text).not.toContain('casey.planted@people.example');
  }
  expect(await versionOf(id)).toBe(1);
  // A form that says neither yes nor no answers nothing either.
  expect((await send(at, {})).status).toBe(404);
  expect(await versionOf(id)).toBe(1);
  expect(await send(at, { act: 'accept' })).toMatchObject({ status: 303, location: at });
  expect(await versionOf(id)).toBe(2);
  expect((await read(at)).text).toContain('Thank you. You have said yes');
  // The other button comes too late, and says what stands.
  const late = await send(at, { act: 'decline' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Thank you. You have said yes');
  expect((await read(`/introductions/answer/${'x'.repeat(43)}`)).status).toBe(404);
});

test('from asking to joining: each side reads on its own pages what it may, and a draft gets a delegate', async () => {
  const { alum, id } = await asked();
  const own = `/alumni/introductions/${id}`;
  const before = await read(workspace(id), owner);
  expect(before.status).toBe(200);
  expect(before.text).not.toContain(planted.alum.name);
  expect((await read('/alumni/introductions', alum)).text).toContain(note);
  expect(await send(own, { act: 'accept' }, alum)).toMatchObject({ status: 303 });
  expect((await read(own, alum)).text).toContain('casey.planted@people.example');
  const after = await read(workspace(id), owner);
  expect(after.text).toContain(planted.alum.name);
  expect(after.text).toContain('mailto:hanako-');

  const missing = await send(workspace(id), { act: 'join', version: '2' }, owner);
  expect(missing.status).toBe(400);
  expect(missing.text).toContain('Role: please fill this in');
  expect(await send(workspace(id), { act: 'join', version: '2', role: 'interpreter' }, owner)).toMatchObject({
    status: 303,
  });
  const list = await read(`/workspace/${organisation.partnershipId}`, owner);
  expect(list.text).toContain('Interpreter');
  expect(list.text).not.toContain('mailto:');

  const applicationId = await applicationsOn(engine).start(owner, organisation, roundId, inDays(0));
  expect((await read(workspace(id), owner)).text).toContain('Bread and clay');
  const add = () => send(workspace(id), { act: 'delegation', applicationId }, owner);
  expect(await add()).toMatchObject({ status: 303 });
  expect(await add()).toMatchObject({ status: 303 });
  const section = await draftStore(engine).section(applicationId, 'delegation');
  expect(section?.data.delegates).toEqual([
    { name: planted.alum.name, role: 'Interpreter', kind: 'jet-alum' },
  ]);
  const noted = await send(
    workspace(id),
    { act: 'outcome', version: '3', kind: 'joined', text: 'Came along.' },
    owner,
  );
  expect(noted).toMatchObject({ status: 303 });
  expect((await read(own, alum)).text).toContain('Came along.');
  await send(own, { act: 'leave', version: '4' }, alum);
  expect((await read(workspace(id), owner)).text).not.toContain('mailto:');
});

test('another organisation, another alum and whoever is not signed in find nothing under these addresses', async () => {
  const { alum, id } = await asked();
  for (const path of [workspace(id), `/workspace/${organisation.partnershipId}`])
    expect((await read(path, stranger)).status).toBe(404);
  // One's own side has its own page, and the other's is none.
  expect((await read(workspace(id), alum)).status).toBe(404);
  expect((await read(`/alumni/introductions/${id}`, owner)).status).toBe(404);
  expect((await read(`/alumni/introductions/${id}`, stranger)).status).toBe(404);
  expect(await read('/alumni/introductions')).toMatchObject({ status: 303 });
  expect(await send(workspace(id), { act: 'withdraw', version: '1' }, stranger)).toMatchObject({
    status: 404,
  });
});

test('a no leaves the coordinator with no more than that it was not taken up', async () => {
  const { alum, id } = await asked();
  await send(`/alumni/introductions/${id}`, { act: 'decline' }, alum);
  const { text } = await read(workspace(id), owner);
  expect(text).toContain('It was not taken up this time.');
  expect(text).not.toContain('Declined');
  expect((await read('/alumni/introductions', alum)).text).toContain('Declined');
});

test('blocking and reporting: staff read it and settle it, the other side learns nothing', async () => {
  const { alum, id } = await asked();
  const own = `/alumni/introductions/${id}`;
  const text = 'They asked for my address at once.';
  expect((await send(own, { act: 'report', report: '' }, alum)).status).toBe(400);
  expect(await send(own, { act: 'report', report: text }, alum)).toMatchObject({ status: 303 });
  expect(await send(own, { act: 'block' }, alum)).toMatchObject({ status: 303 });
  expect((await read(own, alum)).text).toContain('You hear nothing more of this partnership.');
  expect((await read(workspace(id), owner)).text).not.toContain(text);
  expect((await read('/staff', staff)).text).toContain('report about an introduction waits');
  const reports = await read('/staff/introductions', staff);
  expect(reports.text).toContain(text);
  expect(reports.text).not.toContain(planted.alum.name);
  expect((await read('/staff/introductions', owner)).status).toBe(404);
  const report = `${id}/alum`;
  expect((await send('/staff/introductions', { report, version: '1' }, staff)).status).toBe(400);
  expect(
    await send(
      '/staff/introductions',
      { report, version: '1', [`reason-${id}-alum`]: 'Spoke to both.' },
      staff,
    ),
  ).toMatchObject({ status: 303 });
  expect((await read('/staff/introductions?status=settled', staff)).text).toContain('Spoke to both.');
});

test('everything is there in Japanese, too', async () => {
  const { alum, id, token } = await asked();
  const pages = [
    await read(`/ja/introductions/answer/${token}`),
    await read('/ja/alumni/introductions', alum),
    await read(`/ja/alumni/introductions/${id}`, alum),
    await read(`/ja/workspace/${organisation.partnershipId}`, owner),
    await read(`/ja${workspace(id)}`, owner),
    await read('/ja/staff/introductions', staff),
  ];
  for (const { status, text } of pages) {
    expect(status).toBe(200);
    expect(text).not.toMatch(/introductions\.[a-z-]+\./);
  }
  expect(pages[0]?.text).toContain('紹介を受ける');
  expect(pages[4]?.text).toContain('回答待ち');
});

test('before both have said yes, no page of the site shows the one to the other, nor either to anybody else', async () => {
  const name = 'Rin Quincewell';
  const { alum, id, token } = await asked({ ...planted.alum, name: name as typeof planted.alum.name });
  const email = (await accountStore(engine).account(alum.personId))?.email ?? '';
  const fill = {
    round: roundId,
    application: 'none',
    review: 'none',
    organisation: organisation.id,
    partnership: organisation.partnershipId,
    other: 'none',
  };
  const addresses = [
    ...siteRoutes()
      .filter(({ method, path }) => method === 'GET' && !/^\/(sign-in|auth)/.test(path))
      .map((route) => addressOf(route, fill)),
    workspace(id),
    `/workspace/${organisation.partnershipId}`,
    `/alumni/introductions/${id}`,
    `/introductions/answer/${token}`,
  ];
  expect(addresses.length).toBeGreaterThan(80);
  for (const who of [owner, stranger, undefined]) {
    const texts = await Promise.all(addresses.map(async (path) => (await read(path, who)).text));
    expect(texts.filter((text) => text.includes(name) || text.includes(email))).toEqual([]);
  }
  // Of names and addresses the table knows those of accounts, and of mails whom they go to.
  const known = ['account', 'message'];
  const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: engine.table }));
  const leaks = () =>
    Items.filter(({ __edb_e__ }) => !known.includes(__edb_e__)).filter((item) =>
      [name, email, 'casey.planted@people.example'].some((word) => JSON.stringify(item).includes(word)),
    );
  expect(Items.length).toBeGreaterThan(50);
  expect(leaks()).toEqual([]);
  const ofAlum = await Promise.all(addresses.map(async (path) => (await read(path, alum)).text));
  expect(ofAlum.filter((text) => text.includes('casey.planted@people.example'))).toEqual([]);
}, 60_000);
