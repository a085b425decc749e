import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsUseCases } from '../../../functions/container/accounts-use-cases.ts';
import { newId } from '../../../functions/container/clients.ts';
import { openPartnerships } from '../../../functions/container/partnerships-use-cases.ts';
import { draftStore } from '../../../shared/applications/draft.store.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { startEngine } from '../../support/engine.ts';
import { callAt, done } from '../../support/seeded/clock.ts';
import { type PastRound, pastRound } from './past-round.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let of: PastRound;
const invitations: string[] = [];
beforeAll(async () => {
  engine = await startEngine();
  of = await pastRound(engine);
});
afterAll(() => engine?.stop());

const day = 86_400_000;
const later = (days: number) => new Date(of.whileOpen.getTime() + days * day);
const read = (path: string, at = later(1)) => of.site.ask(path, { at });
const write = (path: string, form: Record<string, string>, at = later(1)) =>
  of.site.ask(path, { at, form: { _key: randomUUID(), ...form } });

const act = () => of.applications.act;
const call = (days = 0) => callAt(later(days));
const confirmLink = (applicationId: string, days = 0) =>
  of.applications.linkOf(async () =>
    done(await act().requestConfirmation(of.owner, { applicationId }, call(days))),
  );
const signLink = (applicationId: string, days = 0) =>
  of.applications.linkOf(async () =>
    done(await act().requestSignOff(of.owner, { applicationId }, call(days))),
  );
const yes = { version: '1', action: 'confirm', name: '担当者', approver: '', note: '' };
const answerOf = async (id: string) => (await draftStore(engine).find(id))?.confirmation?.status;
const digestOf = (html: string) => /name="textDigest" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
const signature = (html: string) => ({
  name: 'Authorised Official',
  agreed: 'yes',
  textDigest: digestOf(html),
});

test('a link opens what it was made for and nothing else', async () => {
  const id = await of.signed();
  const [confirm, sign] = [await confirmLink(id), await signLink(id)];
  expect([(await read(`/confirm/${confirm}`)).status, (await read(`/sign-off/${sign}`)).status]).toEqual([
    200, 200,
  ]);
  expect((await read(`/invitations/${sign}`)).status).toBe(404);
  for (const path of [`/confirm/${sign}`, `/sign-off/${confirm}`])
    expect([(await read(path)).status, (await write(path, yes)).status], path).toEqual([404, 404]);
});

test('the office’s page shows the plan and its own office, and nothing else of the application', async () => {
  const id = await of.signed();
  const { text } = await read(`/confirm/${await confirmLink(id)}`);
  expect(text).toContain('Bread and clay');
  for (const hidden of ['Adult One', 'official@city.example', 'kokusai@city.example', 'Airport', id])
    expect(text).not.toContain(hidden);
});

test('an office answers once, and a second answer is told that one is in', async () => {
  const id = await of.signed();
  const link = `/confirm/${await confirmLink(id)}`;
  expect((await write(link, yes)).status).toBe(303);
  expect((await write(link, { ...yes, version: '2', action: 'decline' })).status).toBe(409);
  expect(await answerOf(id)).toBe('confirmed');
});

test('a link that another has replaced is gone', async () => {
  const id = await of.signed();
  const [first, firstToSign] = [await confirmLink(id), await signLink(id)];
  const [second, secondToSign] = [await confirmLink(id, 0.1), await signLink(id, 0.1)];
  expect((await write(`/confirm/${first}`, yes)).status).toBe(404);
  const html = (await read(`/sign-off/${secondToSign}`)).text;
  expect((await write(`/sign-off/${firstToSign}`, signature(html))).status).toBe(404);
  expect((await write(`/confirm/${second}`, { ...yes, version: '2' })).status).toBe(303);
});

test('a link is dead from its last instant on, for reading and for writing', async () => {
  const id = await of.signed();
  const [confirm, sign] = [`/confirm/${await confirmLink(id)}`, `/sign-off/${await signLink(id)}`];
  for (const [path, form] of [
    [confirm, yes],
    [sign, signature((await read(sign)).text)],
  ] as const) {
    expect((await read(path, new Date(later(21).getTime() - 1))).status).toBe(200);
    expect([(await read(path, later(21))).status, (await write(path, form, later(21))).status]).toEqual([
      410, 410,
    ]);
  }
});

test('reading a link, however often, changes nothing', async () => {
  const id = await of.signed();
  const paths = [`/confirm/${await confirmLink(id)}`, `/sign-off/${await signLink(id)}`];
  const before = await draftStore(engine).find(id);
  for (const path of [...paths, ...paths]) await read(path);
  expect(await draftStore(engine).find(id)).toEqual(before);
});

test('a signature is for the text that was read', async () => {
  const id = await of.applications.complete(of.owner, of.austin, of.round, of.whileOpen);
  const link = `/sign-off/${await signLink(id)}`;
  const read1 = signature((await read(link)).text);
  const typed = { applicationId: id, sectionId: 'sustainability', version: 1 } as const;
  const data = { programming: 'Something else', resources: 'None' };
  done(await act().saveSection(of.owner, { ...typed, data }, call(0.5)));
  expect((await write(link, read1)).status).toBe(409);
  expect((await draftStore(engine).find(id))?.signOff?.signed).toBeUndefined();
});

/** An invitation to edit, as its mail has it. */
const invite = async (email: string) => {
  const accounts = accountsUseCases({
    table: engine,
    cursors: cursorsWith('test'),
    newId,
    newToken: () => {
      const token = `t${randomUUID()}${randomUUID()}`.replaceAll('-', '');
      invitations.push(token);
      return token;
    },
    organisations: openPartnerships(engine),
  });
  const input = { organisationId: of.austin.id, email, language: 'en', as: 'editor' } as const;
  const { invitation } = done(await accounts.inviteMember(of.owner, input, call()));
  const revoke = async (personId: string) =>
    done(await accounts.revokeMember(of.owner, { organisationId: of.austin.id, personId }, call(2)));
  return { path: `/invitations/${invitation.id}.${invitations.at(-1)}`, revoke };
};

test('an invitation is good for one person, once: neither for a second one nor for one who was removed', async () => {
  const { path, revoke } = await invite('new@people.example');
  const [first, second] = [await of.site.join('first'), await of.site.join('second')];
  const accept = (as: typeof first, days: number) =>
    of.site.ask(path, { as, at: later(days), form: { _key: randomUUID() } });
  expect((await accept(first, 1)).status).toBe(303);
  expect((await accept(second, 1)).status).toBe(404);
  expect((await of.site.ask(path, { as: second, at: later(1) })).status).toBe(404);
  await revoke(first.personId);
  await accept(first, 3);
  expect((await of.site.actorOf(first.personId)).roles).toEqual([]);
  expect((await of.site.actorOf(second.personId)).roles).toEqual([]);
});

test('an invitation with another secret, after its fourteen days or without a person is none', async () => {
  const { path } = await invite('late@people.example');
  const someone = await of.site.join('someone');
  const post = (address: string, days: number, as?: typeof someone) =>
    of.site.ask(address, { as, at: later(days), form: { _key: randomUUID() } });
  expect((await post(`${path}x`, 1, someone)).status).toBe(404);
  expect((await post(path, 14, someone)).status).toBe(410);
  expect((await post(path, 1)).location).toContain('/sign-in?next=%2Finvitations%2F');
  expect((await of.site.actorOf(someone.personId)).roles).toEqual([]);
});
