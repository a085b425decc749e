import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { addressOf, type Named, type SiteRoute, siteRoutes } from '../../support/site-routes.ts';
import { type Seated, seatHere } from './seated.ts';

let seated: Seated;
beforeAll(async () => {
  seated = await seatHere();
});
afterAll(() => seated?.engine.stop());

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

const blind = (text: string) => text.replaceAll(/[0-9a-f-]{36}(-[0-9a-f]{12})?/g, '[id]');

const theirs = (): Named => ({ ...seated.named(randomUUID()), review: seated.committee.reviewOf.spare });
/** The same with ids that nothing bears. */
const nobodys = (): Named => ({
  ...theirs(),
  application: randomUUID(),
  review: `${randomUUID()}-0123456789ab`,
  organisation: randomUUID(),
});

/** Asks once for what is there and is not theirs, once for what is nowhere; says where the answers differ. */
const compare = async (as: Person, route: SiteRoute, action: string): Promise<string[]> => {
  const ask = async (named: Named) => {
    const form = route.method === 'POST' && { form: anyForm(action) };
    const sent = { as, at: new Date(), ...form };
    const { status, text, location } = await seated.ask(addressOf(route, named), sent);
    // Without what differs from one request to the next.
    return { status, text: blind(text), location: blind(location) };
  };
  const [real, none] = [await ask(theirs()), await ask(nobodys())];
  const alike = JSON.stringify(real) === JSON.stringify(none) && real.status !== 200;
  return alike ? [] : [`${route.method} ${route.path} ${action}: ${real.status} and ${none.status}`];
};

test.each([
  'stranger',
  'idle',
  'conflicted',
] as const)('what is not theirs looks to %s like what is not there, read or written to', async (who) => {
  const person = await seated.as(who);
  expect(routes.length).toBeGreaterThan(20);
  const asked = routes.flatMap((route) =>
    (route.method === 'POST' ? actions : ['']).map((action) => compare(person, route, action)),
  );
  expect((await Promise.all(asked)).flat()).toEqual([]);
});

const headOf = (id: string) => applicationStore(seated.engine).find(id);
const post = async (who: 'viewer' | 'editor', path: string, form: Record<string, string>) =>
  seated.ask(path, { as: await seated.as(who), at: new Date(), form: { ...anyForm(''), ...form } });

test.each(['viewer', 'editor'] as const)('%s does no act of an owner’s on any page', async (who) => {
  const open = await seated.committee.application('austin', 'sign');
  const before = await headOf(open);
  for (const [page, form] of [
    ['check', {}],
    ['withdraw', { sure: 'yes' }],
    ['reopen', {}],
    ['outcome', { action: 'accept' }],
    ['sign-off', { do: 'sign', name: 'Authorised Official', agreed: 'yes', textDigest: 'a'.repeat(64) }],
  ] as const) {
    const { status } = await post(who, `/applications/${open}/${page}`, form);
    expect([400, 404], `${page}: ${status}`).toContain(status);
  }
  expect(await headOf(open)).toEqual(before);
});

/** What staff may give to an application before it was sent. */
const moreTime = '/staff/applications/:id/extension';
test('a draft that was never sent is nothing that staff know of but for its time', async () => {
  const draft = await seated.committee.application('austin', 'sign');
  const staff = await seated.as('staff');
  const pages = routes.filter(({ path }) => path.startsWith('/staff/applications/:id') && path !== moreTime);
  expect(pages.length).toBeGreaterThan(3);
  for (const route of pages)
    for (const action of route.method === 'POST' ? ['propose', 'certify', 'return', 'show-details'] : ['']) {
      const path = addressOf(route, { ...theirs(), application: draft });
      const form = route.method === 'POST' && { form: anyForm(action) };
      const { status } = await seated.ask(path, { as: staff, at: new Date(), ...form });
      expect(status, `${route.method} ${route.path} ${action}`).toBe(404);
    }
});

test('of a draft that they may give more time to, staff read whose it is and no word of it', async () => {
  const draft = await seated.committee.application('austin', 'sign');
  const path = addressOf({ method: 'GET', path: moreTime }, { ...theirs(), application: draft });
  const { status, text } = await seated.ask(path, { as: await seated.as('staff'), at: new Date() });
  expect([status, text.includes('Sister Cities of Austin')]).toEqual([200, true]);
  for (const word of ['Bread and clay', 'Eight people', 'Adult One', 'official@city.example'])
    expect(text, word).not.toContain(word);
  const aside = await seated.ask(path, { as: await seated.as('recused'), at: new Date() });
  expect(aside.status).toBe(404);
});

test('a viewer writes nothing on any page', async () => {
  const open = await seated.committee.application('austin', 'start');
  for (const page of ['project', 'budget', 'files/new', 'files/remove', 'sign-off', 'confirmation'])
    expect((await post('viewer', `/applications/${open}/${page}`, {})).status, page).toBe(404);
});
