import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessToken } from '../../../infra/local/access-token.ts';
import { signingKey } from '../../../infra/local/engines/identity/signing-key.ts';
import { readRunning } from '../../../infra/local/running.ts';
import { endpointOf, operationIds, requestFor } from '../../support/api-client.ts';
import type { Someone } from '../../support/seeded/people.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';

let site: SeededPlatform;
let someone: Someone;
beforeAll(async () => {
  site = await startSeededPlatform();
  someone = await site.people.join('someone');
});
afterAll(() => site?.platform.discard());

const person = { sub: 'subject-of-someone', email: 'someone@people.example' };
const claims = () => {
  const { issuer, clientId } = readRunning(site.platform.dataFolder);
  return { issuer, clientId };
};
const ownKey = () => signingKey(join(site.platform.dataFolder, 'identity-key.json'));
const ask = async (token: string) => (await site.api.call('viewAccount', {}, token)).status;

test('a token of the identity provider opens the API to whoever it names', async () => {
  const { status, json } = await site.api.call('viewAccount', {}, someone.token);
  expect({ status, email: json.email }).toEqual({ status: 200, email: person.email });
});

test('a token signed with another key is refused with 401, whatever key id it claims', async () => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const { kid, alg } = await ownKey();
  const forged = { ...(await exportJWK(privateKey)), kid, alg };
  expect(await ask(await accessToken({ person, key: forged, ...claims() }))).toBe(401);
});

test('a token of another issuer or for another client is refused with 401', async () => {
  const key = await ownKey();
  const given = { person, key, ...claims() };
  expect(await ask(await accessToken({ ...given, issuer: 'https://identity.example' }))).toBe(401);
  expect(await ask(await accessToken({ ...given, clientId: 'another' }))).toBe(401);
});

test('a token that has expired, or is not signed at all, is refused with 401', async () => {
  const key = await ownKey();
  const { issuer, clientId } = claims();
  const expired = await new SignJWT({ client_id: clientId })
    .setProtectedHeader({ alg: key.alg, kid: key.kid })
    .setIssuer(issuer)
    .setAudience(clientId)
    .setSubject(person.sub)
    .setExpirationTime(Math.floor(Date.now() / 1000) - 1)
    .sign(await importJWK(key, key.alg));
  expect(await ask(expired)).toBe(401);
  const [, body] = someone.token.split('.');
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
  expect(await ask(unsigned)).toBe(401);
});

test('a good token of someone who has no account is refused with 401 wherever a person is needed', async () => {
  const key = await ownKey();
  const stranger = { sub: 'subject-of-nobody', email: 'nobody@people.example' };
  const token = await accessToken({ person: stranger, key, ...claims() });
  const statuses: Record<string, number> = {};
  const guarded = operationIds.filter((operation) => endpointOf(operation).access !== 'public');
  for (const operation of guarded) {
    const names = endpointOf(operation).path.match(/(?<=\{)\w+/g) ?? [];
    const params = Object.fromEntries(names.map((name) => [name, 'any']));
    statuses[operation] = (await site.api.send(requestFor(operation, { params }, token))).status;
  }
  expect(statuses).toEqual(Object.fromEntries(guarded.map((operation) => [operation, 401])));
});
