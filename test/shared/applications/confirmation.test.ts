import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerConfirmation } from '../../../shared/applications/answer-confirmation.ts';
import {
  answerSchema,
  answersAfter,
  type Confirmation,
  confirmationSteps,
} from '../../../shared/applications/confirmation.ts';
import {
  answerAsOffice,
  askOffice,
  handOn,
  keepAsOffice,
  revokeAsking,
} from '../../../shared/applications/confirmation-steps.ts';
import { handOnConfirmation } from '../../../shared/applications/hand-on-confirmation.ts';
import { keepAnswer } from '../../../shared/applications/keep-answer.ts';
import { mailedAgain, mailsADay, pauseMinutes } from '../../../shared/applications/outward-mail.ts';
import { requestConfirmation } from '../../../shared/applications/request-confirmation.ts';
import { revokeConfirmation } from '../../../shared/applications/revoke-confirmation.ts';
import { viewConfirmation } from '../../../shared/applications/view-confirmation.ts';
import { hashToken } from '../../../shared/kernel/link-token.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { atNoon, callAt, noon, staff } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  completeText,
  editor,
  fakeApplication,
  holderOf,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const input = { applicationId: 'app-1' };
const nothingMore = { hosts: '', hopes: '', arrivesOn: '', leavesOn: '' };
const yes = {
  ...nothingMore,
  version: 1,
  action: 'confirm',
  name: '担当 例',
  approver: '課長 例',
  note: '',
} as const;
const inMinutes = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const expiry = new Date(noon.getTime() + 21 * 86_400_000);

const asked = async () => {
  const world = fakeApplication();
  await requestConfirmation(world)(editor, input, atNoon);
  return { world, holder: holderOf(world.linkToken()) };
};

test('the office is asked in Japanese by a link for twenty-one days; only its hash is kept', async () => {
  const { world } = await asked();
  const token = world.linkToken();
  expect(world.mails).toMatchObject([
    {
      message: {
        kind: 'counterpart-request',
        language: 'ja',
        to: { address: 'kokusai@city.oita.example' },
        values: { office: '大分市国際課', arrives: '2027-06-01', leaves: '2027-06-08', linkPath: 'confirm' },
      },
    },
  ]);
  expect(world.confirmation()).toMatchObject({
    version: 1,
    status: 'requested',
    plan: { title: 'Music on two rivers' },
    asked: {
      by: 'editor-1',
      expiresAt: expiry.toISOString(),
      tokenHash: hashToken('confirm-exchange', token),
    },
  });
  expect(JSON.stringify([world.confirmation(), world.events])).not.toContain(token);
  expect(world.events).toMatchObject([{ type: 'counterpart-asked', by: 'editor-1', data: {} }]);
});

test('nobody is asked before there are title, dates and an office', async () => {
  const { counterpart: _, ...text } = completeText();
  const world = fakeApplication({ text: { ...text, project: {}, delegation: { startsOn: '2027-06-01' } } });
  expect(await requestConfirmation(world)(editor, input, atNoon)).toMatchObject({
    failure: {
      kind: 'sections-incomplete',
      sections: [
        { id: 'project', problems: [{ path: 'title', code: 'required' }] },
        { id: 'delegation', problems: [{ path: 'endsOn', code: 'required' }] },
        { id: 'counterpart' },
      ],
    },
  });
});

test('a retried request mails once; a new one replaces the link and forgets the answer', async () => {
  const { world, holder } = await asked();
  await requestConfirmation(world)(editor, input, atNoon);
  expect(world.mails).toHaveLength(1);
  await answerConfirmation(world)(holder, { ...yes, action: 'decline' }, atNoon);
  await requestConfirmation(world)(editor, input, callAt(inMinutes(10), 'again'));
  expect(await viewConfirmation(world)(holder, {}, atNoon)).toEqual(fail({ kind: 'not-found' }));
  expect(world.confirmation()).toMatchObject({ status: 'requested', version: 3 });
  expect(world.confirmation()?.answer).toBeUndefined();
});

test('the holder reads what is asked and nothing of the rest', async () => {
  const { world, holder } = await asked();
  expect(await viewConfirmation(world)(holder, {}, atNoon)).toEqual(
    ok({
      status: 'requested',
      version: 1,
      organisation: 'Austin–Oita Committee',
      pair: { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' },
      plan: {
        title: 'Music on two rivers',
        arrivesOn: '2027-06-01',
        leavesOn: '2027-06-08',
        summary: 'Musicians and planners of two river cities learn from each other.',
        direction: 'to-japan',
        travelers: 2,
        minors: 2,
        requestedCents: 900_000,
      },
      round: {
        name: { en: 'Exchange Funding 2027', ja: '2027年度助成' },
        zone: 'America/New_York',
        demo: false,
      },
      number: 'SHM-APP1',
      asked: {
        office: '大分市国際課',
        contact: '担当 例',
        domain: 'city.oita.example',
        at: noon.toISOString(),
        expiresAt: expiry.toISOString(),
      },
      kept: undefined,
      answer: undefined,
      answers: ['confirm', 'propose-changes', 'decline'],
    }),
  );
});

test('the office answers once, and the log holds no name and no words', async () => {
  const { world, holder } = await asked();
  const answer = { ...yes, action: 'propose-changes', note: '六月は祭りのため' } as const;
  expect(await answerConfirmation(world)(holder, answer, atNoon)).toEqual(ok({ status: 'changes-proposed' }));
  expect(world.events.at(-1)).toMatchObject({
    type: 'counterpart-answered',
    by: 'link:confirm-exchange',
    data: { answer: 'changes-proposed' },
  });
  expect(await answerConfirmation(world)(holder, answer, atNoon)).toEqual({
    ok: false,
    failure: { kind: 'step-refused', current: 'changes-proposed', action: 'propose-changes' },
  });
});

test('proposed changes need words, and a person in charge has a name', async () => {
  const { world, holder } = await asked();
  expect(await answerConfirmation(world)(holder, { ...yes, action: 'propose-changes' }, atNoon)).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'note', code: 'required' }] }),
  );
  expect(answerSchema.safeParse({ version: 1, action: 'confirm', name: '　' }).success).toBe(false);
});

test('an answer to another version than the one read is a conflict', async () => {
  const { world, holder } = await asked();
  expect(await answerConfirmation(world)(holder, { ...yes, version: 2 }, atNoon)).toEqual(
    fail({ kind: 'conflict' }),
  );
});

test('a link opens until just before its last instant', async () => {
  const { world, holder } = await asked();
  const before = callAt(new Date(expiry.getTime() - 1));
  expect(await viewConfirmation(world)(holder, {}, before)).toMatchObject({ ok: true });
  const expired = fail({ kind: 'link-expired', expiredAt: expiry.toISOString() });
  expect(await viewConfirmation(world)(holder, {}, callAt(expiry))).toEqual(expired);
  expect(await answerConfirmation(world)(holder, yes, callAt(expiry))).toEqual(expired);
});

test.each([
  ['a viewer', viewer],
  ['an owner of another organisation', stranger],
  ['staff', staff],
  ['the public', { kind: 'public' } as const],
  ['a guessed link', holderOf('guessed')],
])('%s finds nothing to ask, read or answer', async (_, actor) => {
  const { world } = await asked();
  const nothing = fail({ kind: 'not-found' });
  expect(await requestConfirmation(world)(actor, input, callAt(noon, 'x'))).toEqual(nothing);
  expect(await viewConfirmation(world)(actor, {}, atNoon)).toEqual(nothing);
  expect(await answerConfirmation(world)(actor, yes, atNoon)).toEqual(nothing);
});

test('the applicant may not answer for the office', async () => {
  const { world } = await asked();
  expect(await answerConfirmation(world)(owner, yes, atNoon)).toEqual(fail({ kind: 'not-found' }));
});

test('while it is reviewed the office is not asked any more', async () => {
  const world = fakeApplication({ application: anApplication({ status: 'in-review' }) });
  expect(await requestConfirmation(world)(editor, input, atNoon)).toMatchObject({
    failure: { kind: 'step-refused', current: 'in-review' },
  });
});

test('for a canceled round no city’s office is mailed', async () => {
  const cancelled = { reason: { en: 'No money', ja: '' }, at: noon.toISOString() };
  const world = fakeApplication({ round: aRound({ cancelled }) });
  expect(await requestConfirmation(world)(editor, input, atNoon)).toMatchObject({
    failure: { kind: 'step-refused', current: 'cancelled' },
  });
  expect(world.mails).toEqual([]);
});

const kept = { ...nothingMore, action: 'confirm', name: '', approver: '', note: '', hopes: '音楽' } as const;

test('what waits for an approval is kept as often as one likes, for the link alone, and then answered', async () => {
  const { world, holder } = await asked();
  for (const version of [1, 2])
    expect(await keepAnswer(world)(holder, { ...kept, version }, callAt(inMinutes(version)))).toMatchObject({
      value: { version: version + 1 },
    });
  const days = callAt(inMinutes(3 * 1440));
  expect(await viewConfirmation(world)(holder, {}, days)).toMatchObject({
    value: { status: 'awaiting-approval', kept: { hopes: '音楽', action: 'confirm' } },
  });
  expect(world.mails).toHaveLength(1);
  expect(JSON.stringify(world.events)).not.toContain('音楽');
  expect(await answerConfirmation(world)(holder, { ...yes, version: 3 }, days)).toMatchObject({ ok: true });
  expect(world.confirmation()?.kept).toBeUndefined();
});

test('a proposal says other days, both and in order, or words', async () => {
  const { world, holder } = await asked();
  const propose = (over: object) =>
    answerConfirmation(world)(holder, { ...yes, action: 'propose-changes', ...over }, atNoon);
  const wrong = (path: string, code: string) => fail({ kind: 'invalid-input', fields: [{ path, code }] });
  expect(await propose({ arrivesOn: '2027-06-08' })).toEqual(wrong('leavesOn', 'required'));
  expect(await propose({ leavesOn: '2027-06-08' })).toEqual(wrong('arrivesOn', 'required'));
  expect(await propose({ arrivesOn: '2027-06-08', leavesOn: '2027-06-07' })).toEqual(
    wrong('leavesOn', 'too-early'),
  );
  expect(await propose({ arrivesOn: '2020-06-08', leavesOn: '2027-06-15' })).toEqual(
    wrong('arrivesOn', 'in-the-past'),
  );
  expect(await propose({ arrivesOn: '2027-06-08', leavesOn: '2027-06-15' })).toMatchObject({ ok: true });
  expect(world.confirmation()?.answer).toMatchObject({ arrivesOn: '2027-06-08', leavesOn: '2027-06-15' });
});

test('which days have passed is for Japan’s calendar to say: there it is tomorrow before it is in New York or in UTC', async () => {
  const { world, holder } = await asked();
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const lateThatDay = new Date(`${day(noon)}T15:30:00.000Z`);
  const [today, tomorrow] = [day(noon), day(new Date(noon.getTime() + 86_400_000))];
  const propose = (arrivesOn: string) =>
    answerConfirmation(world)(
      holder,
      { ...yes, action: 'propose-changes', arrivesOn, leavesOn: '2027-06-15' },
      callAt(lateThatDay),
    );
  expect(await propose(today)).toMatchObject({ failure: { fields: [{ code: 'in-the-past' }] } });
  expect(await propose(tomorrow)).toMatchObject({ ok: true });
});

const colleague = { version: 1, name: '後任 例', email: 'second@City.oita.example' };

test('handed on to a colleague the link is a new one, the old one ends, both get mail, and what was kept goes along', async () => {
  const { world, holder } = await asked();
  await keepAnswer(world)(holder, { ...kept, version: 1 }, atNoon);
  const at = callAt(inMinutes(11), 'hand-on');
  expect(await handOnConfirmation(world)(holder, { ...colleague, version: 2 }, at)).toMatchObject({
    ok: true,
  });
  expect(world.mails.slice(1).map(({ message: { kind, to } }) => [kind, to.address])).toEqual([
    ['counterpart-handed-on', 'second@City.oita.example'],
    ['counterpart-link-ended', 'kokusai@city.oita.example'],
  ]);
  expect(await viewConfirmation(world)(holder, {}, at)).toEqual(fail({ kind: 'not-found' }));
  const next = await viewConfirmation(world)(holderOf(world.linkToken()), {}, at);
  expect(next).toMatchObject({
    value: { kept: { hopes: '音楽' }, asked: { expiresAt: expiry.toISOString() } },
  });
});

test.each([
  ['another domain', 'someone@elsewhere.example', 'other-domain'],
  ['a domain within it', 'someone@x.city.oita.example', 'other-domain'],
  ['the same address', 'KOKUSAI@city.oita.example', 'same-address'],
])('the link is not handed on to %s', async (_, email, code) => {
  const { world, holder } = await asked();
  expect(await handOnConfirmation(world)(holder, { ...colleague, email }, callAt(inMinutes(11)))).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'email', code }] }),
  );
  expect(world.mails).toHaveLength(1);
});

test('taken back the link opens nothing, the office is told, and it can be asked again', async () => {
  const { world, holder } = await asked();
  expect(await revokeConfirmation(world)(editor, input, atNoon)).toEqual(ok({ status: 'revoked' }));
  expect(world.mails.at(-1)?.message).toMatchObject({ kind: 'counterpart-revoked' });
  expect(await viewConfirmation(world)(holder, {}, atNoon)).toEqual(fail({ kind: 'not-found' }));
  expect(await answerConfirmation(world)(holder, { ...yes, version: 2 }, atNoon)).toEqual(
    fail({ kind: 'not-found' }),
  );
  expect(await requestConfirmation(world)(editor, input, callAt(inMinutes(10), 'again'))).toMatchObject({
    ok: true,
  });
});

test.each([
  ['an owner of another organisation', stranger],
  ['a viewer', viewer],
  ['staff', staff],
])('%s can take nothing back', async (_, actor) => {
  const { world } = await asked();
  expect(await revokeConfirmation(world)(actor, input, atNoon)).toEqual(fail({ kind: 'not-found' }));
});

test('nobody outside is mailed for a claim that staff have not verified', async () => {
  for (const claim of ['claimed', 'refused', 'none'] as const) {
    const world = fakeApplication({ claim });
    expect(await requestConfirmation(world)(editor, input, atNoon)).toEqual(
      fail({ kind: 'claim-unverified' }),
    );
    expect(world.mails).toEqual([]);
  }
});

test('an office is mailed at most every ten minutes, and is told when the next mail may go', async () => {
  const { world } = await asked();
  const until = inMinutes(pauseMinutes);
  const again = (at: Date) => requestConfirmation(world)(editor, input, callAt(at, at.toISOString()));
  expect(await again(new Date(until.getTime() - 1))).toEqual(
    fail({ kind: 'mail-paused', until: until.toISOString() }),
  );
  expect(await again(until)).toMatchObject({ ok: true });
});

test('however the mails are spread, five go within twenty-four hours and none within ten minutes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 180 }), { maxLength: 60 }), (steps) => {
      let mailed: readonly string[] = [];
      let at = noon.getTime();
      const sent: number[] = [];
      for (const minutes of steps) {
        at += minutes * 60_000;
        const done = mailedAgain(mailed, new Date(at));
        if (done.ok) {
          mailed = done.value;
          sent.push(at);
        } else {
          const { until } = done.failure;
          expect(new Date(until).getTime()).toBeGreaterThan(at);
          expect(mailedAgain(mailed, new Date(until)).ok).toBe(true);
        }
      }
      for (const [index, one] of sent.entries()) {
        const next = sent[index + 1];
        if (next !== undefined) expect(next - one).toBeGreaterThanOrEqual(pauseMinutes * 60_000);
        expect(sent.filter((other) => other >= one && other < one + 86_400_000).length).toBeLessThanOrEqual(
          mailsADay,
        );
      }
    }),
  );
});

const actions = ['request', 'keep', 'forward', 'revoke', 'confirm', 'propose-changes', 'decline'] as const;
const of = {
  applicationId: 'app-1',
  organisationId: 'org-austin',
  plan: { title: 'T', arrivesOn: '2027-06-01', leavesOn: '2027-06-08' },
};
const office = { office: '課', contact: '', email: 'a@b.example', by: 'p', tokenHash: 'h', key: 'k' };

/** Five hours apart, so that no pause between mails stands in the way. */
const later = (at: number) => new Date(noon.getTime() + at * 5 * 3_600_000);
const ask = (from: Confirmation | undefined, at: Date) => askOffice(from, { of, asked: office, at });
const step = (from: Confirmation, action: Exclude<(typeof actions)[number], 'request'>, at: Date) => {
  const { version } = from;
  if (action === 'keep') return keepAsOffice(from, { ...yes, version }, at);
  if (action === 'revoke') return revokeAsking(from, 'p', at);
  const email = from.asked.email === 'a@b.example' ? 'c@b.example' : 'a@b.example';
  const to = { version, name: '', email, tokenHash: 'h2', key: 'k2' };
  if (action === 'forward') return handOn(from, to, at);
  return answerAsOffice(from, { ...yes, version, action, note: '6月' }, at);
};

test('whatever is tried, in whatever order, only the table’s steps happen, one version and one event each', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 20 }), (tried) => {
      let now: Confirmation | undefined;
      let at = 0;
      for (const action of tried) {
        const status = now?.status ?? 'not-requested';
        const version = now?.version ?? 0;
        const allowed = new Map<string, string>(Object.entries(confirmationSteps[status]));
        if (action !== 'request' && !now) continue;
        at += 1;
        const done = now && action !== 'request' ? step(now, action, later(at)) : ask(now, later(at));
        expect(done?.ok).toBe(allowed.has(action));
        if (!done?.ok) continue;
        expect(done.value.confirmation.status).toBe(allowed.get(action));
        expect(done.value.confirmation.version).toBe(version + 1);
        expect(done.value.events).toHaveLength(1);
        now = done.value.confirmation;
      }
      const isOpen = now?.status === 'requested' || now?.status === 'awaiting-approval';
      expect(answersAfter(now?.status ?? 'not-requested')).toHaveLength(isOpen ? 3 : 0);
    }),
  );
});
