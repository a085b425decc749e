import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../../shared/kernel/actor.ts';
import { messageStore } from '../../../shared/messages/message.store.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { startEngine } from '../../support/engine.ts';
import { addressOf, siteRoutes } from '../../support/site-routes.ts';
import { hostileWorld } from './hostile-world.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let world: Awaited<ReturnType<typeof hostileWorld>>;
beforeAll(async () => {
  engine = await startEngine();
  world = await hostileWorld(engine);
});
afterAll(() => engine?.stop());

const raw = /<img src=x|<\/script>\{\{/;
const escaped = /&quot;&#39;&gt;&lt;img src=x onerror=alert\(1\)&gt;/;

const readAll = async (as: Person | undefined, prefix: '/en' | '/ja' = '/en') => {
  const named = {
    ...{ round: world.round.id, application: world.applicationId, review: world.reviewId },
    ...{ organisation: world.organisation.id, partnership: world.partnershipId, other: world.questionId },
  };
  const pages = siteRoutes().filter(
    ({ method, path }) => method === 'GET' && !/^\/(sign-in|auth)/.test(path),
  );
  const addresses = [
    ...pages.map((route) => addressOf(route, named)),
    ...[`/confirm/${world.confirm}`, `/sign-off/${world.sign}`, `/staff/questions/${world.questionId}`],
    ...[`/applications/${world.applicationId}/budget`, `/applications/${world.applicationId}/delegation`],
  ];
  const read = await Promise.all(
    addresses.map(async (address) => ({
      address,
      ...(await world.site.ask(prefix + address, { as, at: new Date() })),
    })),
  );
  // Receipts and calendars are files, and no browser takes them for a page.
  return read.filter(({ headers }) => headers.get('content-type')?.startsWith('text/html'));
};

test.each([
  'nobody',
  'owner',
  'reviewer',
  'staff',
] as const)('whatever words were typed stay words on every page that %s reads, and none of them fails', async (who) => {
  const as = who === 'nobody' ? undefined : world[who];
  const read = [...(await readAll(as)), ...(await readAll(as, '/ja'))];
  expect(read.filter(({ status }) => status >= 500).map(({ address }) => address)).toEqual([]);
  expect(read.filter(({ text }) => raw.test(text)).map(({ address }) => address)).toEqual([]);
  expect(read.filter(({ text }) => escaped.test(text)).length).toBeGreaterThan(who === 'nobody' ? 3 : 6);
});

test('no subject of a letter runs on into another line of its head', async () => {
  const { items } = await messageStore(engine).byStatus('queued');
  const compose = composeMail('https://shimai.example');
  expect(items.map(({ kind }) => kind).toSorted()).toEqual(['counterpart-request', 'sign-off-request']);
  for (const message of items) expect(compose(message).subject).not.toMatch(/[\r\n]/);
});
