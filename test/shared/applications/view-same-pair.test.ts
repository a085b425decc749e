import { expect, test } from 'vitest';
import { viewSamePair } from '../../../shared/applications/view-same-pair.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { atNoon, staff } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  fakeApplication,
  holderOf,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const input = { applicationId: 'app-1' };
const submission = {
  no: 1,
  at: '2027-01-02T00:00:00.000Z',
  theme: 'sustainability',
  requestedCents: 900_000,
  matchCents: 300_000,
} as const;
const own = (id: string, over: Parameters<typeof anApplication>[0] = {}) =>
  anApplication({ id, title: `Title of ${id}`, createdAt: `2026-12-0${id.length}T00:00:00.000Z`, ...over });
const theirs = (id: string, over: Parameters<typeof anApplication>[0] = {}) =>
  own(id, { organisationId: 'org-tacoma', status: 'submitted', submission, ...over });
const see = (
  given: Parameters<typeof fakeApplication>[0],
  as: Parameters<ReturnType<typeof viewSamePair>>[0] = owner,
) => viewSamePair(fakeApplication(given))(as, input, atNoon);

test('names what the organisation has for the same partnership in the round, drafts among it', async () => {
  const others = [
    own('draft-2'),
    own('sent', { status: 'in-review', submission }),
    own('given-up', { status: 'withdrawn' }),
    own('other-pair', { partnershipId: 'austin-tx-matsuyama' }),
    own('other-round', { roundId: 'round-2' }),
  ];
  expect(await see({ others }, viewer)).toEqual(
    ok({
      own: [
        { id: 'sent', title: 'Title of sent', status: 'in-review', number: 'SHM-SENT' },
        { id: 'draft-2', title: 'Title of draft-2', status: 'draft', number: 'SHM-DRAFT2' },
      ],
      sentByOthers: 0,
    }),
  );
});

test('says nothing of an own application’s outcome before the announcement', async () => {
  const others = [own('decided', { status: 'awarded', submission })];
  expect(await see({ others })).toMatchObject({ value: { own: [{ status: 'in-review' }] } });
  const round = aRound({ announcedAt: '2027-01-02T00:00:00.000Z' });
  expect(await see({ others, round })).toMatchObject({ value: { own: [{ status: 'awarded' }] } });
});

test('counts other organisations’ applications only while they stand sent, and names none of them', async () => {
  const others = [
    theirs('theirs-1'),
    theirs('theirs-2', { status: 'declined' }),
    own('writing', { organisationId: 'org-tacoma' }),
    theirs('reopened', { status: 'draft' }),
    theirs('returned', { status: 'returned' }),
    theirs('gone', { status: 'withdrawn' }),
  ];
  const seen = await see({ others });
  expect(seen).toEqual(ok({ own: [], sentByOthers: 2 }));
});

test.each([
  'claimed',
  'refused',
  'none',
] as const)('whoever’s claim of the partnership is %s learns of nobody else’s application', async (claim) => {
  expect(await see({ others: [theirs('theirs-1')], claim })).toEqual(ok({ own: [], sentByOthers: 0 }));
});

test('who belongs to both organisations reads both as own', async () => {
  const both = { ...owner, roles: [...owner.roles, ...stranger.roles] };
  const seen = await see({ others: [theirs('theirs-1')] }, both);
  expect(seen).toMatchObject({ value: { own: [{ id: 'theirs-1' }], sentByOthers: 0 } });
});

test.each([
  ['an owner of another organisation', stranger],
  ['staff', staff],
  ['the public', { kind: 'public' } as const],
  ['the holder of a link', holderOf('t')],
])('%s finds nothing', async (_, as) => {
  expect(await see({ others: [own('draft-2')] }, as)).toEqual(fail({ kind: 'not-found' }));
});
