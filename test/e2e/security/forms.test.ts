import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '../../../shared/accounts/open-session.ts';
import { sessionStore } from '../../../shared/accounts/session.store.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { addressOf, type Named, type SiteRoute, siteRoutes } from '../../support/site-routes.ts';
import { differences, tableState } from '../api/fuzz/table-state.ts';
import { type Committee, seatCommittee } from './committee.ts';

const users = ['owner', 'staff', 'reviewer'] as const;
type User = (typeof users)[number];

let site: SeededPlatform;
let committee: Committee;
const cookies = new Map<User, string>();
const routes = siteRoutes();
const forms = routes.filter(({ method }) => method === 'POST');
const pages = routes.filter(({ method, path }) => method === 'GET' && !/^\/(sign-in|auth)/.test(path));

beforeAll(async () => {
  site = await startSeededPlatform();
  committee = await seatCommittee(site);
  const open = openSession({
    sessions: sessionStore(site.table),
    newToken: () => randomBytes(32).toString('base64url'),
  });
  for (const user of users) {
    const { personId } = committee.people[user];
    cookies.set(user, `session=${personId}.${(await open(personId, new Date())).token}`);
  }
});
afterAll(() => site?.platform.discard());

/** Whoever has the most to do with an address. */
const userOf = ({ path }: SiteRoute): User => {
  if (path.startsWith('/staff')) return 'staff';
  return path.startsWith('/reviews') ? 'reviewer' : 'owner';
};
const named = (): Named => ({
  round: committee.round.id,
  application: committee.applicationId,
  review: committee.reviewOf.reviewer,
  organisation: committee.sides.austin.id,
  partnership: committee.sides.austin.partnershipId,
  other: randomUUID(),
});

type Ask = { body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string>; address?: string };
const send = async (
  route: SiteRoute,
  { body, headers = {}, address = addressOf(route, named()) }: Ask = {},
) => {
  const response = await fetch(`${site.platform.origin}${address}`, {
    method: route.method,
    redirect: 'manual',
    headers: {
      cookie: cookies.get(userOf(route)) ?? '',
      ...(route.method === 'POST' && {
        origin: site.platform.origin,
        'content-type': 'application/x-www-form-urlencoded',
      }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const state = () => tableState(site.platform.database, site.table.table);
const inAll = async <Found>(of: readonly SiteRoute[], look: (route: SiteRoute) => Promise<Found[]>) =>
  (await Promise.all(of.map(look))).flat();

test('no form that another site has sent is taken, and none that does not say where it is from', async () => {
  await site.platform.settled();
  const before = await state();
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: '' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: `${site.platform.origin}.evil.example` },
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
  await site.platform.settled();
  const before = await state();
  await inAll(pages, async (route) => [await send(route)]);
  await inAll(forms, async (route) => [await send({ ...route, method: 'GET' })]);
  await site.platform.settled();
  expect(differences(before, await state())).toEqual([]);
});

test('every page has a strict policy, is kept nowhere, and holds no script, style or handler of its own', async () => {
  const inline = /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i;
  const lax = await inAll([...pages, ...forms], async (route) => {
    const { headers, text, status } = await send(route, route.method === 'POST' ? { body: '' } : {});
    const policy = headers.get('content-security-policy') ?? '';
    const isStrict = policy.includes("default-src 'none'") && !policy.includes('unsafe');
    const isKept = headers.get('cache-control') !== 'no-store';
    const sniffs = headers.get('x-content-type-options') !== 'nosniff';
    const isFramed = !policy.includes("frame-ancestors 'none'");
    const lets = headers.get('referrer-policy') !== 'same-origin';
    const holds = /html/.test(headers.get('content-type') ?? '') && inline.test(text);
    return !isStrict || isKept || sniffs || isFramed || lets || holds ? [`${route.path}: ${status}`] : [];
  });
  expect(lax).toEqual([]);
});

const names = [
  ...['%00', '%ff', '%E0%A4%A', 'a%0d%0aSet-Cookie:%20x=1', '%F0%9F%98%80', 'a%23b', '%3F', '%25', '{}'],
  ...['__proto__', 'constructor', '..%2f..%2fx', 'x'.repeat(201), 'x'.repeat(3000), '%E5%A7%89'.repeat(200)],
];

test('an address with any name in it is answered with a page, and never by a fault', async () => {
  const faults = await inAll(
    routes.filter(({ path }) => path.includes(':')),
    async (route) => {
      const addresses = names.map((name) => route.path.replace(/:[a-z]+(\{.*\})?/gi, () => name));
      const answers = await Promise.all(
        addresses.map((address) => send(route, { address, ...(route.method === 'POST' && { body: '' }) })),
      );
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
const bodies: readonly (readonly [string, string])[] = [
  ['names of prototypes', fields.map((name) => `${name}=x`).join('&')],
  ...['__proto__', 'toString', 'add:__proto__', 'add:x%0D%0Ay', 'open:x.1%0D%0A', '%00', '-1', '1e999'].map(
    (value) => [`doing ${value}`, doing.map((name) => `${name}=${value}`).join('&')] as const,
  ),
  ...['revoke-role', 'revoke-invitation', 'remove-member', 'verify', 'remove', 'assign', 'release'].map(
    (act) =>
      [
        `long ids for ${act}`,
        `act=${act}&action=${act}&${[...ids, 'invitationId', 'partnershipId', 'organisationId'].map((id) => `${id}=${'x'.repeat(3000)}`).join('&')}`,
      ] as const,
  ),
  ['the same field a thousand times', 'title=a&'.repeat(1000)],
  ['sixty rows', Array.from({ length: 60 }, (_, at) => `meetings.${at}.with=a&lines.${at}.x=b`).join('&')],
  ['a row of nine hundred', Array.from({ length: 900 }, (_, at) => `criteria.0.f${at}=a`).join('&')],
  ['a long text', `summary=${'あ'.repeat(60_000)}&name=${'x'.repeat(60_000)}`],
  ['no pairs', '&&==&=x&x'],
];

test.each(bodies)('a form with %s is answered by every page, and never by a fault', async (_name, body) => {
  const faults = await inAll(forms, async (route) => {
    const { status } = await send(route, { body });
    return status >= 500 ? [`${route.path}: ${status}`] : [];
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

test('signing out ends the session itself and not only its cookie', async () => {
  const visitor = await site.platform.signIn(committee.people.viewer.email, '/account');
  expect(visitor.cookies()).toContain('session');
  const before = await visitor.get('/account');
  expect(new URL(before.url).pathname).toBe('/account');
  const stolen = cookies.get('owner') ?? '';
  expect((await site.platform.fetch('/account', { headers: { cookie: stolen } })).status).toBe(200);
  const out = await site.platform.fetch('/sign-out', {
    method: 'POST',
    headers: { cookie: stolen, origin: site.platform.origin },
  });
  expect(out.status).toBe(302);
  const after = await site.platform.fetch('/account', { headers: { cookie: stolen } });
  expect([after.status, after.headers.get('location')]).toEqual([303, '/sign-in?next=%2Faccount']);
});
