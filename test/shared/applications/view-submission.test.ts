import { expect, test } from 'vitest';
import type { SectionData } from '../../../shared/applications/sections/section-form.ts';
import { canonicalJson } from '../../../shared/applications/snapshot.ts';
import { submitApplication } from '../../../shared/applications/submit-application.ts';
import { viewReceipt } from '../../../shared/applications/view-receipt.ts';
import { viewSubmission } from '../../../shared/applications/view-submission.ts';
import { fail } from '../../../shared/kernel/result.ts';
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
  expect(view.ok && view.value.submission.sections).toEqual({
    ...completeText(),
    attachments: { none: 'yes' },
  });
  expect(view).toMatchObject({
    value: { people: 'shown', submission: { signOff: { name: 'Alex Mayor', title: 'Mayor' } } },
  });
});

test('staff and cleared reviewers read it without the persons', async () => {
  const world = { ...(await sent()), mayRead: async () => true };
  for (const actor of [staff, reviewer]) {
    const view = await viewSubmission(world)(actor, input, atNoon);
    expect(view).toMatchObject({
      value: { people: 'hidden', organisation: 'shown', actions: actor === staff ? ['return'] : [] },
    });
    expect(JSON.stringify(view)).not.toMatch(/Robin Example|Alex Mayor|@/);
  }
});

test('names hidden leaves organisations and files out for reviewers, and for nobody else', async () => {
  const world = { ...(await sent(aRound({ blinding: 'names-hidden' }))), mayRead: async () => true };
  const seen = await viewSubmission(world)(reviewer, input, atNoon);
  expect(JSON.stringify(seen.ok && seen.value.submission)).not.toMatch(/River School|Committee|大分市国際課/);
  expect(await viewSubmission(world)(staff, input, atNoon)).toMatchObject({
    value: { organisation: 'shown', submission: { organisation: 'Austin–Oita Committee' } },
  });
});

test('once erased, persons are gone for everyone and the receipt is the same', async () => {
  const world = await sent();
  const before = await viewReceipt(world)(owner, input, atNoon);
  await world.submissions.erasePeople('app-1', 1);
  const after = await viewSubmission(world)(owner, input, atNoon);
  expect(after.ok && nameOf(after.value.submission.sections)).toBe('');
  expect(await viewReceipt(world)(owner, input, atNoon)).toEqual(before);
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
