import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { addressOf, type Named, type SiteRoute, siteRoutes } from '../../support/site-routes.ts';
import type { Visitor } from '../../support/visitor.ts';
import { type Committee, seatCommittee } from './committee.ts';

let site: SeededPlatform;
let committee: Committee;
beforeAll(async () => {
  site = await startSeededPlatform();
  committee = await seatCommittee(site);
});
afterAll(() => site?.platform.discard());

/** The pages about one application, review or organisation; those of rounds and partnerships are public or staff's. */
const routes = siteRoutes().filter(({ path }) =>
  /^\/(staff\/)?(applications|reviews|organisations)\/:id/.test(path),
);

/** Something for every field that a form of ours reads, so that a refusal is for lack of right and no other reason. */
const anyForm = (action: string) => ({
  ...{ _key: randomUUID(), version: '1', do: action, action, act: action, sure: 'yes', declaration: 'none' },
  ...{
    reason: 'Because',
    decision: 'award',
    amountCents: '100',
    until: '2999-01-01T00:00',
    name: 'Somebody',
  },
  ...{
    agreed: 'yes',
    textDigest: 'a'.repeat(64),
    purpose: 'A letter',
    type: 'application/pdf',
    attachment: 'x',
  },
  ...{ email: 'a@people.example', language: 'en', as: 'viewer', title: 'A title', 'scores.outcomes': '3' },
});
const actions = [
  '',
  'sign',
  'accept',
  'submit',
  'certify',
  'return',
  'declare-conflict',
  'invite',
  'remove-member',
];

/** What an answer says, without what differs from one request to the next. */
const sameWords = ({ status, text, url }: { status: number; text: string; url: string }) => ({
  status,
  page: new URL(url).pathname.replaceAll(/[0-9a-f-]{36}(-[0-9a-f]{12})?/g, '[id]'),
  text: text.replaceAll(/[0-9a-f-]{36}(-[0-9a-f]{12})?/g, '[id]'),
});

const theirs = (): Named => ({
  round: committee.round.id,
  application: committee.applicationId,
  review: committee.reviewOf.spare,
  organisation: committee.sides.austin.id,
  partnership: committee.sides.austin.partnershipId,
  other: randomUUID(),
});
/** The same with ids that nothing bears. */
const nobodys = (): Named => ({
  ...theirs(),
  application: randomUUID(),
  review: `${randomUUID()}-0123456789ab`,
  organisation: randomUUID(),
});

/** Asks once for what is there and is not theirs, once for what is nowhere; says where the answers differ. */
const compare = async (visitor: Visitor, route: SiteRoute, action: string): Promise<string[]> => {
  const ask = (named: Named) => {
    const address = addressOf(route, named);
    return route.method === 'GET' ? visitor.get(address) : visitor.post(address, anyForm(action));
  };
  const [real, none] = [sameWords(await ask(theirs())), sameWords(await ask(nobodys()))];
  const alike = JSON.stringify(real) === JSON.stringify(none) && real.status !== 200;
  return alike ? [] : [`${route.method} ${route.path} ${action}: ${real.status} and ${none.status}`];
};

test.each([
  'stranger',
  'idle',
  'conflicted',
] as const)('what is not theirs looks to %s like what is not there, read or written to', async (who) => {
  const visitor = await site.platform.signIn(committee.people[who].email);
  expect(routes.length).toBeGreaterThan(20);
  const asked = routes.flatMap((route) =>
    (route.method === 'POST' ? actions : ['']).map((action) => compare(visitor, route, action)),
  );
  expect((await Promise.all(asked)).flat()).toEqual([]);
});

const headOf = (id: string) => applicationStore(site.table).find(id);

test.each(['viewer', 'editor'] as const)('%s does no act of an owner’s on any page', async (who) => {
  const visitor = await site.platform.signIn(committee.people[who].email);
  const open = await committee.application('austin', 'sign');
  const before = await headOf(open);
  for (const [page, form] of [
    ['check', {}],
    ['withdraw', { sure: 'yes' }],
    ['reopen', {}],
    ['outcome', { action: 'accept' }],
    ['sign-off', { do: 'sign', name: 'Authorised Official', agreed: 'yes', textDigest: 'a'.repeat(64) }],
  ] as const) {
    const { status } = await visitor.post(`/applications/${open}/${page}`, { ...anyForm(''), ...form });
    expect([400, 404], `${page}: ${status}`).toContain(status);
  }
  expect(await headOf(open)).toEqual(before);
});

test('a viewer writes nothing on any page', async () => {
  const visitor = await site.platform.signIn(committee.people.viewer.email);
  const open = await committee.application('austin', 'start');
  for (const page of ['project', 'budget', 'files/new', 'files/remove', 'sign-off', 'confirmation'])
    expect((await visitor.post(`/applications/${open}/${page}`, anyForm(''))).status, page).toBe(404);
});
