import { expect, test } from 'vitest';
import {
  listIntroductionReports,
  reportIntroduction,
  settleIntroductionReport,
} from '../../../shared/introductions/report-introduction.ts';
import {
  offerIntroduction,
  requestIntroduction,
} from '../../../shared/introductions/request-introduction.ts';
import type { Person, Role } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { atNoon, staff } from '../../support/accounts-fakes.ts';
import {
  alumPerson,
  austin,
  coordinator,
  introductionsWorld,
  lead,
} from '../../support/introductions-fakes.ts';

const notFound = fail({ kind: 'not-found' });
const note = 'We visit Oita in May and look for somebody who knows the town.';

/** What the alum told staff of whoever asked: an organisation’s coordinator, or a chapter’s lead. */
const reported = async (as: 'coordinator' | 'lead', by: Person = alumPerson) => {
  const world = introductionsWorld();
  const { ports, alumId } = world;
  const asked =
    as === 'coordinator'
      ? await requestIntroduction(ports)(coordinator, { partnershipId: austin, alumId, note }, atNoon)
      : await offerIntroduction(ports)(
          lead,
          { chapterId: 'jetaa-texoma', partnershipId: austin, alumId, note },
          atNoon,
        );
  if (!asked.ok) throw new Error(JSON.stringify(asked));
  const introductionId = asked.value.id;
  await reportIntroduction(ports)(by, { introductionId, text: 'They wrote to my employer.' }, atNoon);
  const side = by === alumPerson ? ('alum' as const) : ('coordinator' as const);
  return {
    list: (actor: Person) => listIntroductionReports(ports)(actor, { status: 'open' }, atNoon),
    settle: (actor: Person) =>
      settleIntroductionReport(ports)(
        actor,
        { introductionId, side, reason: 'Nothing in it.', version: 1 },
        atNoon,
      ),
  };
};
const staffWho = (...roles: Role[]): Person => ({ ...staff, roles: [...staff.roles, ...roles] });

test.each([
  'owner',
  'editor',
  'viewer',
] as const)('staff who are %s of the organisation that is reported neither read nor settle the report', async (as) => {
  const { list, settle } = await reported('coordinator');
  const member = staffWho({ kind: 'member', organisationId: 'org-austin', as });
  expect(await list(member)).toMatchObject({ value: { items: [] } });
  expect(await settle(member)).toEqual(notFound);
  const other = staffWho({ kind: 'member', organisationId: 'org-tacoma', as });
  expect(await list(other)).toMatchObject({ value: { items: [{ side: 'alum' }] } });
  expect((await settle(other)).ok).toBe(true);
});

test('staff who lead the chapter that asked leave what is told of it to a colleague', async () => {
  const { list, settle } = await reported('lead');
  const leader = staffWho({ kind: 'lead', chapterId: 'jetaa-texoma' });
  expect(await list(leader)).toMatchObject({ value: { items: [] } });
  expect(await settle(leader)).toEqual(notFound);
  expect((await list(staffWho({ kind: 'lead', chapterId: 'jetaa-florida' }))).ok).toBe(true);
});

test('nobody settles what they told themselves', async () => {
  const both: Person = { ...coordinator, roles: [...coordinator.roles, ...staff.roles] };
  const { list, settle } = await reported('lead', both);
  expect(await list(both)).toMatchObject({ value: { items: [] } });
  expect(await settle(both)).toEqual(notFound);
  expect((await settle(staff)).ok).toBe(true);
});
