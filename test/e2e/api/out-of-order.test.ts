import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ApplicationAction,
  type ApplicationStatus,
  applicationSteps,
} from '../../../shared/applications/application.ts';
import { localOf } from '../../../shared/kernel/zoned-time.ts';
import type { Ask, OperationId } from '../../support/api-client.ts';
import { inDays } from '../../support/seeded/clock.ts';
import { completeSections } from '../../support/seeded/complete-sections.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { seedWorld, type World } from './world.ts';

let site: SeededPlatform;
let world: World;
beforeAll(async () => {
  site = await startSeededPlatform();
  world = await seedWorld(site);
});
afterAll(() => site?.platform.discard());

type Reached = 'draft' | 'returned' | 'submitted' | 'in-review' | 'awarded' | 'accepted' | 'withdrawn';
const until = () => localOf(inDays(20), world.openRound.zone);

/** Tacoma's application in this status, where the stranger of the cast owns it and no staff has a conflict. */
const inStatus: Readonly<Record<Reached, () => Promise<string>>> = {
  draft: () => world.application('tacoma', 'sign'),
  submitted: () => world.application('tacoma', 'submit'),
  returned: () => after(inStatus.submitted(), 'returnApplication'),
  'in-review': async () => (await world.inReview('tacoma')).id,
  awarded: async () => (await world.announced('tacoma')).id,
  accepted: () => after(inStatus.awarded(), 'acceptAward'),
  withdrawn: () => after(inStatus.submitted(), 'withdrawApplication'),
};
const bodies: Partial<Record<OperationId, () => object>> = {
  returnApplication: () => ({ reason: 'The budget does not add up', until: until() }),
};
const askOf = (operation: OperationId, applicationId: string): Ask => {
  const body = bodies[operation]?.();
  return { params: { applicationId }, ...(body && { body }) };
};
const tokenFor = (operation: OperationId) =>
  operation === 'returnApplication' ? world.cast.staff.token : world.cast.stranger.token;
const act = (operation: OperationId, applicationId: string) =>
  site.api.call(operation, askOf(operation, applicationId), tokenFor(operation));
const after = async (id: Promise<string>, operation: OperationId): Promise<string> => {
  const applicationId = await id;
  expect((await act(operation, applicationId)).status).toBeLessThan(300);
  return applicationId;
};

const operations = {
  submit: 'submitApplication',
  reopen: 'reopenApplication',
  return: 'returnApplication',
  accept: 'acceptAward',
  'decline-award': 'declineAward',
  withdraw: 'withdrawApplication',
} as const satisfies Partial<Record<ApplicationAction, OperationId>>;

const refused = (Object.keys(inStatus) as Reached[]).flatMap((status) => {
  const steps: Partial<Record<ApplicationAction, ApplicationStatus>> = applicationSteps[status];
  return (Object.keys(operations) as (keyof typeof operations)[])
    .filter((action) => !steps[action])
    .map((action) => ({ status, action }));
});
/** Asked again by who did it: the same answer, and no second act. */
const repeated = new Set(['submitted submit', 'returned return', 'accepted accept', 'withdrawn withdraw']);

describe('what cannot follow is refused as a step out of order, and nothing moves', () => {
  test.each(refused)('$action when $status', async ({ status, action }) => {
    const applicationId = await inStatus[status]();
    const { token } = world.cast.stranger;
    const before = await site.api.call('viewApplication', { params: { applicationId } }, token);
    const answer = await act(operations[action], applicationId);
    const afterwards = await site.api.call('viewApplication', { params: { applicationId } }, token);
    expect(afterwards.json.application).toEqual(before.json.application);
    if (repeated.has(`${status} ${action}`)) expect(answer.status).toBeLessThan(300);
    // A draft is nothing that staff know of.
    else if (action === 'return' && status === 'draft') expect(answer.status).toBe(404);
    else expect(answer.json).toMatchObject({ type: '/problems/step-refused', status: 409 });
  });
});

describe('sections stay as they were sent', () => {
  test.each(['submitted', 'in-review', 'awarded', 'withdrawn'] as const)('when %s', async (status) => {
    const applicationId = await inStatus[status]();
    const { project } = completeSections('Another title');
    const answer = await site.api.call(
      'saveSection',
      { params: { applicationId, sectionId: 'project' }, version: 1, body: { data: project } },
      world.cast.stranger.token,
    );
    expect(answer.json).toMatchObject({ type: '/problems/step-refused', status: 409 });
  });
});

test('a section written against an older version is refused with the version that stands', async () => {
  const applicationId = await inStatus.draft();
  const { token } = world.cast.stranger;
  const save = (title: string) => {
    const body = { data: completeSections(title).project };
    return site.api.call(
      'saveSection',
      { params: { applicationId, sectionId: 'project' }, version: 1, body },
      token,
    );
  };
  expect((await save('One title')).status).toBe(200);
  const late = await save('Another title');
  expect(late.json).toMatchObject({ type: '/problems/stale', status: 412, current: 2 });
});

test('the same request sent twice acts once and is answered alike', async () => {
  const { id: organisationId, partnershipId } = world.sides.tacoma;
  const body = { roundId: world.openRound.id, organisationId, partnershipId, title: 'Once' };
  const { token } = world.cast.stranger;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': 'one',
  };
  const sent = {
    method: 'POST',
    path: '/api/v1/applications',
    init: { method: 'POST', headers, body: JSON.stringify(body) },
  };
  const [first, second] = [await site.api.send(sent), await site.api.send(sent)];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.json).toEqual(first.json);
});
