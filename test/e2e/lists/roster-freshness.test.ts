import { afterAll, beforeAll, expect, test } from 'vitest';
import { leadingAsia } from '../../../shared/programs/round.ts';
import { applicationsOn } from '../../support/seeded/applications.ts';
import { courses, roundsOn } from '../../support/seeded/rounds.ts';
import { newName, type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';

let site: SeededPlatform;
beforeAll(async () => {
  site = await startSeededPlatform();
});
afterAll(() => site?.platform.discard());

/** How long a change may take on its way through stream, queue and consumer into the list that staff filter. */
const soon = { timeout: 5000, interval: 100 } as const;

test('a draft that is begun, its sending and its withdrawal reach the round’s list through the stream within five seconds', async () => {
  const { api, people, table } = site;
  const staff = await people.join(newName('staff'), { kind: 'staff', programId: leadingAsia });
  const owner = await people.join(newName('owner'));
  const byStaff = await people.actor(staff);
  const round = await roundsOn(table).publish(byStaff, courses.open);
  const applications = applicationsOn(table);
  const { id } = await applications.found(await people.actor(owner), 'Sister Cities of the Two Rivers');
  const byOwner = await people.actor(owner);
  const organisation = { id, partnershipId: await applications.claim(byOwner, id) };
  await applications.verify(byStaff, organisation);

  const list = async (query: Record<string, string> = {}) => {
    const { json } = await api.call('listRoster', { params: { roundId: round.id }, query }, staff.token);
    const statuses = json.items.map(({ status }: { status: string }) => status);
    return { drafts: json.drafts, statuses };
  };
  // The first call wakes the function; what a cold laptop takes for it says nothing about the list.
  expect(await list()).toEqual({ drafts: 0, statuses: [] });

  const terms = { roundId: round.id, organisationId: id, partnershipId: organisation.partnershipId };
  const begun = await api.call('startApplication', { body: { ...terms, title: 'A bridge' } }, owner.token);
  expect(begun.status).toBe(201);
  await expect.poll(() => list(), soon).toEqual({ drafts: 1, statuses: [] });

  const applicationId = await applications.sign(byOwner, organisation, round, new Date());
  const params = { applicationId };
  expect((await api.call('submitApplication', { params }, owner.token)).status).toBe(201);
  await expect.poll(() => list({ q: 'workshops kitchens' }), soon).toMatchObject({ statuses: ['submitted'] });

  expect((await api.call('withdrawApplication', { params }, owner.token)).status).toBe(200);
  await expect
    .poll(() => list({ status: 'withdrawn', q: 'workshops' }), soon)
    .toMatchObject({ statuses: ['withdrawn'] });
});
