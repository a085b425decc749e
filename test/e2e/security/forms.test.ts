import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiptNumber } from '../../../shared/applications/application.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { callAt } from '../../support/seeded/clock.ts';
import { addressOf, type SiteRoute, siteRoutes } from '../../support/site-routes.ts';
import { origin } from '../../support/web-app.ts';
import { differences, tableState } from '../api/fuzz/table-state.ts';
import { type Seated, seatHere } from './seated.ts';

const users = ['owner', 'staff', 'reviewer'] as const;
type User = (typeof users)[number];

let seated: Seated;
const people = new Map<User, Person>();
const routes = siteRoutes();
const forms = routes.filter(({ method }) => method === 'POST');
const pages = routes.filter(({ method, path }) => method === 'GET' && !/^\/(sign-in|auth)/.test(path));

beforeAll(async () => {
  seated = await seatHere();
  for (const user of users) people.set(user, await seated.as(user));
  await openLinks();
});
afterAll(() => seated?.engine.stop());

/** The forms behind a link that was mailed: read from whoever has opened it, and about what it was opened for. */
const links = new Map<string, { readonly cookie: string; readonly of: string }>();
const openLinks = async () => {
  const { applications, ownerOf, sides, openRound } = seated.committee;
  const owner = await ownerOf('austin');
  const id = await applications.complete(owner, sides.austin, openRound, new Date());
  for (const [page, purpose, of] of [
    ['/confirm', 'requestConfirmation', receiptNumber(id)],
    ['/sign-off', 'requestSignOff', id],
  ] as const) {
    const token = await applications.linkOf(() =>
      applications.act[purpose](owner, { applicationId: id }, callAt(new Date())),
    );
    const opened = await seated.ask(`${page}/${token}`, { at: new Date(), form: { _key: randomUUID() } });
    const cookie = opened.headers.getSetCookie().find((one) => one.startsWith('link='));
    links.set(page, { cookie: cookie?.split(';')[0] ?? '', of });
  }
};

/** Whoever has the most to do with an address. */
const userOf = ({ path }: SiteRoute): User => {
  if (path.startsWith('/staff')) return 'staff';
  return path.startsWith('/reviews') ? 'reviewer' : 'owner';
};

type Ask = { body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string>; address?: string };
const send = (route: SiteRoute, { body = '', address, headers }: Ask = {}) => {
  const link = links.get(route.path);
  const form = link && typeof body === 'string' ? `of=${link.of}&${body}` : body;
  return seated.ask(address ?? addressOf(route, seated.named(randomUUID())), {
    as: people.get(userOf(route)),
    at: new Date(),
    ...(route.method === 'POST' && { form }),
    headers: { ...(link && { cookie: link.cookie }), ...headers },
  });
};
const state = () => tableState(seated.engine.endpoint, seated.engine.table);
const inAll = async <Found>(of: readonly SiteRoute[], look: (route: SiteRoute) => Promise<Found[]>) =>
  (await Promise.all(of.map(look))).flat();

test('no form that another site has sent is taken, and none that does not say where it is from', async () => {
  const before = await state();
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: '' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: `${origin}.evil.example` },
  ];
  const taken = await inAll(forms, async (route) => {
    const answers = await Promise.all(
      foreign.map((headers) => send(route, { headers, body: 'do=submit&sure=yes' })),
    );
    return answers.filter(({ status }) => status !== 403).map(({ status }) => `${route.path}: ${status}`);
  });
  expect(forms.length).toBeGreaterThan(30);
  expect([taken, differences(before, await state())]).toEqual([[], []]);
});

test('reading any page changes nothing', async () => {
  const before = await state();
  await inAll(pages, async (route) => [await send(route)]);
  await inAll(forms, async (route) => [await send({ ...route, method: 'GET' })]);
  expect(differences(before, await state())).toEqual([]);
});

test('every page has a strict policy, is kept nowhere, and holds no script, style or handler of its own', async () => {
  const behindLink = /^\/(confirm|sign-off|introductions\/answer|alumni\/invitations)(\/|$)/;
  const inline = /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i;
  const lax = await inAll([...pages, ...forms], async (route) => {
    const { headers, text, status } = await send(route);
    const policy = headers.get('content-security-policy') ?? '';
    const isStrict = policy.includes("default-src 'none'") && !policy.includes('unsafe');
    const isKept = headers.get('cache-control') !== 'no-store';
    const sniffs = headers.get('x-content-type-options') !== 'nosniff';
    const isFramed = !policy.includes("frame-ancestors 'none'");
    // The pages behind a mailed link tell nobody at all where their reader came from.
    const tells = behindLink.test(route.path) ? 'no-referrer' : 'same-origin';
    const lets = headers.get('referrer-policy') !== tells;
    const holds = /html/.test(headers.get('content-type') ?? '') && inline.test(text);
    return !isStrict || isKept || sniffs || isFramed || lets || holds ? [`${route.path}: ${status}`] : [];
  });
  expect(lax).toEqual([]);
});

const names = [
  ...['%00', '%E0%A4%A', 'a%0d%0aSet-Cookie:%20x=1', '..%2f..%2fx', '__proto__'],
  ...['x'.repeat(3000), '%E5%A7%89'.repeat(200)],
];

test('an address with any name in it is answered with a page, and never by a fault', async () => {
  const faults = await inAll(
    routes.filter(({ path }) => path.includes(':')),
    async (route) => {
      const addresses = names.map((name) => route.path.replace(/:[a-z]+(\{.*\})?/gi, () => name));
      const answers = await Promise.all(addresses.map((address) => send(route, { address })));
      return answers.flatMap(({ status }, at) =>
        status >= 500 ? [`${route.method} ${addresses[at]?.slice(0, 80)}: ${status}`] : [],
      );
    },
  );
  expect(faults).toEqual([]);
});

const fields = [
  '__proto__',
  'constructor',
  'toString',
  'lines.0.__proto__',
  'scores.constructor',
  'rows.1e9.x',
];
/** The fields by which forms say what is to be done. */
const doing = ['do', 'action', 'act', 'decision', 'declaration', 'version', 'as', 'type', 'roundId', 'for'];
const ids = ['id', 'reviewId', 'reviewerId', 'applicationId', 'personId', 'messageId', 'attachment'];
const longIds = [...ids, 'invitationId', 'partnershipId', 'organisationId']
  .map((id) => `${id}=${'x'.repeat(3000)}`)
  .join('&');
const bodies: readonly (readonly [string, string])[] = [
  ['names of prototypes', fields.map((name) => `${name}=x`).join('&')],
  ...['__proto__', 'add:x%0D%0Ay', '%00', '1e999'].map(
    (value) => [`doing ${value}`, doing.map((name) => `${name}=${value}`).join('&')] as const,
  ),
  ...['revoke-role', 'revoke-invitation', 'remove-member', 'verify', 'remove', 'release'].map(
    (act) => [`long ids for ${act}`, `act=${act}&action=${act}&${longIds}`] as const,
  ),
  ['the same field a thousand times', 'title=a&'.repeat(1000)],
  ['sixty rows', Array.from({ length: 60 }, (_, at) => `meetings.${at}.with=a&lines.${at}.x=b`).join('&')],
  ['a long text', `summary=${'あ'.repeat(60_000)}&name=${'x'.repeat(60_000)}`],
  ['no pairs', '&&==&=x&x'],
];

test.each(bodies)('a form with %s is answered by every page, and never by a fault', async (_name, body) => {
  const faults = await inAll(forms, async (route) => {
    const { status } = await send(route, { body });
    // Nor by asking who it is: then nothing would have been read of it.
    return status >= 500 || status === 401 ? [`${route.path}: ${status}`] : [];
  });
  expect(faults).toEqual([]);
});

test('what is no form of ours is refused before anything is read of it', async () => {
  const ask: SiteRoute = { method: 'POST', path: '/ask' };
  const refused = async (
    body: string | Uint8Array<ArrayBuffer>,
    type = 'application/x-www-form-urlencoded',
  ) => {
    const begun = Date.now();
    const { status } = await send(ask, { body, headers: { 'content-type': type } });
    return { status, quick: Date.now() - begun < 3000 };
  };
  const quick = true;
  expect(await refused('{}', 'application/json')).toEqual({ status: 415, quick });
  expect(await refused('x', 'multipart/form-data; boundary=x')).toEqual({ status: 415, quick });
  expect(await refused('a=%E0%A4%A')).toEqual({ status: 400, quick });
  expect(await refused(new Uint8Array([0x61, 0x3d, 0xff]))).toEqual({ status: 400, quick });
  expect(await refused(`a=${'x'.repeat(1_000_001)}`)).toEqual({ status: 413, quick });
  // Small, and yet more fields than could be dealt with one by one.
  expect(await refused('a=&'.repeat(60_000))).toEqual({ status: 413, quick });
  expect(await refused(Array.from({ length: 10_000 }, (_, at) => `lines.${at}.x=a`).join('&'))).toEqual({
    status: 413,
    quick,
  });
});
