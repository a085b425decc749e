import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { type JwtAuthorizer, jwtAuthorizer } from '../../../../infra/local/gateway/jwt-authorizer.ts';

let authorize: JwtAuthorizer;
let sign: (claims: JWTPayload, expires?: string) => Promise<string>;
beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }] };
  authorize = jwtAuthorizer({ issuer: 'http://issuer', audience: ['site'] }, keys);
  sign = async (claims, expires = '1h') =>
    `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).setExpirationTime(expires).sign(privateKey)}`;
});

test('takes an audience, or a client id as Cognito’s access tokens have it', async () => {
  expect(await authorize(await sign({ iss: 'http://issuer', sub: 'p', aud: 'site' }))).toMatchObject({
    sub: 'p',
  });
  expect(await authorize(await sign({ iss: 'http://issuer', sub: 'p', client_id: 'site' }))).toMatchObject({
    sub: 'p',
  });
});

test('refuses another issuer, another audience, an expired token, and none', async () => {
  expect(await authorize(await sign({ iss: 'http://other', aud: 'site' }))).toBeUndefined();
  expect(
    await authorize(await sign({ iss: 'http://issuer', aud: 'other', client_id: 'site' })),
  ).toBeUndefined();
  expect(await authorize(await sign({ iss: 'http://issuer', aud: 'site' }, '-1m'))).toBeUndefined();
  expect(await authorize(undefined)).toBeUndefined();
  expect(await authorize('Basic abc')).toBeUndefined();
});

test('claims are texts, lists in brackets', async () => {
  const claims = await authorize(
    await sign({ iss: 'http://issuer', aud: 'site', groups: ['a', 'b'], email_verified: true }),
  );
  expect(claims).toMatchObject({ groups: '[a b]', email_verified: 'true' });
});
