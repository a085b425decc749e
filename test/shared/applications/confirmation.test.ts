import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerConfirmation } from '../../../shared/applications/answer-confirmation.ts';
import {
  answerSchema,
  answersAfter,
  type Confirmation,
  confirmationSteps,
} from '../../../shared/applications/confirmation.ts';
import { answerAsOffice, askOffice } from '../../../shared/applications/confirmation-steps.ts';
import { requestConfirmation } from '../../../shared/applications/request-confirmation.ts';
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

const input = { applicationId: 'app-1' };
const yes = { version: 1, action: 'confirm', name: '担当 例', approver: '課長 例', note: '' } as const;
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
  await requestConfirmation(world)(editor, input, callAt(noon, 'again'));
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
        at: noon.toISOString(),
        expiresAt: expiry.toISOString(),
      },
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

const actions = ['request', 'confirm', 'propose-changes', 'decline'] as const;
const of = {
  applicationId: 'app-1',
  organisationId: 'org-austin',
  plan: { title: 'T', arrivesOn: '2027-06-01', leavesOn: '2027-06-08' },
};
const office = { office: '課', contact: '', email: 'a@b.example', by: 'p', tokenHash: 'h', key: 'k' };

test('whatever is tried, in whatever order, only the table’s steps happen, one version and one event each', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 20 }), (tried) => {
      let now: Confirmation | undefined;
      for (const action of tried) {
        const status = now?.status ?? 'not-requested';
        const version = now?.version ?? 0;
        const allowed = new Map<string, string>(Object.entries(confirmationSteps[status]));
        if (action !== 'request' && !now) continue;
        const done =
          action === 'request'
            ? askOffice(now, { of, asked: office, at: noon })
            : now
              ? answerAsOffice(now, { ...yes, version, action }, noon)
              : undefined;
        expect(done?.ok).toBe(allowed.has(action));
        if (!done?.ok) continue;
        expect(done.value.confirmation.status).toBe(allowed.get(action));
        expect(done.value.confirmation.version).toBe(version + 1);
        expect(done.value.events).toHaveLength(1);
        now = done.value.confirmation;
      }
      expect(answersAfter(now?.status ?? 'not-requested')).toHaveLength(now?.status === 'requested' ? 3 : 0);
    }),
  );
});
