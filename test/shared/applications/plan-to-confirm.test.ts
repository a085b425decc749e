import { expect, test } from 'vitest';
import { planSchema } from '../../../shared/applications/confirmation.ts';
import type { Section } from '../../../shared/applications/draft.ts';
import { planToConfirm } from '../../../shared/applications/plan-to-confirm.ts';

const section = (id: Section['id'], data: Section['data']): Section => ({
  ...{ id, version: 1, savedAt: '2027-01-04T12:00:00.000Z', savedBy: 'owner-1', data },
});
const sections = (delegation: Section['data'], lines: Section['data'][string] = []) => [
  section('project', { title: ' Bread\r\nand clay ', summary: 'Eight people.' }),
  section('delegation', delegation),
  section('budget', { lines }),
  section('counterpart', { office: '大分市国際課', contact: '', email: 'kokusai@city.example' }),
];

test('days in full-width digits and a title over two lines are asked as they are read', () => {
  const planned = planToConfirm(
    sections({ startsOn: ' ２０２７-０４-２０ ', endsOn: '2027-04-28' }),
    '2027-01-04',
  );
  expect(planned).toMatchObject({
    value: { plan: { title: 'Bread and clay', arrivesOn: '2027-04-20', leavesOn: '2027-04-28' } },
  });
});

test('whatever is typed, the plan is one that can be read back', () => {
  const lines = Array.from({ length: 40 }, () => ({ requested: '999,999,999.99' }));
  const planned = planToConfirm(
    sections({ startsOn: '２０２７-０４-２０', endsOn: '２０２７-０４-２８' }, lines),
    '2027-01-04',
  );
  expect(planned.ok && planSchema.safeParse(planned.value.plan).success).toBe(true);
});

test('without days nobody is asked', () => {
  expect(planToConfirm(sections({ startsOn: 'soon', endsOn: '' }), '2027-01-04')).toMatchObject({
    failure: { kind: 'sections-incomplete', sections: [{ id: 'delegation' }] },
  });
});

test('nobody is asked for a visit that has begun', () => {
  const asked = (today: string) =>
    planToConfirm(sections({ startsOn: '2027-04-20', endsOn: '2027-04-28' }), today);
  expect(asked('2027-04-20').ok).toBe(true);
  expect(asked('2027-04-21')).toMatchObject({
    failure: {
      kind: 'sections-incomplete',
      sections: [{ id: 'delegation', problems: [{ path: 'startsOn', code: 'begins-in-the-past' }] }],
    },
  });
});
