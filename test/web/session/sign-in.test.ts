import { expect, test } from 'vitest';
import { fail } from '../../../shared/kernel/result.ts';
import { callbackPath } from '../../../web/session/sign-in-addresses.ts';
import { aPerson, fakeSite, webApp } from '../../support/web-app.ts';

const cookieIn = (response: Response, name: string) =>
  response.headers.getSetCookie().find((one) => one.startsWith(`${name}=`)) ?? '';
const pairOf = (cookie: string) => cookie.split(';')[0] ?? '';

const walk = async (next: string | undefined, site = webApp(), prefix = '') => {
  const query = next === undefined ? '' : `?next=${encodeURIComponent(next)}`;
  const begun = await site.get(`${prefix}/sign-in${query}`);
  const underWay = cookieIn(begun, 'sign-in');
  const came = await site.get(`${callbackPath}?code=ada&state=state-1`, { cookie: pairOf(underWay) });
  return { begun, underWay, came };
};

test('leads to the provider with our own return address, and back to where one wanted to go', async () => {
  const { begun, came } = await walk('/applications/a1/budget?line=2', webApp(), '/ja');
  expect(begun.headers.get('location')).toBe(
    'https://identity.test/authorize?redirect_uri=http%3A%2F%2Fshimai.test%2Fauth%2Fcallback',
  );
  expect(came.status).toBe(303);
  expect(came.headers.get('location')).toBe('/ja/applications/a1/budget?line=2');
});

test('the session cookie is for the server alone and holds person and token', async () => {
  const { came } = await walk('/my');
  const cookie = cookieIn(came, 'session');
  expect(cookie).toMatch(
    /^session=ada\.token-of-a-session-that-is-open; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test('on https cookies are secure and bound to the host', async () => {
  const { came } = await walk('/my', webApp({ ports: { publicOrigin: 'https://shimai.test' } }));
  // The sign-in cookie has the prefix too, so the callback found nothing under its bare name.
  expect(came.status).toBe(400);
  const begun = await webApp({ ports: { publicOrigin: 'https://shimai.test' } }).get('/sign-in');
  expect(begun.headers.get('set-cookie')).toMatch(
    /^__Host-sign-in=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
});

test.each([
  ['https://evil.example/'],
  ['//evil.example/'],
  ['/\\evil.example/'],
  ['/\t/evil.example'],
  ['/.//evil.example'],
  ['/en/../..//evil.example'],
  ['javascript:alert(1)'],
  ['my'],
  ['/sign-in?next=/sign-in'],
  ['/en/sign-out'],
])('a destination that is not a page of ours is dropped: %s', async (next) => {
  const { came } = await walk(next);
  expect(came.headers.get('location')).toBe('/my');
});

test('without a destination everyone lands where their work is', async () => {
  const staff = aPerson('ada', { kind: 'staff', programId: 'leading-asia' });
  const reviewer = aPerson('ada', { kind: 'reviewer', roundId: 'r1' });
  const lead = aPerson('ada', { kind: 'lead', chapterId: 'jetaa-texoma' });
  const land = async (person: typeof staff) =>
    (await walk(undefined, webApp({ people: [person] }))).came.headers.get('location');
  expect(await land(staff)).toBe('/staff');
  expect(await land(reviewer)).toBe('/reviews');
  expect(await land(lead)).toBe('/chapters/jetaa-texoma');
});

test('who is signed in already goes straight on', async () => {
  const ada = aPerson('ada');
  const response = await webApp({ people: [ada] }).get('/en/sign-in?next=/my', { as: ada });
  expect(response.headers.get('location')).toBe('/en/my');
});

test('a callback in a browser that did not set out signs nobody in', async () => {
  const response = await webApp().get(`${callbackPath}?code=ada&state=state-1`);
  expect(response.status).toBe(400);
  expect(cookieIn(response, 'session')).toBe('');
});

test('what was remembered is used once', async () => {
  const { came } = await walk('/my');
  expect(cookieIn(came, 'sign-in')).toMatch(/Max-Age=0/);
});

test('an address that the provider has not verified is nobody', async () => {
  const { ports } = fakeSite();
  const finish = async () => ({ subject: 'ada', email: 'ada@example.org', emailVerified: false });
  const { came } = await walk('/my', webApp({ ports: { identity: { ...ports.identity, finish } } }));
  expect(came.status).toBe(403);
  expect(cookieIn(came, 'session')).toBe('');
});

test('a refusal by the provider or by accounts opens no session', async () => {
  const { ports } = fakeSite();
  const finish = async () => undefined;
  expect(
    (await walk('/my', webApp({ ports: { identity: { ...ports.identity, finish } } }))).came.status,
  ).toBe(400);
  const signIn = async () => fail({ kind: 'conflict' });
  const refused = await walk('/my', webApp({ ports: { signIn: { ...ports.signIn, signIn } } }));
  expect(refused.came.status).toBe(400);
  expect(cookieIn(refused.came, 'session')).toBe('');
});

test('signing out ends the session here and at the provider', async () => {
  const ada = aPerson('ada');
  const { post, ended } = webApp({ people: [ada], ports: { logoutUrl: 'https://identity.test/logout' } });
  const response = await post('/sign-out', {}, { as: ada });
  expect(ended).toEqual(['ada']);
  expect(response.headers.get('location')).toBe('https://identity.test/logout');
  expect(cookieIn(response, 'session')).toMatch(/^session=; Max-Age=0/);
  expect(response.headers.get('content-security-policy')).toMatch(
    /form-action 'self' https:\/\/identity\.test/,
  );
});
