import { expect, test } from 'vitest';
import { type Actor, publicActor } from '../../../shared/kernel/actor.ts';
import { createOrganisation } from '../../../shared/partnerships/create-organisation.ts';
import { listMyOrganisations } from '../../../shared/partnerships/list-my-organisations.ts';
import { organisationTermsSchema } from '../../../shared/partnerships/organisation.ts';
import { viewOrganisation } from '../../../shared/partnerships/view-organisation.ts';
import { aCall, aClaim, anOrganisation, fakePartnerships } from '../../support/partnerships-fakes.ts';

const ada: Actor = {
  kind: 'person',
  personId: 'ada',
  roles: [{ kind: 'member', organisationId: 'org-austin', as: 'editor' }],
};
const terms = organisationTermsSchema.parse({
  legalName: ' Austin  Sister Cities ',
  kind: 'sister-city-organisation',
});
const notFound = { ok: false, failure: { kind: 'not-found' } };

test('who founds an organisation owns it, and a retry finds the first one', async () => {
  const fake = fakePartnerships({ organisations: [] });
  const create = createOrganisation(fake);
  const first = await create(ada, terms, aCall());
  expect(first).toMatchObject({ value: { organisation: { legalName: 'Austin Sister Cities', version: 1 } } });
  expect(await create(ada, { ...terms, legalName: 'Other words' }, aCall())).toEqual(first);
  expect([...fake.owners.values()]).toEqual(['ada']);
  expect(fake.events).toEqual(['organisation-created', 'member-joined']);
  await create(ada, terms, aCall({ idempotencyKey: 'key-2' }));
  expect(fake.organisations.size).toBe(2);
});

test('the public founds nothing', async () => {
  const fake = fakePartnerships({ organisations: [] });
  expect(await createOrganisation(fake)(publicActor, terms, aCall())).toEqual(notFound);
  expect(fake.organisations.size).toBe(0);
});

test.each([
  ['12-3456789', '12-3456789'],
  ['123456789', '12-3456789'],
  ['１２－３４５６７８９', '12-3456789'],
])('an EIN typed %s is kept as %s', (typed, kept) => {
  expect(organisationTermsSchema.parse({ ...terms, ein: typed }).ein).toBe(kept);
});

test.each(['12-345678', '1234567890', 'AB-3456789', ''])('%j is no EIN', (ein) => {
  expect(organisationTermsSchema.safeParse({ ...terms, ein }).success).toBe(false);
});

test('an organisation is seen by its members and by staff, with its claims and their pairs', async () => {
  const view = viewOrganisation(fakePartnerships({ claims: [aClaim()] }));
  const input = { organisationId: 'org-austin' };
  const staff: Actor = {
    kind: 'person',
    personId: 'sam',
    roles: [{ kind: 'staff', programId: 'leading-asia' }],
  };
  const stranger: Actor = {
    kind: 'person',
    personId: 'eve',
    roles: [{ kind: 'member', organisationId: 'x', as: 'owner' }],
  };
  const seen = {
    organisation: anOrganisation(),
    claims: [{ claim: aClaim(), partnership: { id: 'austin-tx-oita' } }],
  };
  expect(await view(ada, input, aCall())).toMatchObject({ ok: true, value: seen });
  expect(await view(staff, input, aCall())).toMatchObject({ ok: true, value: seen });
  expect(await view(stranger, input, aCall())).toEqual(notFound);
  expect(await view(publicActor, input, aCall())).toEqual(notFound);
});

test('a person’s own organisations come with how they belong and what is claimed', async () => {
  const list = listMyOrganisations(fakePartnerships({ claims: [aClaim()] }));
  expect(await list(ada, {}, aCall())).toMatchObject({
    value: { items: [{ as: 'editor', claims: [{ partnership: { id: 'austin-tx-oita' } }] }] },
  });
  expect(await list({ kind: 'person', personId: 'eve', roles: [] }, {}, aCall())).toEqual({
    ok: true,
    value: { items: [] },
  });
  expect(await list(publicActor, {}, aCall())).toEqual(notFound);
});
