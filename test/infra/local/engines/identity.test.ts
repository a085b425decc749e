import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { decodeJwt } from 'jose';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPeople } from '../../../../infra/local/demo/people.ts';
import { startIdentity } from '../../../../infra/local/engines/identity/identity.ts';
import { forgetAccount } from '../../../../infra/local/engines/identity/identity-store.ts';
import { localPeople } from '../../../../infra/local/engines/identity/people.ts';
import { identityProvider } from '../../../../infra/local/engines/identity/provider.ts';
import {
  publicKey,
  type SigningKey,
  signingKey,
} from '../../../../infra/local/engines/identity/signing-key.ts';
import type { Listener } from '../../../../infra/local/engines/listener.ts';
import { freePort } from '../../../../infra/local/free-port.ts';
import { jwtAuthorizer } from '../../../../infra/local/gateway/jwt-authorizer.ts';
import { notesIn, openPlatformStore } from '../../../../infra/local/platform-store.ts';
import { userPool } from '../../../../shared/accounts/user-pool.identity.ts';
import { type Visitor, visitor } from '../../../support/visitor.ts';

// Nobody listens there: the flow ends with the address the browser is sent to.
const callback = 'http://127.0.0.1:9/auth/callback';
const signedOut = 'http://127.0.0.1:9/';

let issuer: string;
let listener: Listener;
let key: SigningKey;
let store: DatabaseSync;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'identity-'));
  issuer = `http://127.0.0.1:${await freePort()}`;
  key = await signingKey(join(folder, 'key.json'));
  store = openPlatformStore(join(folder, 'platform.sqlite'));
  const clients = [{ id: 'site', callbacks: [callback], signedOut: [signedOut] }];
  const people = localPeople(demoPeople, notesIn(store));
  const provider = identityProvider({ issuer, clients, people, key, cookieKey: 'k', store });
  listener = await startIdentity({
    provider,
    issuer,
    clients,
    people,
    listed: demoPeople,
    forget: forgetAccount(store),
  });
});
afterAll(async () => {
  await listener.close();
  store.close();
});

/** Begins the code flow as the site does. */
const begin = async () => {
  const config = await oidc.discovery(new URL(issuer), 'site', undefined, oidc.None(), {
    execute: [oidc.allowInsecureRequests],
  });
  const verifier = oidc.randomPKCECodeVerifier();
  const nonce = oidc.randomNonce();
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid email',
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const finish = (url: string) =>
    oidc.authorizationCodeGrant(config, new URL(url), {
      pkceCodeVerifier: verifier,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
  return { address: address.href, finish };
};
/** The address the browser was sent back to: nobody answers there, so the visitor's last step fails with it. */
const sentBackTo = async (step: Promise<unknown>): Promise<string> => {
  const error: unknown = await step.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const url = error instanceof Error && 'url' in error ? String(error.url) : '';
  expect(url).toContain(callback);
  return url;
};
const signInPageOf = async (someone: Visitor) => {
  const { address, finish } = await begin();
  return { page: await someone.get(address), finish };
};

test('one click signs a demo person in, with tokens that our authorizer takes', async () => {
  const someone = visitor(issuer);
  const { page, finish } = await signInPageOf(someone);
  expect(page.text).toContain('Applicant, Austin');
  const tokens = await finish(await sentBackTo(someone.post(page.url, { email: 'staff@shimai.example' })));
  expect(tokens.claims()).toMatchObject({
    sub: 'demo-staff',
    email: 'staff@shimai.example',
    email_verified: true,
  });
  expect(decodeJwt(tokens.access_token)).toMatchObject({
    sub: 'demo-staff',
    client_id: 'site',
    token_use: 'access',
  });
  const authorize = jwtAuthorizer({ issuer, audience: ['site'] }, { keys: [publicKey(key)] });
  expect(await authorize(`Bearer ${tokens.access_token}`)).toMatchObject({ sub: 'demo-staff' });
});

test('whoever is signed in is not asked again, until they sign out', async () => {
  const someone = visitor(issuer);
  const first = await signInPageOf(someone);
  await sentBackTo(someone.post(first.page.url, { email: 'anyone@else.example' }));
  const again = await begin();
  await sentBackTo(someone.get(again.address));
  const leaving = new URLSearchParams({ client_id: 'site', logout_uri: signedOut });
  await expect(someone.get(`/logout?${leaving}`)).rejects.toThrow();
  expect((await signInPageOf(someone)).page.text).toContain('Sign in on this machine');
});

test('an address is the same person in any case, and one that is none is asked for again', async () => {
  const subjects = new Set<string | undefined>();
  for (const email of ['Someone@New.example', 'someone@new.example ']) {
    const someone = visitor(issuer);
    const { page, finish } = await signInPageOf(someone);
    const refused = await someone.post(page.url, { email: 'no address' });
    expect([refused.status, refused.text.includes('value="no address"')]).toEqual([400, true]);
    subjects.add((await finish(await sentBackTo(someone.post(page.url, { email })))).claims()?.sub);
  }
  expect(subjects.size).toBe(1);
});

test('the page speaks Japanese to whom the site says it does', async () => {
  const { address } = await begin();
  expect((await visitor(issuer).get(`${address}&ui_locales=ja`)).text).toContain('lang="ja"');
});

test('no code without PKCE, to another address, or for another client', async () => {
  const { address } = await begin();
  const without = (change: (query: URLSearchParams) => void) => {
    const url = new URL(address);
    change(url.searchParams);
    return visitor(issuer).get(url.href);
  };
  expect((await without((query) => query.set('redirect_uri', 'http://127.0.0.1:9/evil'))).status).toBe(400);
  expect((await without((query) => query.set('client_id', 'other'))).status).toBe(400);
  const noPkce = await sentBackTo(without((query) => query.delete('code_challenge')));
  expect(new URL(noPkce).searchParams.get('error')).toBe('invalid_request');
});

test('signing out leads nowhere but home', async () => {
  const leaving = new URLSearchParams({ client_id: 'site', logout_uri: 'http://127.0.0.1:9/evil' });
  expect((await visitor(issuer).get(`/logout?${leaving}`)).status).toBe(400);
});

test('deletes a subject as the user pool’s own API does: its sign-ins end, and it is known no more', async () => {
  const email = 'leaving@else.example';
  const someone = visitor(issuer);
  const { page, finish } = await signInPageOf(someone);
  const tokens = await finish(await sentBackTo(someone.post(page.url, { email })));
  const keys = { accessKeyId: 'local', secretAccessKey: 'local' };
  const forget = userPool({
    ...{ endpoint: issuer, poolId: 'us-east-1_Users', region: 'us-east-1', keys },
    clock: () => new Date(),
  });
  const subject = tokens.claims()?.sub ?? '';
  await forget(subject);
  // Asked to sign in anew, where before one was not.
  expect((await signInPageOf(someone)).page.text).toContain('Sign in on this machine');
  expect(JSON.stringify(store.prepare('SELECT * FROM notes').all())).not.toContain(email);
  expect(JSON.stringify(store.prepare('SELECT * FROM identity').all())).not.toContain(subject);
  // As a second try of the same erasure finds it.
  expect(await forget(subject)).toBeUndefined();
});
