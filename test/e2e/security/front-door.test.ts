import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '../../../shared/accounts/open-session.ts';
import { sessionStore } from '../../../shared/accounts/session.store.ts';
import { leadingAsia } from '../../../shared/programs/round.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';

let site: SeededPlatform;
let cookie: string;
beforeAll(async () => {
  site = await startSeededPlatform();
  const { personId } = await site.people.join('staff', { kind: 'staff', programId: leadingAsia });
  const newToken = () => randomBytes(32).toString('base64url');
  const { token } = await openSession({ sessions: sessionStore(site.table), newToken })(personId, new Date());
  cookie = `session=${personId}.${token}`;
});
afterAll(() => site?.platform.discard());

const get = (path: string, headers: Record<string, string> = {}) => site.platform.fetch(path, { headers });

test.each([
  ...[
    '/%00',
    '/staff/..%2f..%2fmy',
    '/%2e%2e/staff',
    '//evil.example/staff',
    '/en//staff/people',
    '/%5c%5cevil',
  ],
  ...['/Staff', '/staff%2fpeople', '/ja/%73taff', '/staff/people%3fround=x', '/staff%00', '/en/en/staff'],
])('%s opens no page of staff’s to anyone else, and is no fault', async (path) => {
  const response = await get(path);
  expect(response.status).toBeLessThan(500);
  expect(await response.text()).not.toContain('href="/staff/people"');
  expect(response.headers.get('location') ?? '/').toMatch(/^\/(?!\/)/);
});

test.each([
  ...['session=', 'session=a.b', `session=${'a'.repeat(64)}.${'b'.repeat(200)}`, 'session=%00.%00'],
  ...[
    'kept-form=%ff; session=x',
    'sign-in=!!!',
    'language=<script>; zone=Mars/Olympus',
    '=;;=x',
    '__proto__=x',
  ],
])('a cookie that reads %s signs nobody in and is no fault', async (strange) => {
  for (const path of ['/?returned=1', '/ask', '/auth/callback?code=x&state=y', '/account']) {
    const response = await get(path, { cookie: strange });
    expect(response.status, path).toBeLessThan(500);
    expect(await response.text()).not.toContain('action="/sign-out"');
  }
});

test.each([
  '*',
  'ja;q=NaN',
  ','.repeat(4000),
  'ja;q=0,en;q=0',
  ';;;q=;',
  'JA',
  'xx-'.repeat(500),
])('a browser that asks for the language %s gets a page in one of ours', async (language) => {
  const response = await get('/', { 'accept-language': language });
  expect([response.status, /<html lang="(en|ja)"/.test(await response.text())]).toEqual([200, true]);
});

test('cookies of a sign-in are read by no script and sent along by no other site’s form', async () => {
  const response = await get('/sign-in?next=//evil.example');
  const [underWay = ''] = response.headers.getSetCookie();
  expect(underWay).toMatch(/HttpOnly/);
  expect(underWay).toMatch(/SameSite=Lax/);
  const remembered = Buffer.from(underWay.split(/[=;]/)[1] ?? '', 'base64url').toString('utf8');
  expect(JSON.parse(remembered).next).toBeUndefined();
});

test('signing out ends the session itself and not only its cookie', async () => {
  expect((await get('/staff', { cookie })).status).toBe(200);
  const { origin } = site.platform;
  await site.platform.fetch('/sign-out', { method: 'POST', headers: { cookie, origin } });
  const after = await get('/staff', { cookie });
  expect([after.status, after.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fstaff']);
});
