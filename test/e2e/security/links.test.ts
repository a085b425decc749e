import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsUseCases } from '../../../functions/container/accounts-use-cases.ts';
import { newId } from '../../../functions/container/clients.ts';
import { openPartnerships } from '../../../functions/container/partnerships-use-cases.ts';
import { receiptNumber } from '../../../shared/applications/application.ts';
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

const cookieOf = ({ headers }: { headers: Headers }) =>
  headers
    .getSetCookie()
    .find((one) => one.startsWith('link='))
    ?.split(';')[0] ?? '';
const pageOf = (link: string) => `/${link.split('/')[1]}`;
/** Opens a link as its mail is opened: the button swaps the token for a session at an address without it. */
const swap = async (link: string, at = later(1)) => {
  const opened = await of.site.ask(link, { at, form: { _key: randomUUID() } });
  const page = pageOf(link);
  const headers = { cookie: cookieOf(opened) };
  return {
    opened,
    read: (when = at) => of.site.ask(page, { at: when, headers }),
    write: (form: Record<string, string>, when = at) =>
      of.site.ask(page, { at: when, headers, form: { _key: randomUUID(), ...form } }),
  };
};

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
const yes = (id: string, version = '1') => ({
  of: receiptNumber(id),
  version,
  action: 'confirm',
  name: '担当者',
});
const answerOf = async (id: string) => (await draftStore(engine).find(id))?.confirmation?.status;
const digestOf = (html: string) => /name="textDigest" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
const signature = (id: string, html: string) => ({
  of: id,
  name: 'Authorised Official',
  agreed: 'yes',
  textDigest: digestOf(html),
});

test('a link opens what it was made for and nothing else', async () => {
  const id = await of.signed();
  const [confirm, sign] = [await confirmLink(id), await signLink(id)];
  for (const path of [`/confirm/${confirm}`, `/sign-off/${sign}`]) {
    expect((await read(path)).status, path).toBe(200);
    expect((await swap(path)).opened.location, path).toBe(pageOf(path));
  }
  expect((await read(`/invitations/${sign}`)).status).toBe(404);
  for (const path of [`/confirm/${sign}`, `/sign-off/${confirm}`])
    expect([(await read(path)).status, (await swap(path)).opened.status], path).toEqual([404, 404]);
});

test('a session of one kind of link opens no page of the other, and a made-up one none', async () => {
  const id = await of.signed();
  const { opened } = await swap(`/confirm/${await confirmLink(id)}`);
  const cookie = cookieOf(opened);
  for (const [path, given] of [
    ['/sign-off', cookie],
    ['/confirm', `${cookie}x`],
    ['/confirm', 'link=made-up'],
    ['/confirm', ''],
  ] as const)
    expect((await of.site.ask(path, { at: later(1), headers: { cookie: given } })).status, path).toBe(401);
});

test('the address that holds the token shows nothing of the application, and tells no referrer', async () => {
  const id = await of.signed();
  const { text, headers } = await read(`/confirm/${await confirmLink(id)}`);
  expect(text).not.toContain('Bread and clay');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('the office’s page shows the plan and its own office, and nothing else of the application', async () => {
  const id = await of.signed();
  const { text } = await (await swap(`/confirm/${await confirmLink(id)}`)).read();
  expect(text).toContain('Bread and clay');
  for (const hidden of ['Adult One', 'official@city.example', 'kokusai@city.example', 'Airport', id])
    expect(text).not.toContain(hidden);
});

test('an office answers once, and a second answer is told that one is in', async () => {
  const id = await of.signed();
  const { write: send } = await swap(`/confirm/${await confirmLink(id)}`);
  expect((await send(yes(id))).status).toBe(303);
  expect((await send({ ...yes(id, '2'), action: 'decline' })).status).toBe(409);
  expect(await answerOf(id)).toBe('confirmed');
});

test('a session closes half an hour after its last step, slides with each, and keeps what came too late', async () => {
  const id = await of.signed();
  const link = `/confirm/${await confirmLink(id)}`;
  const minutes = (count: number) => new Date(later(1).getTime() + count * 60_000);
  const { opened, write: send } = await swap(link);
  const slid = await of.site.ask('/confirm', { at: minutes(29), headers: { cookie: cookieOf(opened) } });
  const cookie = cookieOf(slid);
  expect((await of.site.ask('/confirm', { at: minutes(58), headers: { cookie } })).status).toBe(200);
  const late = await send({ ...yes(id), name: '国際課 山田' }, minutes(31));
  expect([late.status, late.text.includes('Nothing was sent yet')]).toEqual([401, true]);
  expect(await answerOf(id)).toBe('requested');
  const again = await swap(link, minutes(32));
  const kept = late.headers.getSetCookie().find((one) => one.startsWith('link-form='));
  const back = await of.site.ask('/confirm', {
    at: minutes(33),
    headers: { cookie: `${cookieOf(again.opened)}; ${kept?.split(';')[0]}` },
  });
  expect(back.text).toContain('value="国際課 山田"');
});

test('a link that another has replaced is gone, and so is the session it had opened', async () => {
  const id = await of.signed();
  const [first, firstToSign] = [await confirmLink(id), await signLink(id)];
  const [before, beforeToSign] = [await swap(`/confirm/${first}`), await swap(`/sign-off/${firstToSign}`)];
  const [second, secondToSign] = [await confirmLink(id, 0.1), await signLink(id, 0.1)];
  expect((await swap(`/confirm/${first}`)).opened.status).toBe(404);
  expect((await before.write(yes(id))).status).toBe(404);
  const html = (await (await swap(`/sign-off/${secondToSign}`)).read()).text;
  expect((await beforeToSign.write(signature(id, html))).status).toBe(404);
  expect((await (await swap(`/confirm/${second}`)).write(yes(id, '2'))).status).toBe(303);
});

test('a link that was taken back opens nothing, and neither does its session', async () => {
  const id = await of.signed();
  const link = `/confirm/${await confirmLink(id)}`;
  const session = await swap(link);
  done(await act().revokeConfirmation(of.owner, { applicationId: id }, call(0.2)));
  expect([(await read(link)).status, (await session.read()).status]).toEqual([404, 404]);
  expect((await session.write(yes(id, '2'))).status).toBe(404);
  expect(await answerOf(id)).toBe('revoked');
});

test('a link is dead from its last instant on, for reading and for writing, and its session with it', async () => {
  const id = await of.signed();
  for (const [link, form] of [
    [`/confirm/${await confirmLink(id)}`, yes(id)],
    [`/sign-off/${await signLink(id)}`, signature(id, '')],
  ] as const) {
    const justBefore = new Date(later(21).getTime() - 1);
    expect((await read(link, justBefore)).status).toBe(200);
    const session = await swap(link, justBefore);
    expect((await session.read()).status).toBe(200);
    expect([
      (await read(link, later(21))).status,
      (await session.read(later(21))).status,
      (await session.write(form, later(21))).status,
    ]).toEqual([410, 410, 410]);
  }
});

test('reading a link and opening it, however often, changes nothing', async () => {
  const id = await of.signed();
  const links = [`/confirm/${await confirmLink(id)}`, `/sign-off/${await signLink(id)}`];
  const before = await draftStore(engine).find(id);
  for (const link of [...links, ...links]) {
    await read(link);
    await (await swap(link)).read();
  }
  expect(await draftStore(engine).find(id)).toEqual(before);
});

test('a signature is for the text that was read', async () => {
  const id = await of.applications.complete(of.owner, of.austin, of.round, of.whileOpen);
  const session = await swap(`/sign-off/${await signLink(id)}`);
  const read1 = signature(id, (await session.read()).text);
  const typed = { applicationId: id, sectionId: 'sustainability', version: 1 } as const;
  const data = { programming: 'Something else', resources: 'None' };
  done(await act().saveSection(of.owner, { ...typed, data }, call(0.5)));
  expect((await session.write(read1)).status).toBe(409);
  expect((await draftStore(engine).find(id))?.signOff?.signed).toBeUndefined();
});

test('a link is handed on within the office’s own domain alone, and ends for whoever handed it on', async () => {
  const id = await of.signed();
  const session = await swap(`/confirm/${await confirmLink(id)}`);
  const to = (colleagueEmail: string) => ({
    do: 'hand-on',
    of: receiptNumber(id),
    version: '1',
    colleagueEmail,
  });
  expect((await session.write(to('x@elsewhere.example'))).status).toBe(400);
  expect((await session.write(to('next@city.example'))).location).toBe('/confirm/handed-on');
  expect((await session.read()).status).toBe(404);
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
