import { expect, test } from 'vitest';
import { aPerson, origin, webApp } from '../../support/web-app.ts';

const ada = aPerson('ada');
const signOut = (headers: Record<string, string>, body: RequestInit['body'] = '') => {
  const { app, ended } = webApp({ people: [ada] });
  const cookie = 'session=ada.token-of-a-session-that-is-open';
  const request = { method: 'POST', body: body ?? null, headers: { cookie, ...headers } };
  return { sent: app.request(`${origin}/sign-out`, request), ended };
};

test.each([
  [{ origin: 'https://evil.example' }, 'another origin'],
  [{ origin: 'null' }, 'an origin that is hidden'],
  [{}, 'no origin at all'],
  [{ origin, 'sec-fetch-site': 'cross-site' }, 'a browser that says it comes from elsewhere'],
  [{ origin, 'sec-fetch-site': 'same-site' }, 'a neighbour under the same domain'],
])('refuses a form with %j: %s', async (headers, _why) => {
  const { sent, ended } = signOut(headers);
  expect((await sent).status).toBe(403);
  expect(ended).toEqual([]);
});

test.each([
  [{ origin }],
  [{ origin, 'sec-fetch-site': 'same-origin' }],
  [{ origin: 'null', 'sec-fetch-site': 'same-origin' }],
])('takes a form of our own: %j', async (headers) => {
  const { sent, ended } = signOut(headers);
  expect((await sent).status).toBe(303);
  expect(ended).toEqual(['ada']);
});

const form = { origin, 'content-type': 'application/x-www-form-urlencoded' };

test('refuses a body over 1 MB, one that is no form, and one that is no UTF-8, each by its own status', async () => {
  expect((await signOut(form, `a=${'x'.repeat(1_000_001)}`).sent).status).toBe(413);
  expect((await signOut({ origin, 'content-type': 'application/json' }, '{}').sent).status).toBe(415);
  expect((await signOut(form, 'a=%E3%81').sent).status).toBe(400);
  expect((await signOut(form, new Uint8Array([0x61, 0x3d, 0xff])).sent).status).toBe(400);
});

test('the page of a refusal speaks the language of the address', async () => {
  const { app } = webApp();
  const response = await app.request(`${origin}/ja/sign-out`, { method: 'POST' });
  expect(await response.text()).toContain('受け付けられませんでした');
});

test('signing out by GET does not exist', async () => {
  const { get, ended } = webApp({ people: [ada] });
  expect((await get('/sign-out', { as: ada })).status).toBe(404);
  expect(ended).toEqual([]);
});
