import { afterAll, beforeAll, expect, test } from 'vitest';
import { openidIdentity } from '../../../web/session/openid-identity.ts';
import { startIssuer } from '../../support/fake-issuer.ts';

const redirect = 'http://shimai.test/auth/callback';
let issuer: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.stop());

const given = () => {
  const logged: unknown[] = [];
  const { state, clientId } = issuer;
  const identity = openidIdentity({ issuer: state.issuer, clientId, log: (entry) => logged.push(entry) });
  return { identity, logged };
};

/** Sets out, lets the provider vouch for `claims`, and comes back with `answer`. */
const walk = async (claims: object, answer: Record<string, string> = {}) => {
  const { identity, logged } = given();
  const { address, underWay } = await identity.begin(redirect, 'ja');
  issuer.state.challenge = address.searchParams.get('code_challenge') ?? '';
  issuer.state.claims = { sub: 'sub-1', email: 'ada@example.org', nonce: underWay.nonce, ...claims };
  const callback = new URL(redirect);
  callback.search = String(new URLSearchParams({ code: 'code-1', state: underWay.state, ...answer }));
  return { address, logged, who: await identity.finish(callback, underWay) };
};

test('asks for a code with PKCE, in the reader’s language', async () => {
  const { address } = await walk({});
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    client_id: issuer.clientId,
    redirect_uri: redirect,
    response_type: 'code',
    scope: 'openid email',
    code_challenge_method: 'S256',
    ui_locales: 'ja',
  });
});

test('takes the provider’s word for subject and address, and for their verification only when it gives it', async () => {
  const verified = await walk({ email_verified: true });
  expect(verified.who).toEqual({ subject: 'sub-1', email: 'ada@example.org', emailVerified: true });
  expect((await walk({})).who?.emailVerified).toBe(false);
  expect((await walk({ email_verified: 'true' })).who?.emailVerified).toBe(false);
});

test.each([
  ['a state that was not asked', {}, { state: 'another' }],
  ['a nonce that was not asked', { nonce: 'another' }, {}],
  ['a token for another client', { aud: 'another' }, {}],
  ['a token of another issuer', { iss: 'https://another.test' }, {}],
  ['a refusal by the provider', {}, { error: 'access_denied' }],
  ['no address', { email: undefined }, {}],
])('is nobody: %s', async (_what, claims, answer) => {
  expect((await walk(claims, answer)).who).toBeUndefined();
});

test('is nobody with a verifier that is not the one asked with, and the log holds no code', async () => {
  const { identity, logged } = given();
  const { underWay } = await identity.begin(redirect, 'en');
  issuer.state.challenge = 'another';
  const callback = new URL(`${redirect}?code=secret-code&state=${underWay.state}`);
  expect(await identity.finish(callback, underWay)).toBeUndefined();
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toContain('secret-code');
});

test('plain http is spoken on loopback only', async () => {
  const identity = openidIdentity({ issuer: 'http://identity.example', clientId: 'x', log: () => undefined });
  await expect(identity.begin(redirect, 'en')).rejects.toThrow();
});
