import { expect, test } from 'vitest';
import { partnershipsUseCases } from '../../../../functions/container/partnerships-use-cases.ts';
import { fail, ok } from '../../../../shared/kernel/result.ts';
import { cursorsWith } from '../../../../shared/table/cursor.ts';
import { aClaim, fakePartnerships } from '../../../support/partnerships-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const ada = aPerson('ada', { kind: 'member', organisationId: 'org-austin', as: 'owner' });
const eve = aPerson('eve', { kind: 'member', organisationId: 'org-other', as: 'owner' });
const sam = aPerson('sam', { kind: 'staff', programId: 'leading-asia' });
const pending = {
  id: 'invitation-1',
  version: 1,
  status: 'pending',
  tokenHash: 'hash',
  role: { kind: 'member', organisationId: 'org-austin', as: 'editor' },
  email: 'new@example.org',
  language: 'en',
  invitedBy: 'ada',
  createdAt: '2027-01-01T00:00:00.000Z',
  expiresAt: '2027-01-15T00:00:00.000Z',
} as const;
const member = {
  personId: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  role: 'owner',
  since: '2027-01-01T00:00:00.000Z',
};

const given = () => {
  const fake = fakePartnerships({ claims: [aClaim()] });
  const acts: unknown[] = [];
  const mine = (actor: Parameters<typeof useCases.viewOrganisation>[0]) =>
    actor.kind === 'person' && actor.personId === 'ada';
  const useCases = partnershipsUseCases({ partnerships: fake.partnerships, cursors: cursorsWith('seal') });
  const organisations: NonNullable<Parameters<typeof webApp>[0]>['useCases'] = {
    organisations: {
      ...useCases,
      listMembers: async (actor) => (mine(actor) ? ok({ items: [member] }) : fail({ kind: 'not-found' })),
      listOrganisationInvitations: async (actor) =>
        mine(actor) ? ok({ items: [pending] }) : fail({ kind: 'not-found' }),
      inviteMember: async (_, input) => ok(acts.push(input)),
      revokeInvitation: async (_, input) => ok(acts.push(input)),
      revokeMember: async () => fail({ kind: 'role-kept', why: 'last-owner' }),
    },
  };
  return { ...webApp({ people: [ada, eve, sam], useCases: organisations }), fake, acts };
};

test('registering leads to the organisation, or back to the claim it was wanted for', async () => {
  const { post, fake } = given();
  const form = { legalName: 'Sister Cities', kind: 'city', ein: '' };
  const done = await post('/en/organisations/new', form, { as: eve });
  expect(done.headers.get('location')).toMatch(/^\/en\/organisations\/[0-9a-f-]{36}$/);
  const claim = await post('/en/organisations/new?claim=tacoma-wa-kitakyushu', form, { as: eve });
  expect(claim.headers.get('location')).toBe('/en/partnerships/tacoma-wa-kitakyushu/claim');
  const added = await post('/en/organisations/new?claim=new', form, { as: eve });
  expect(added.headers.get('location')).toBe('/en/partnerships/new');
  const elsewhere = await post('/en/organisations/new?claim=//evil.test', form, { as: eve });
  expect(elsewhere.headers.get('location')).toMatch(/^\/en\/organisations\//);
  expect(fake.organisations.size).toBe(5);
});

test('a wrong EIN comes back with 400, its words and what to write', async () => {
  const done = await given().post(
    '/en/organisations/new',
    { legalName: 'Ours', kind: 'city', ein: '12' },
    { as: eve },
  );
  expect(done.status).toBe(400);
  const html = await done.text();
  expect(html).toContain('Enter the EIN as nine digits');
  expect(html).toContain('value="Ours"');
  expect(html).toMatch(/value="12"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*value="12"/);
});

test('the page shows members their people and claims, staff the claims alone, strangers nothing', async () => {
  const { get } = given();
  const own = await (await get('/en/organisations/org-austin', { as: ada })).text();
  expect(own).toContain('ada@example.org');
  expect(own).toContain('new@example.org');
  expect(own).toContain('href="/en/partnerships/austin-tx-oita"');
  const staff = await (await get('/en/organisations/org-austin', { as: sam })).text();
  expect(staff).toContain('href="/en/partnerships/austin-tx-oita"');
  expect(staff).not.toContain('ada@example.org');
  expect((await get('/en/organisations/org-austin', { as: eve })).status).toBe(404);
  expect((await get('/en/organisations/org-austin')).headers.get('location')).toContain('/sign-in');
});

test('an owner invites by mail, takes an invitation back, and stays where they are the last', async () => {
  const { post, acts } = given();
  const path = '/en/organisations/org-austin';
  const invite = { act: 'invite', email: 'New@Example.org', language: 'ja', as: 'editor' };
  expect((await post(path, invite, { as: ada })).status).toBe(303);
  expect(
    (await post(path, { act: 'revoke-invitation', invitationId: 'invitation-1' }, { as: ada })).status,
  ).toBe(303);
  expect(acts).toEqual([
    { organisationId: 'org-austin', email: 'new@example.org', language: 'ja', as: 'editor' },
    { invitationId: 'invitation-1' },
  ]);
  const last = await post(path, { act: 'remove-member', personId: 'ada' }, { as: ada });
  expect(last.status).toBe(409);
  expect(await last.text()).toContain('class="errors"');
});

test('an address that is none comes back with 400 and the field marked', async () => {
  const { post, acts } = given();
  const form = { act: 'invite', email: 'nobody', language: 'en', as: 'editor' };
  const done = await post('/en/organisations/org-austin', form, { as: ada });
  expect(done.status).toBe(400);
  expect(await done.text()).toMatch(/href="#email">E-mail address: enter an e-mail address, such as/);
  expect(acts).toEqual([]);
});
