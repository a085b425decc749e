import { expect, test } from 'vitest';
import type { SectionData } from '../../../shared/applications/sections/section-form.ts';
import { canonicalJson } from '../../../shared/applications/snapshot.ts';
import { submitApplication } from '../../../shared/applications/submit-application.ts';
import { viewReceipt } from '../../../shared/applications/view-receipt.ts';
import { viewSubmission } from '../../../shared/applications/view-submission.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { blackMark } from '../../../shared/reviews/black-out.ts';
import { sightOf, staffSight } from '../../../shared/reviews/blinding.ts';
import { atNoon, person, staff } from '../../support/accounts-fakes.ts';
import {
  completeText,
  fakeApplication,
  holderOf,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const input = { applicationId: 'app-1' };
const reviewer = person('reviewer-1', { kind: 'reviewer', roundId: 'round-1' });
const sent = async (round = aRound()) => {
  const world = fakeApplication({ signOff: 'given', round });
  await submitApplication(world)(owner, input, atNoon);
  return world;
};
const nameOf = (sections: Record<string, SectionData>) => {
  const { delegates } = sections.delegation ?? {};
  return typeof delegates === 'object' ? delegates[0]?.name : undefined;
};

test('its own people read what was sent, persons included, and everything as typed', async () => {
  const world = await sent();
  const view = await viewSubmission(world)(viewer, input, atNoon);
  const { lines } = completeText().budget;
  const budgetLines = typeof lines === 'object' ? lines : [];
  expect(view.ok && view.value.submission.sections).toEqual({
    ...completeText(),
    attachments: { none: 'yes' },
    budget: { lines: budgetLines.map((line) => ({ ...line, inKind: '' })) },
    // What the form asks and nobody answered is sent empty.
    eligibility: {
      ...completeText().eligibility,
      ...{ ein: '', uei: '', fiscalSponsor: '', lastFunded: '', memberCity: '', partnershipActive: '' },
    },
  });
  expect(view).toMatchObject({
    value: { people: 'shown', submission: { signOff: { name: 'Alex Mayor', title: 'Mayor' } } },
  });
});

test('staff read it without the persons; they ask for them elsewhere', async () => {
  const world = { ...(await sent()), sightFor: async () => staffSight };
  const view = await viewSubmission(world)(staff, input, atNoon);
  expect(view).toMatchObject({ value: { people: 'hidden', organisation: 'shown', actions: ['return'] } });
  expect(JSON.stringify(view)).not.toMatch(/Robin Example|Alex Mayor|@/);
});

test.each([
  ['open', 'reviewing', true],
  ['names-hidden', 'reviewing', false],
  ['names-hidden', 'submitted', false],
  ['hidden-until-own-review-is-in', 'reviewing', false],
  ['hidden-until-own-review-is-in', 'submitted', true],
] as const)('%s, own review %s: people and organisations shown is %s, addresses never', async (...row) => {
  const [blinding, status, shown] = row;
  const round = aRound({ blinding });
  const world = { ...(await sent(round)), sightFor: async () => sightOf(round, status) };
  const view = await viewSubmission(world)(reviewer, input, atNoon);
  const text = JSON.stringify(view.ok && view.value.submission);
  for (const name of ['Robin Example', 'Alex Mayor', 'River School', '大分市国際課'])
    expect([name, text.includes(name)]).toEqual([name, shown]);
  expect(text).not.toMatch(/@/);
  expect(view).toMatchObject({ value: { people: shown ? 'shown' : 'hidden' } });
});

test('names hidden hides nothing from staff', async () => {
  const world = { ...(await sent(aRound({ blinding: 'names-hidden' }))), sightFor: async () => staffSight };
  expect(await viewSubmission(world)(staff, input, atNoon)).toMatchObject({
    value: { organisation: 'shown', submission: { organisation: 'Austin–Oita Committee' } },
  });
});

test('what staff blacked out is black for a reviewer, and the receipt is the same', async () => {
  const world = await sent();
  const { id, text } = { id: 'p1', text: 'River School' };
  const redaction = {
    applicationId: 'app-1',
    version: 1,
    passages: [{ id, path: 'everywhere', text }],
    files: {},
  };
  const before = await viewReceipt(world)(owner, input, atNoon);
  const readers = { ...world, sightFor: async () => sightOf(aRound(), 'reviewing', redaction) };
  const seen = JSON.stringify(await viewSubmission(readers)(reviewer, input, atNoon));
  expect([seen.includes('River School'), seen.includes(blackMark)]).toEqual([false, true]);
  expect(JSON.stringify(await viewSubmission(world)(owner, input, atNoon))).toContain('River School');
  expect(await viewReceipt(world)(owner, input, atNoon)).toEqual(before);
});

test('once erased, persons are gone for everyone and the receipt is the same', async () => {
  const world = await sent();
  const before = await viewReceipt(world)(owner, input, atNoon);
  expect(before).toMatchObject({ ok: true, value: { people: { named: 6, kept: 6 } } });
  await world.submissions.erasePeople('app-1', 1);
  const after = await viewSubmission(world)(owner, input, atNoon);
  expect(after.ok && nameOf(after.value.submission.sections)).toBe('');
  expect(await viewReceipt(world)(owner, input, atNoon)).toEqual({
    ok: true,
    value: { ...(before.ok && before.value), people: { named: 6, kept: 0 } },
  });
});

test('the same name twice leaves two digests, so that nobody can be guessed by comparing', async () => {
  const world = await sent();
  const { snapshot = '' } = world.sent.get(1)?.submission ?? {};
  const digests = snapshot.match(/sha256:[0-9a-f]{64}/g) ?? [];
  expect(new Set(digests).size).toBe(digests.length);
  // Traveller, contact and office address, the official twice (declared, signed) and their address.
  expect(digests).toHaveLength(6);
});

test('keys are ordered and numbers written as RFC 8785 has it', () => {
  expect(canonicalJson({ b: 1e21, a: [0.1, '\u20ac', null] })).toBe('{"a":[0.1,"€",null],"b":1e+21}');
});

test.each([
  ['staff with a conflict', staff],
  ['a reviewer who is not cleared', reviewer],
  ['an owner of another organisation', stranger],
  ['the public', { kind: 'public' } as const],
  ['the holder of a link', holderOf('t')],
])('%s finds nothing', async (_, actor) => {
  const world = await sent();
  expect(await viewSubmission(world)(actor, input, atNoon)).toEqual(fail({ kind: 'not-found' }));
  expect(await viewReceipt(world)(actor, input, atNoon)).toEqual(fail({ kind: 'not-found' }));
});

test('what was never sent has neither submission nor receipt, for its owner either', async () => {
  expect(await viewSubmission(fakeApplication())(owner, input, atNoon)).toEqual(fail({ kind: 'not-found' }));
  expect(await viewReceipt(fakeApplication())(owner, input, atNoon)).toEqual(fail({ kind: 'not-found' }));
});
