import { expect, test } from 'vitest';
import { pageFolders, pageFunctions } from '../../infra/functions.ts';
import { routesOfFunction, siteRoutes } from '../support/site-routes.ts';
import { aPerson, origin, webApp } from '../support/web-app.ts';

test('every page forbids inline script and style, framing and guessing of types, and says nothing to other sites', async () => {
  const { headers } = await webApp({ ports: { filesOrigin: 'https://files.test' } }).get('/en/privacy');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).toMatch(/style-src 'self';/);
  expect(policy).toMatch(/form-action 'self' https:\/\/files\.test;/);
  expect(policy).not.toMatch(/unsafe/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('x-frame-options')).toBe('DENY');
});

test('no page of the foundation holds an inline style or script', async () => {
  const { get } = webApp();
  for (const path of ['/en/components', '/ja/privacy', '/en/accessibility', '/en/nowhere']) {
    const html = await (await get(path)).text();
    expect(html, path).not.toMatch(/<style|style="|<script(?![^>]* src=)| on[a-z]+="/);
  }
});

test('a call that went round the front door is refused before anything is read', async () => {
  const { get } = webApp({ ports: { cameByFrontDoor: (header) => header('x-door') === 'secret' } });
  expect((await get('/privacy')).status).toBe(403);
  expect((await get('/privacy', { headers: { 'x-door': 'secret' } })).status).toBe(200);
});

test('each page is in the function that the gateway asks for it: the one of its most specific folder', () => {
  const folders = Object.entries(pageFolders).flatMap(([name, paths]) =>
    paths.map((folder) => ({ name, folder })),
  );
  const askedFor = ({ path }: { path: string }) =>
    folders
      .filter(({ folder }) => path === folder || path.startsWith(`${folder}/`))
      .sort((a, b) => b.folder.length - a.folder.length)[0]?.name ?? 'web';
  // Object.keys() widens to string; these are the keys of the constant.
  const names = Object.keys(pageFunctions) as (keyof typeof pageFunctions)[];
  const misplaced = names.flatMap((name) =>
    routesOfFunction(name)
      .filter(({ path }) => path !== '/*' && askedFor({ path }) !== name)
      .map(({ path }) => `${path} stands in ${name}`),
  );
  expect(misplaced).toEqual([]);
  for (const name of names) expect(routesOfFunction(name).length, name).toBeGreaterThan(1);
  expect(siteRoutes().length).toBeGreaterThan(100);
});

test('an unknown address is a page that says so, in the language of the address', async () => {
  const response = await webApp().get('/ja/nowhere');
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('お探しのページは見つかりません');
});

test('a defect shows its number and nothing of itself, and is logged whole', async () => {
  const { app, logged } = webApp();
  app.get('/broken', () => {
    throw new Error('table shimai, person#ada');
  });
  const event = { requestContext: { requestId: 'request-7', timeEpoch: 0 } };
  const response = await app.request(`${origin}/ja/broken`, {}, { event });
  expect(response.status).toBe(500);
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(response.headers.get('cache-control')).toBe('no-store');
  const html = await response.text();
  expect(html).toContain('request-7');
  expect(html).toContain('システムで問題が発生しました');
  expect(html).not.toMatch(/shimai, person|at .*\.ts/);
  expect(logged).toContainEqual(expect.objectContaining({ level: 'error', requestId: 'request-7' }));
});

test('a session that cannot be read for a defect still gives the page of a defect', async () => {
  const personOfSession = async () => {
    throw new Error('throttled');
  };
  const ada = aPerson('ada');
  const response = await webApp({ ports: { personOfSession } }).get('/en/privacy', { as: ada });
  expect(response.status).toBe(500);
  expect(await response.text()).toContain('<html lang="en">');
});

test('the gateway’s instant and number become the call’s', async () => {
  const { app } = webApp();
  let call: unknown;
  app.get('/call', (c) => {
    call = c.get('view').call;
    return c.text('');
  });
  const event = { requestContext: { requestId: 'request-7', timeEpoch: 1_800_000_000_000 } };
  await app.request(`${origin}/call`, {}, { event });
  expect(call).toEqual({ receivedAt: new Date(1_800_000_000_000), idempotencyKey: 'request-7' });
});

test('a form’s own key becomes the call’s, and one that is no id does not', async () => {
  const { app, post } = webApp();
  const keys: string[] = [];
  app.post('/key', (c) => {
    keys.push(c.get('view').call.idempotencyKey);
    return c.text('');
  });
  await post('/key', { _key: 'a-key-of-the-form' });
  await post('/key', { _key: 'no key#at all' });
  expect(keys[0]).toBe('a-key-of-the-form');
  expect(keys[1]).toMatch(/^[0-9a-f-]{36}$/);
});

test('the log names routes and never addresses, which may hold tokens', async () => {
  const { app, get, logged } = webApp();
  app.get('/confirm/:token', (c) => c.text(''));
  await get('/en/confirm/secret-of-kanazawa');
  expect(JSON.stringify(logged)).toContain('/confirm/:token');
  expect(JSON.stringify(logged)).not.toContain('secret-of-kanazawa');
});
