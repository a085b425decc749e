import { expect, test } from 'vitest';
import { requestSignOff } from '../../../shared/applications/request-sign-off.ts';
import { signAsOwner, signatureSchema, signByLink } from '../../../shared/applications/sign-application.ts';
import { signOffState } from '../../../shared/applications/sign-off.ts';
import { textDigest } from '../../../shared/applications/snapshot.ts';
import { viewSignOff } from '../../../shared/applications/view-sign-off.ts';
import { hashToken } from '../../../shared/kernel/link-token.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { atNoon, callAt, noon, staff } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  completeText,
  editor,
  fakeApplication,
  holderOf,
  owner,
  sectionsOf,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const input = { applicationId: 'app-1' };
const digest = textDigest(sectionsOf(completeText()), aRound());
const signature = { name: 'Alex Mayor', agreed: true, textDigest: digest } as const;
const inDays = (days: number, ms = 0) => new Date(noon.getTime() + days * 86_400_000 + ms);

const requested = async () => {
  const world = fakeApplication();
  await requestSignOff(world)(editor, input, atNoon);
  return { world, holder: holderOf(world.linkToken()) };
};

test('the official is mailed a link for twenty-one days; only its hash is kept', async () => {
  const { world } = await requested();
  const token = world.linkToken();
  expect(world.mails).toMatchObject([
    {
      message: {
        kind: 'sign-off-request',
        status: 'queued',
        to: { address: 'mayor@austin.example', name: 'Alex Mayor' },
        values: { title: 'Music on two rivers', until: '2027-01-25T12:00:00.000Z', linkPath: 'sign-off' },
      },
    },
  ]);
  expect(world.signOff()?.asked?.tokenHash).toBe(hashToken('sign-off', token));
  expect(JSON.stringify([world.signOff(), world.events])).not.toContain(token);
  expect(world.events).toMatchObject([{ type: 'sign-off-requested', by: 'editor-1' }]);
});

test('a retried request mails once; a new one replaces the link', async () => {
  const { world, holder } = await requested();
  await requestSignOff(world)(editor, input, atNoon);
  expect(world.mails).toHaveLength(1);
  await requestSignOff(world)(editor, input, callAt(new Date(noon.getTime() + 600_000), 'another'));
  expect(world.mails).toHaveLength(2);
  expect(await viewSignOff(world)(holder, {}, atNoon)).toEqual(fail({ kind: 'not-found' }));
  expect(await viewSignOff(world)(holderOf(world.linkToken()), {}, atNoon)).toMatchObject({ ok: true });
});

test('nobody is asked to sign what is not finished', async () => {
  const world = fakeApplication({ text: { ...completeText(), sustainability: {} } });
  expect(await requestSignOff(world)(editor, input, atNoon)).toMatchObject({
    failure: { kind: 'sections-incomplete', sections: [{ id: 'sustainability' }] },
  });
  expect(world.mails).toEqual([]);
});

test('for a canceled round no official is mailed', async () => {
  const cancelled = { reason: { en: 'No money', ja: '' }, at: noon.toISOString() };
  const world = fakeApplication({ round: aRound({ cancelled }) });
  expect(await requestSignOff(world)(editor, input, atNoon)).toMatchObject({
    failure: { kind: 'step-refused', current: 'cancelled' },
  });
  expect(world.mails).toEqual([]);
});

test('files and the office in Japan may still follow', async () => {
  const world = fakeApplication({ text: { ...completeText(), attachments: {}, counterpart: {} } });
  expect(await requestSignOff(world)(editor, input, atNoon)).toMatchObject({ ok: true });
});

test('the holder reads the text and signs it, and history says by what', async () => {
  const { world, holder } = await requested();
  const sheet = await viewSignOff(world)(holder, {}, atNoon);
  expect(sheet).toMatchObject({ value: { organisation: 'Austin–Oita Committee', open: true } });
  const seen = sheet.ok ? sheet.value.textDigest : '';
  expect(await signByLink(world)(holder, { ...signature, textDigest: seen }, atNoon)).toMatchObject({
    ok: true,
  });
  expect(world.signOff()?.signed).toMatchObject({ title: 'Mayor', by: 'link:sign-off', digest: seen });
  expect(world.events.at(-1)).toMatchObject({ type: 'application-signed-off', by: 'link:sign-off' });
  // A second click finds the signature that the first has left.
  expect(await signByLink(world)(holder, signature, atNoon)).toMatchObject({ ok: true });
  expect(world.events).toHaveLength(2);
});

test('an edit between reading and signing is told, and nothing is signed unseen', async () => {
  const { world, holder } = await requested();
  world.write('sustainability', { programming: 'Something else.', resources: 'Nobody.' });
  expect(await signByLink(world)(holder, signature, atNoon)).toEqual(fail({ kind: 'text-changed' }));
  expect(world.signOff()?.signed).toBeUndefined();
});

test('a signature goes out of date with the text, and comes back with it', async () => {
  const { world, holder } = await requested();
  await signByLink(world)(holder, signature, atNoon);
  const state = (text: ReturnType<typeof completeText>) =>
    signOffState(world.signOff(), textDigest(sectionsOf(text), aRound()), noon);
  expect(state(completeText())).toBe('signed');
  expect(state({ ...completeText(), project: { title: 'Other' } })).toBe('outdated');
  expect(state({ ...completeText(), counterpart: {}, attachments: {} })).toBe('signed');
});

test('the name typed must be the one declared, whatever its spacing and case', async () => {
  const { world, holder } = await requested();
  expect(await signByLink(world)(holder, { ...signature, name: 'Robin' }, atNoon)).toMatchObject({
    failure: { kind: 'invalid-input', fields: [{ path: 'name', code: 'name-differs' }] },
  });
  expect(await signByLink(world)(holder, { ...signature, name: 'ALEX  mayor' }, atNoon)).toMatchObject({
    ok: true,
  });
  expect(signatureSchema.safeParse({ ...signature, agreed: false }).success).toBe(false);
});

test('a link opens until just before its last instant', async () => {
  const { world, holder } = await requested();
  expect(await viewSignOff(world)(holder, {}, callAt(inDays(21, -1)))).toMatchObject({ ok: true });
  const expired = fail({ kind: 'link-expired', expiredAt: '2027-01-25T12:00:00.000Z' });
  expect(await viewSignOff(world)(holder, {}, callAt(inDays(21)))).toEqual(expired);
  expect(await signByLink(world)(holder, signature, callAt(inDays(21)))).toEqual(expired);
  expect(signOffState(world.signOff(), digest, inDays(21))).toBe('link-expired');
});

test('a link of another purpose opens nothing', async () => {
  const { world } = await requested();
  const foreign = {
    ...world.signOffs,
    findByLink: async (hash: string) =>
      hash === hashToken('confirm-exchange', world.linkToken()) ? world.signOff() : undefined,
  };
  expect(await viewSignOff({ ...world, signOffs: foreign })(holderOf(world.linkToken()), {}, atNoon)).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('an owner who is the official signs on the page', async () => {
  const world = fakeApplication();
  expect(await signAsOwner(world)(owner, { ...input, ...signature }, atNoon)).toMatchObject({ ok: true });
  expect(world.signOff()?.signed).toMatchObject({ name: 'Alex Mayor', by: 'owner-1' });
  expect(world.mails).toEqual([]);
});

test('what was sent is signed no more', async () => {
  const world = fakeApplication({ application: anApplication({ status: 'submitted' }) });
  const failure = { kind: 'step-refused', current: 'submitted', action: 'sign-off' };
  expect(await signAsOwner(world)(owner, { ...input, ...signature }, atNoon)).toEqual({ ok: false, failure });
  expect(await requestSignOff(world)(owner, input, atNoon)).toEqual({ ok: false, failure });
});

test.each([
  ['a viewer', viewer],
  ['an owner of another organisation', stranger],
  ['staff', staff],
  ['the public', { kind: 'public' } as const],
  ['a guessed link', holderOf('guessed')],
])('%s finds nothing to request, read or sign', async (_, actor) => {
  const { world } = await requested();
  const nothing = fail({ kind: 'not-found' });
  expect(await requestSignOff(world)(actor, input, callAt(noon, 'x'))).toEqual(nothing);
  expect(await viewSignOff(world)(actor, {}, atNoon)).toEqual(nothing);
  expect(await signByLink(world)(actor, signature, atNoon)).toEqual(nothing);
  expect(await signAsOwner(world)(actor, { ...input, ...signature }, atNoon)).toEqual(nothing);
  expect(world.events).toHaveLength(1);
});

test('an editor may ask for the signature and not give it', async () => {
  const world = fakeApplication();
  expect(await signAsOwner(world)(editor, { ...input, ...signature }, atNoon)).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('a signature outlives a question that the form came to ask, until it is answered', () => {
  const [line = {}] = completeText().budget.lines as readonly Record<string, string>[];
  const withLine = (over: Record<string, string>) =>
    textDigest(sectionsOf({ ...completeText(), budget: { lines: [{ ...line, ...over }] } }), aRound());
  expect(withLine({ inKind: '' })).toBe(digest);
  expect(withLine({ inKind: '5' })).not.toBe(digest);
});
