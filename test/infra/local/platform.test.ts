import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { startPlatform, type TestPlatform } from '../../support/platform.ts';
import { writeAssembly } from './fixtures/assembly.ts';

const echoed = z.object({
  event: z.looseObject({
    headers: z.record(z.string(), z.string()),
    requestContext: z.looseObject({ authorizer: z.unknown().optional() }),
  }),
  env: z.record(z.string(), z.string()),
});

// A start takes a second on a machine that has nothing else to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let assembly: string;
let platform: TestPlatform;
beforeAll(async () => {
  assembly = await writeAssembly();
  platform = await startPlatform({ assembly, args: ['--empty'] });
});
afterAll(() => platform.discard());

test('it says what it does and ends with one line that it is ready', () => {
  const lines = platform.said().trim().split('\n');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.at(-1)).toBe(`Shimai is ready on ${platform.origin}`);
});

test('a function gets the template’s environment, resolved, and the engines’ addresses', async () => {
  const { env } = (await platform.api('GET', '/anything')).read(echoed);
  expect(env).toMatchObject({
    TABLE_NAME: 'fixture',
    PUBLIC_ORIGIN: platform.origin,
    OIDC_ISSUER: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    ORIGIN_SECRET: expect.stringMatching(/^[0-9a-f]{64}$/),
    AWS_ENDPOINT_URL_DYNAMODB: platform.database,
  });
  expect(env).not.toHaveProperty('SHIMAI_DATA');
});

test('every listener is on 127.0.0.1 alone', async () => {
  const { env } = (await platform.api('GET', '/')).read(echoed);
  const engines = Object.entries(env).filter(([name]) => name.startsWith('AWS_ENDPOINT_URL_'));
  expect(engines).toHaveLength(5);
  for (const address of [platform.origin, env.OIDC_ISSUER ?? '', ...engines.map(([, value]) => value)]) {
    const { port } = new URL(address);
    await expect(fetch(`http://127.0.0.1:${port}`)).resolves.toBeInstanceOf(Response);
    // The same machine by another of its addresses.
    await expect(fetch(`http://127.0.0.2:${port}`)).rejects.toThrow();
  }
});

test('the front door adds its secret, whatever a visitor claims', async () => {
  const { event, env } = (await platform.api('GET', '/x', { headers: { 'x-origin': 'forged' } })).read(
    echoed,
  );
  expect(event.headers['x-origin']).toBe(env.ORIGIN_SECRET);
});

test('a route behind the authorizer takes the local provider’s tokens and no others', async () => {
  expect((await platform.api('GET', '/api/things/1')).status).toBe(401);
  const [head, , signature] = (await platform.token('applicant-austin')).split('.');
  const [, claims] = (await platform.token('staff')).split('.');
  const forged = { authorization: `Bearer ${head}.${claims}.${signature}` };
  expect((await platform.api('GET', '/api/things/1', { headers: forged })).status).toBe(401);
  const answer = await platform.api('GET', '/api/things/1', { as: 'staff' });
  expect(answer.read(echoed).event).toMatchObject({
    pathParameters: { thing: '1' },
    requestContext: { authorizer: { jwt: { claims: { sub: 'demo-staff', email: 'staff@shimai.example' } } } },
  });
});

test('cookies a function sets arrive one by one', async () => {
  expect((await platform.fetch('/')).headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
});

test('a function that throws is a bare 500', async () => {
  const response = await platform.fetch('/throw');
  expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
});

test('a body over 10 MB is refused before any function sees it', async () => {
  const response = await platform.fetch('/', { method: 'POST', body: new Uint8Array(10 * 1024 * 1024 + 1) });
  expect(response.status).toBe(413);
});

test('static files come compressed from the deployment, a missing one and a way out are refused', async () => {
  const file = await platform.fetch('/assets/site.css', { headers: { 'accept-encoding': 'gzip' } });
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'max-age=60',
    'content-encoding': 'gzip',
  });
  expect((await platform.fetch('/assets/none.css')).status).toBe(403);
  expect((await platform.fetch('/assets/..%2f..%2fmanifest.json')).status).toBe(403);
  expect((await platform.fetch('/assets/site.css', { method: 'POST' })).status).toBe(403);
});

test('a written item goes through stream, filter and queue, and comes out as one letter', async () => {
  await platform.fetch('/letter?id=first&kind=letter');
  await platform.fetch('/letter?id=unwanted&kind=note');
  await platform.settled();
  expect((await platform.letters()).map(({ subject }) => subject)).toEqual(['first']);
});

test('killed at any moment, it starts again with all that was written and sends nothing twice', async () => {
  await platform.fetch('/letter?id=second&kind=letter');
  await platform.settled();
  const before = await platform.token('staff');
  // Written, and killed before the relay can have dealt with it.
  await platform.fetch('/letter?id=third&kind=letter');
  await platform.kill();
  const again = await startPlatform({ assembly, dataFolder: platform.dataFolder });
  await again.settled();
  const subjects = (await again.letters()).map(({ subject }) => subject);
  expect(subjects.filter((one) => one !== 'third')).toEqual(['first', 'second']);
  expect(subjects).toContain('third');
  // Its keys and the provider's address are the same.
  const headers = { authorization: `Bearer ${before}` };
  expect((await again.api('GET', '/api/things/1', { headers })).status).toBe(200);
  platform = again;
});

test('a stop ends every child', async () => {
  expect((await fetch(platform.database)).status).toBeGreaterThan(0);
  await platform.stop();
  for (const address of [platform.database, platform.mailStore, platform.origin])
    await expect(fetch(address)).rejects.toThrow();
});
