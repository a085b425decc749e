import { expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/partnerships.ts';
import { partnershipsUseCases } from '../../../functions/container/partnerships-use-cases.ts';
import type { Person, Role } from '../../../shared/kernel/actor.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { aClaim, anOrganisation, fakePartnerships } from '../../support/partnerships-fakes.ts';

const person = (personId: string, ...roles: Role[]): Person => ({ kind: 'person', personId, roles });
const people = [
  person('ada', { kind: 'member', organisationId: 'org-austin', as: 'owner' }),
  person('sam', { kind: 'staff', programId: 'leading-asia' }),
];

type Ask = {
  query?: Record<string, string>;
  body?: unknown;
  as?: string;
  headers?: Record<string, string>;
};

const given = (standing: Parameters<typeof fakePartnerships>[0] = {}) => {
  const fake = fakePartnerships(standing);
  const handler = createHandler(
    {
      ...partnershipsUseCases({ partnerships: fake.partnerships, cursors: cursorsWith('seal') }),
      personOf: async (subject) => people.find(({ personId }) => personId === subject),
      originSecret: 'front-door',
    },
    () => {},
  );
  const call = async (method: string, path: string, { query, body, as, headers }: Ask = {}) => {
    const event = {
      version: '2.0',
      routeKey: `${method} ${path}`,
      rawPath: path,
      rawQueryString: '',
      headers: { 'x-shimai-origin': 'front-door', 'content-type': 'application/json', ...headers },
      ...(query && { queryStringParameters: query }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      isBase64Encoded: false,
      requestContext: {
        requestId: 'request-1',
        timeEpoch: Date.UTC(2027, 0, 4, 12),
        http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        ...(as && { authorizer: { jwt: { claims: { sub: as } } } }),
      },
    };
    // The gateway's event has more than the chain reads.
    const answer = await handler(event as never, { getRemainingTimeInMillis: () => 1000 } as never);
    return { status: answer.statusCode, json: JSON.parse(answer.body ?? '{}') };
  };
  return { call, fake };
};
const keyed = { 'idempotency-key': 'key-1' };

test('the directory answers everyone, filtered and counted', async () => {
  const { call } = given();
  const found = await call('GET', '/api/v1/partnerships', { query: { state: 'TX', text: '大分' } });
  expect(found).toMatchObject({ status: 200, json: { total: 1, items: [{ funded: [2011] }] } });
  expect(found.json).not.toHaveProperty('matches');
  const wrong = await call('GET', '/api/v1/partnerships', { query: { state: 'ZZ', page: '2' } });
  expect(wrong.json.errors).toEqual([
    { pointer: '/state', code: 'invalid_value' },
    { pointer: '/page', code: 'unknown-field' },
  ]);
});

test('a snapshot names no person and no organisation that is not verified', async () => {
  const { call } = given({ claims: [aClaim()] });
  const seen = await call('GET', '/api/v1/partnerships/austin-tx-oita');
  expect(seen).toMatchObject({ status: 200, json: { standing: 'claimed', runBy: [], kilometres: 11_253 } });
  expect(seen.json).not.toHaveProperty('own');
  expect((await call('GET', '/api/v1/partnerships/no-such')).status).toBe(404);
});

test('from a new organisation to a verified claim', async () => {
  const { call } = given({ claims: [aClaim()] });
  const body = { legalName: 'Committee', kind: 'city', ein: '123456789' };
  const founded = await call('POST', '/api/v1/organisations', { body, as: 'ada', headers: keyed });
  expect(founded).toMatchObject({ status: 201, json: { organisation: { ein: '12-3456789', version: 1 } } });

  const claim = await call('POST', '/api/v1/partnerships/tacoma-wa-kitakyushu/claims', {
    body: { organisationId: 'org-austin' },
    as: 'ada',
    headers: keyed,
  });
  expect(claim).toMatchObject({ status: 201, json: { claim: { status: 'claimed' } } });
  expect(claim.json.claim).not.toHaveProperty('claimedBy');

  const path = '/api/v1/partnerships/tacoma-wa-kitakyushu/claims/org-austin/settlement';
  const verify = { body: { outcome: 'verify' }, as: 'sam' };
  expect(await call('POST', path, { ...verify, headers: keyed })).toMatchObject({ status: 428 });
  expect(await call('POST', path, { ...verify, headers: { 'if-match': '1' } })).toMatchObject({
    status: 400,
  });
  const headers = { ...keyed, 'if-match': '"9"' };
  expect(await call('POST', path, { ...verify, headers })).toMatchObject({
    status: 412,
    json: { current: 1 },
  });
  const done = await call('POST', path, { ...verify, headers: { ...keyed, 'if-match': '"1"' } });
  expect(done).toMatchObject({ status: 200, json: { claim: { status: 'verified', version: 2 } } });
});

test('a listed pair that is proposed is refused with its id', async () => {
  const body = {
    organisationId: 'org-austin',
    usName: 'Austin',
    usState: 'TX',
    jpName: 'Oita',
    jpPrefecture: 'Oita',
  };
  const refused = await given().call('POST', '/api/v1/partnerships', { body, as: 'ada', headers: keyed });
  expect(refused).toMatchObject({
    status: 409,
    json: { type: '/problems/already-listed', partnershipId: 'austin-tx-oita' },
  });
});

test.each([
  ['GET', '/api/v1/claims', undefined, 401],
  ['GET', '/api/v1/claims', 'ada', 404],
  ['GET', '/api/v1/claims', 'sam', 200],
  ['GET', '/api/v1/organisations/org-other', 'ada', 404],
  ['GET', '/api/v1/organisations/org-austin', 'ada', 200],
  ['GET', '/api/v1/organisations', undefined, 401],
  ['POST', '/api/v1/partnerships/austin-tx-oita/listing', 'ada', 404],
  ['POST', '/api/v1/partnerships/austin-tx-oita/listing', 'sam', 409],
])('%s %s as %s answers %i', async (method, path, as, status) => {
  const { call } = given({ organisations: [anOrganisation(), anOrganisation({ id: 'org-other' })] });
  const answer = await call(method, path, { ...(as && { as }), headers: keyed });
  expect(answer.status).toBe(status);
});
