import { expect, test } from 'vitest';
import { listMyApplications } from '../../../shared/applications/list-my-applications.ts';
import { signAsOwner } from '../../../shared/applications/sign-application.ts';
import { viewApplication } from '../../../shared/applications/view-application.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { atNoon, callAt, staff } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  completeText,
  fakeApplication,
  holderOf,
  lastInstant,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const input = { applicationId: 'app-1' };
const outcome = { decision: 'award', amountCents: 900_000, at: '2027-03-01T00:00:00.000Z' } as const;
const announced = aRound({ announcedAt: '2027-03-01T00:00:00.000Z' });
const event = (type: string) => ({
  id: `app-1/${type}`,
  subject: 'application#app-1',
  type,
  at: '2027-01-02T00:00:00.000Z',
  by: 'someone',
  data: {},
});

test('shows each section with its state, and what is missing in those begun', async () => {
  const { eligibility, project } = completeText();
  const world = fakeApplication({ text: { eligibility, project: { ...project, summary: '' } } });
  const view = await viewApplication(world)(viewer, input, atNoon);
  const states = view.ok && view.value.sections.map(({ id, state, version }) => `${id} ${state} ${version}`);
  expect(states).toEqual([
    'eligibility done 1',
    'project started 1',
    'outcomes not-started 0',
    'delegation not-started 0',
    'meetings not-started 0',
    'partners not-started 0',
    'sustainability not-started 0',
    'budget not-started 0',
    'attachments not-started 0',
    // This round asks nothing more.
    'questions done 0',
    'counterpart not-started 0',
    'declaration not-started 0',
  ]);
  expect(view).toMatchObject({
    value: {
      as: 'viewer',
      actions: [],
      number: 'SHM-APP1',
      organisation: 'Austin–Oita Committee',
      lastInstant: lastInstant.toISOString(),
      claim: 'verified',
      confirmation: { status: 'not-requested' },
      signOff: { state: 'none' },
    },
  });
});

test('a signature shows as given until the text it stands for changes', async () => {
  const world = fakeApplication();
  const before = await viewApplication(world)(owner, input, atNoon);
  const textDigest = before.ok ? before.value.textDigest : '';
  const signature = { ...input, name: 'Alex Mayor', agreed: true, textDigest } as const;
  await signAsOwner(world)(owner, signature, atNoon);
  const state = async () => {
    const view = await viewApplication(world)(owner, input, atNoon);
    return view.ok && view.value.signOff.state;
  };
  expect(await state()).toBe('signed');
  world.write('eligibility', { ...completeText().eligibility, earlierAwards: '2012' });
  expect(await state()).toBe('outdated');
});

test('until the announcement neither status, outcome nor history tell what the committee does', async () => {
  const application = anApplication({ status: 'awarded', outcome });
  const kinds = [
    'application-submitted',
    'review-assigned',
    'decision-certified',
    'application-awarded',
    'application-read',
  ];
  const seen = async (round = aRound()) => {
    const world = fakeApplication({ application, round });
    world.events.push(...kinds.map(event));
    const view = await viewApplication(world)(owner, input, atNoon);
    return view.ok ? view.value : undefined;
  };
  const before = await seen();
  expect(before?.application).toMatchObject({ status: 'in-review' });
  expect(before?.application.outcome).toBeUndefined();
  expect(before?.history.map(({ type }) => type)).toEqual(['application-submitted']);
  const after = await seen(announced);
  expect(after?.application).toMatchObject({ status: 'awarded', outcome });
  expect(after?.history.map(({ type }) => type)).toEqual(['application-submitted', 'application-awarded']);
  expect(after?.actions).toEqual(['withdraw', 'accept', 'decline-award']);
});

test.each([
  ['an owner of another organisation', stranger],
  ['staff, for whom a draft is the applicant’s own', staff],
  ['the public', { kind: 'public' } as const],
  ['the holder of a link', holderOf('t')],
])('%s finds nothing', async (_, actor) => {
  expect(await viewApplication(fakeApplication())(actor, input, atNoon)).toEqual(fail({ kind: 'not-found' }));
});

test('what is due stands in one’s own list, as long as it can be done', async () => {
  const due = async (over: Parameters<typeof fakeApplication>[0], at = atNoon) => {
    const mine = await listMyApplications(fakeApplication(over))(viewer, {}, at);
    return mine.ok && mine.value.items[0]?.due;
  };
  const closing = lastInstant.toISOString();
  expect(await due({})).toEqual({ what: 'submit', at: closing });
  expect(await due({}, callAt(new Date(lastInstant.getTime() + 1)))).toBeUndefined();
  const until = '2027-02-01T22:00:00.000Z';
  const returned = anApplication({ status: 'returned', returned: { reason: 'Dates', until } });
  expect(await due({ application: returned })).toEqual({ what: 'send-again', at: until });
  const awarded = anApplication({ status: 'awarded', outcome });
  expect(await due({ application: awarded, round: announced })).toEqual({ what: 'accept' });
  expect(await due({ application: awarded })).toBeUndefined();
});

test('one’s own list holds what one belongs to, and hides what is not announced', async () => {
  const world = fakeApplication({ application: anApplication({ status: 'awarded', outcome }) });
  expect(await listMyApplications(world)(viewer, {}, atNoon)).toMatchObject({
    value: { items: [{ as: 'viewer', number: 'SHM-APP1', application: { status: 'in-review' } }] },
  });
  expect(await listMyApplications(world)(stranger, {}, atNoon)).toEqual({ ok: true, value: { items: [] } });
  expect(await listMyApplications(world)({ kind: 'public' }, {}, atNoon)).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('of several, an award to accept comes first, then the nearest deadline, then the newest', async () => {
  const world = fakeApplication();
  const items = [
    anApplication({ id: 'old', status: 'declined', createdAt: '2026-01-01T00:00:00.000Z' }),
    anApplication({ id: 'new', status: 'withdrawn', createdAt: '2026-12-01T00:00:00.000Z' }),
    anApplication({ id: 'draft' }),
    anApplication({ id: 'award', status: 'awarded', roundId: 'round-2' }),
  ];
  const second = { ...announced, id: 'round-2' };
  const ports = {
    applications: { ofOrganisation: async () => ({ items }), many: async () => items },
    rounds: { find: async (id: string) => (id === 'round-2' ? second : world.rounds.find(id)) },
  };
  const mine = await listMyApplications(ports)(owner, {}, atNoon);
  expect(mine.ok && mine.value.items.map(({ application }) => application.id)).toEqual([
    'award',
    'draft',
    'new',
    'old',
  ]);
});
