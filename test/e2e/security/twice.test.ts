import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listedPartnerships } from '../../../shared/reference/partnerships.ts';
import { differences, tableState } from '../api/fuzz/table-state.ts';
import { type Seated, seatHere } from './seated.ts';

let seated: Seated;
/** A complete draft of Austin's, and one that is signed. */
let open: string;
let signed: string;
beforeAll(async () => {
  seated = await seatHere();
  open = await seated.committee.application('austin', 'complete');
  signed = await seated.committee.application('austin', 'sign');
});
afterAll(() => seated?.engine.stop());

type Form = { path: string; as?: 'owner' | 'staff'; fields: Record<string, string> };
const unclaimed = () => listedPartnerships.at(-1)?.id ?? '';
const austin = () => seated.committee.sides.austin;
const invite = { act: 'invite', email: 'new@people.example', language: 'en' };

/** Every form that makes something new or sends a letter. */
const forms: Readonly<Record<string, () => Form>> = {
  'a question': () => ({
    path: '/ask',
    fields: { name: 'A', email: 'a@people.example', language: 'en', text: 'When?' },
  }),
  'an organisation': () => ({
    path: '/organisations/new',
    as: 'owner',
    fields: { legalName: 'Sister Cities', kind: 'sister-city-organisation' },
  }),
  'a member’s invitation': () => ({
    path: `/organisations/${austin().id}`,
    as: 'owner',
    fields: { ...invite, as: 'viewer' },
  }),
  'a reviewer’s invitation': () => ({
    path: `/staff/people?round=${seated.committee.round.id}`,
    as: 'staff',
    fields: invite,
  }),
  'a claim': () => ({
    path: `/partnerships/${unclaimed()}/claim`,
    as: 'owner',
    fields: { organisationId: austin().id },
  }),
  'an application': () => ({
    path: '/applications/new',
    as: 'owner',
    fields: {
      roundId: seated.committee.openRound.id,
      for: `${austin().id} ${austin().partnershipId}`,
      title: 'Once',
    },
  }),
  'a request to sign': () => ({ path: `/applications/${open}/sign-off`, as: 'owner', fields: { do: 'ask' } }),
  'a request to an office': () => ({
    path: `/applications/${open}/confirmation`,
    as: 'owner',
    fields: {},
  }),
  'a place for a file': () => ({
    path: `/applications/${open}/files/new`,
    as: 'owner',
    fields: { purpose: 'A letter', type: 'application/pdf' },
  }),
  'a submission': () => ({ path: `/applications/${signed}/check`, as: 'owner', fields: {} }),
};

const send = async ({ path, as, fields }: Form, _key: string) =>
  seated.ask(path, { as: as && (await seated.as(as)), at: new Date(), form: { ...fields, _key } });
const state = () => tableState(seated.engine.endpoint, seated.engine.table);

test.each(Object.keys(forms))('%s is made once, however often its form is sent', async (name) => {
  const form = forms[name]?.();
  if (!form) throw new Error('There is no such form');
  const _key = randomUUID();
  const before = await state();
  const [first, second] = await Promise.all([send(form, _key), send(form, _key)]);
  const made = differences(before, await state());
  expect(made.length).toBeGreaterThan(0);
  expect([first.status, second.status].map((status) => status < 400)).toEqual([true, true]);
  expect(second.location).toBe(first.location);

  const after = await state();
  const third = await send(form, _key);
  expect([third.status, third.location]).toEqual([first.status, first.location]);
  expect(differences(after, await state())).toEqual([]);

  // Sent anew it is another one, and as much is made again, or nothing where there can be only one.
  const again = await state();
  await send(form, randomUUID());
  expect([0, made.length]).toContain(differences(again, await state()).length);
});
