import { expect, test, vi } from 'vitest';
import { sha256OfSnapshot } from '../../../shared/applications/snapshot.ts';
import { submitApplication } from '../../../shared/applications/submit-application.ts';
import { viewReceipt } from '../../../shared/applications/view-receipt.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { callAt, noon, staff } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  aSignature,
  completeText,
  editor,
  fakeApplication,
  holderOf,
  lastInstant,
  owner,
  sectionsOf,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const input = { applicationId: 'app-1' };
const ready = () => fakeApplication({ signOff: 'given' });
const late = new Date(lastInstant.getTime() + 1);

test('sends what stands: a receipt, the head’s summary, and one event with the hash', async () => {
  const world = ready();
  const sent = await submitApplication(world)(owner, input, callAt(noon));
  expect(sent).toMatchObject({ value: { number: 'SHM-APP1', no: 1, at: noon.toISOString() } });
  const sha256 = sent.ok ? sent.value.sha256 : '';
  expect(world.head()).toMatchObject({
    status: 'submitted',
    version: 2,
    submission: { no: 1, theme: 'sustainability', requestedCents: 900_000, matchCents: 300_000 },
  });
  expect(world.events).toMatchObject([
    { type: 'application-submitted', by: 'owner-1', data: { no: 1, sha256, roundId: 'round-1' } },
  ]);
  expect(sha256OfSnapshot(world.sent.get(1)?.submission.snapshot ?? '')).toBe(sha256);
});

test('counts at the last millisecond, however late the function’s own clock stands', async () => {
  vi.useFakeTimers({ now: new Date('2027-01-20T00:00:00.000Z') });
  try {
    expect(await submitApplication(ready())(owner, input, callAt(lastInstant))).toMatchObject({
      value: { at: '2027-01-14T22:15:00.000Z' },
    });
  } finally {
    vi.useRealTimers();
  }
});

test('refuses one millisecond later with both instants, and the draft stays', async () => {
  const world = ready();
  expect(await submitApplication(world)(owner, input, callAt(late))).toEqual({
    ok: false,
    failure: {
      kind: 'round-closed',
      lastInstant: '2027-01-14T22:15:00.000Z',
      receivedAt: '2027-01-14T22:15:00.001Z',
    },
  });
  expect(world.head()).toEqual(anApplication());
  expect(world.section('project')).toBeDefined();
});

test('a retry with the same key gets the same receipt, also after the close', async () => {
  const world = ready();
  const submit = submitApplication(world);
  const first = await submit(owner, input, callAt(lastInstant, 'sent-once'));
  expect(await submit(owner, input, callAt(late, 'sent-once'))).toEqual(first);
  // A second click of the same person carries another key and finds the same.
  expect(await submit(owner, input, callAt(late, 'clicked-twice'))).toEqual(first);
  expect(world.sent.size).toBe(1);
});

test('the same request running twice at once makes one submission and two equal answers', async () => {
  const world = ready();
  const submit = submitApplication(world);
  const [first, second] = await Promise.all([
    submit(owner, input, callAt(noon, 'same')),
    submit(owner, input, callAt(noon, 'same')),
  ]);
  expect(first).toEqual(second);
  expect(first.ok).toBe(true);
  expect(world.sent.size).toBe(1);
});

test.each([
  ['an editor, who may write but not send', editor],
  ['a viewer', viewer],
  ['an owner of another organisation', stranger],
  ['staff', staff],
  ['the public', { kind: 'public' } as const],
  ['the holder of a link', holderOf('t')],
])('%s finds nothing to send', async (_, actor) => {
  const world = ready();
  expect(await submitApplication(world)(actor, input, callAt(noon))).toEqual(fail({ kind: 'not-found' }));
  expect(world.events).toEqual([]);
});

test('lists every section that is not done, with what is wrong in it', async () => {
  const text = completeText();
  const world = fakeApplication({
    text: { ...text, project: { ...text.project, title: '' }, meetings: {} },
    signOff: 'given',
  });
  expect(await submitApplication(world)(owner, input, callAt(noon))).toEqual({
    ok: false,
    failure: {
      kind: 'sections-incomplete',
      sections: [
        { id: 'project', problems: [{ path: 'title', code: 'required' }] },
        { id: 'meetings', problems: [{ path: 'meetings', code: 'too-few' }] },
      ],
    },
  });
});

test.each([
  ['nobody has signed', undefined, 'none'],
  ['another text was signed', aSignature(sectionsOf({ project: { title: 'Other' } })), 'outdated'],
])('refuses while %s', async (_, signOff, state) => {
  const world = fakeApplication({ signOff });
  expect(await submitApplication(world)(owner, input, callAt(noon))).toEqual({
    ok: false,
    failure: { kind: 'sign-off-missing', state },
  });
});

test.each([
  ['claimed', 'claim-unverified'],
  ['refused', 'claim-unverified'],
] as const)('a claim that is only %s may draft and not send', async (claim, kind) => {
  const world = fakeApplication({ signOff: 'given', claim });
  expect(await submitApplication(world)(owner, input, callAt(noon))).toEqual(fail({ kind }));
});

test('what is withdrawn is not sent', async () => {
  const world = fakeApplication({ application: anApplication({ status: 'withdrawn' }), signOff: 'given' });
  expect(await submitApplication(world)(owner, input, callAt(noon))).toMatchObject({
    failure: { kind: 'step-refused', current: 'withdrawn', action: 'submit' },
  });
});

test('refuses more than a submission may hold, in bytes, before anything is written', async () => {
  const extraQuestions = Array.from({ length: 10 }, (_, at) => ({
    id: `q${at}`,
    label: { en: 'Why?', ja: '' },
    kind: 'long' as const,
    required: false,
  }));
  const round = aRound({ extraQuestions });
  const text = completeText();
  const delegate = { name: '', role: '役'.repeat(120), kind: 'business' };
  const meeting = { with: '会'.repeat(120), kind: 'business', purpose: '議'.repeat(180), priority: 'low' };
  const partner = { organisation: '団'.repeat(160), role: '役'.repeat(240), given: '物'.repeat(240) };
  const world = fakeApplication({
    round,
    text: {
      ...text,
      delegation: { ...text.delegation, delegates: Array.from({ length: 40 }, () => delegate) },
      meetings: { meetings: Array.from({ length: 20 }, () => meeting) },
      partners: {
        partners: Array.from({ length: 20 }, () => ({ ...partner, contribution: 'in-kind', amount: '' })),
      },
      questions: Object.fromEntries(extraQuestions.map(({ id }) => [id, '答'.repeat(900)])),
    },
    signOff: 'given',
  });
  expect(await submitApplication(world)(owner, input, callAt(noon))).toMatchObject({
    failure: { kind: 'application-too-long', limit: 95_000 },
  });
  expect(world.sent.size).toBe(0);
});

test('a returned application is sent again until its own date, as the next number', async () => {
  const world = ready();
  const submit = submitApplication(world);
  await submit(owner, input, callAt(noon));
  const until = '2027-02-01T22:00:00.000Z';
  world.setHead({ status: 'returned', returned: { reason: 'Dates', until } });
  expect(await submit(owner, input, callAt(new Date('2027-02-01T22:00:00.001Z'), 'b'))).toMatchObject({
    failure: { kind: 'round-closed', lastInstant: until },
  });
  expect(await submit(owner, input, callAt(new Date(until), 'c'))).toMatchObject({ value: { no: 2 } });
  expect(world.head().returned).toBeUndefined();
  expect([...world.sent.keys()]).toEqual([1, 2]);
});

test('the receipt still verifies after the people in it are erased', async () => {
  const world = ready();
  await submitApplication(world)(owner, input, callAt(noon));
  const { snapshot = '' } = world.sent.get(1)?.submission ?? {};
  expect(snapshot).not.toContain('Robin Example');
  expect(snapshot).not.toContain('mayor@austin.example');
  await world.submissions.erasePeople('app-1', 1);
  const receipt = await viewReceipt(world)(viewer, input, callAt(noon));
  expect(receipt).toMatchObject({ ok: true });
  if (receipt.ok) expect(sha256OfSnapshot(receipt.value.snapshot)).toBe(receipt.value.sha256);
});
