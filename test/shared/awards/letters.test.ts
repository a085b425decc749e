import { expect, test } from 'vitest';
import type { Application } from '../../../shared/applications/application.ts';
import { applyAnnouncement } from '../../../shared/awards/apply-announcement.ts';
import type { Decision } from '../../../shared/awards/decision.ts';
import { defaultLetters } from '../../../shared/awards/default-letters.ts';
import { saveLetter, setAnswerDate, viewLetters } from '../../../shared/awards/edit-letters.ts';
import {
  fillLetter,
  letterKinds,
  letterWordsSchema,
  placeholders,
  unknownPlaceholders,
} from '../../../shared/awards/letter.ts';
import { previewLetters } from '../../../shared/awards/preview-letters.ts';
import { requestConfirmations } from '../../../shared/awards/request-confirmations.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { aDecision, fakeDecisions, fakeLetters, fakeRemarks } from '../../support/awards-fakes.ts';
import { anAccount, fakeMessages, fakePeople } from '../../support/messages-fakes.ts';
import { anApplication, applicant, aRound, callAt, fakeRounds, staff } from '../../support/reviews-fakes.ts';

const now = new Date('2027-03-01T15:00:00.000Z');
const call = callAt(now);
const compose = composeMail('https://shimai.example');
const hostile = 'A {deadline} \r\nBcc: all@city.example <b>';
const certified = (applicationId: string, over: Partial<Decision> = {}) =>
  aDecision({ applicationId, status: 'certified', version: 2, settledBy: 'staff-2', ...over });

const given = (
  applications: Application[],
  decided: Decision[] = [],
  round: Round = aRound(),
  kept: readonly string[] = [],
) => {
  const messages = fakeMessages();
  const decisions = fakeDecisions(...decided);
  const letters = fakeLetters();
  const ports = {
    applications: {
      allSent: async (_: string, status?: Application['status']) =>
        applications.filter((one) => !status || one.status === status),
      ofRound: async () => ({ items: applications }),
      find: async (id: string) => applications.find((one) => one.id === id),
    },
    rounds: fakeRounds(round),
    people: fakePeople(
      [
        { personId: 'ada', as: 'owner' },
        { personId: 'ken', as: 'owner' },
        { personId: 'eve', as: 'editor' },
      ],
      [anAccount('ken', { language: 'ja', name: hostile })],
    ),
    remarks: fakeRemarks(),
    clearance: async () => (one: { id: string }) => (kept.includes(one.id) ? 'declared' : undefined),
    clock: () => now,
    cursors: cursorsWith('seal'),
    decisions,
    letters,
    messages,
    compose,
  };
  return { ports, decisions, letters, messages };
};

test('every letter comes with words in both languages, each kind with a subject of its own, and no unknown placeholder', () => {
  for (const language of ['en', 'ja'] as const) {
    const subjects = letterKinds.map((kind) => defaultLetters[kind].subject[language]);
    expect(new Set(subjects).size).toBe(letterKinds.length);
  }
  for (const kind of letterKinds)
    expect(letterWordsSchema.parse(defaultLetters[kind])).toEqual(defaultLetters[kind]);
});

test('an unknown placeholder is refused by its name', () => {
  expect(unknownPlaceholders('{title} {amuont} { page } {}')).toEqual(['amuont', ' page ', '']);
  const words = { ...defaultLetters.award, subject: { en: 'Award of {amuont}', ja: '' } };
  expect(letterWordsSchema.safeParse(words).error?.issues).toMatchObject([
    { path: ['subject', 'en'], message: 'unknown-placeholder', params: { detail: '{amuont}' } },
  ]);
});

test('what a value holds is text, also where it looks like a placeholder; empty paragraphs leave no gap', () => {
  const values = Object.fromEntries(placeholders.map((name) => [name, `{${name === 'us' ? 'jp' : 'us'}}`]));
  expect(fillLetter('{title} and {us}', values)).toBe('{us} and {jp}');
  expect(fillLetter('One\n\n{deadline}\n\nTwo\n\n{feedback}', {})).toBe('One\n\nTwo');
});

test('staff write words and a date; missing Japanese is marked, a second click changes nothing, an old version is stale', async () => {
  const { ports, letters } = given([]);
  const body = { en: 'Dear city, {amount}.', ja: '' };
  const input = {
    roundId: 'round-1',
    kind: 'award',
    version: 0,
    subject: defaultLetters.award.subject,
    body,
  } as const;
  expect(await saveLetter(ports)(staff, input, call)).toMatchObject({ value: { version: 1, body } });
  expect(await saveLetter(ports)(staff, input, call)).toMatchObject({ value: { version: 1 } });
  expect(letters.templates).toHaveLength(1);
  // A colleague who wrote the same has not read what stands.
  const colleague = { ...staff, personId: 'staff-2' };
  expect(await saveLetter(ports)(colleague, input, call)).toEqual(fail({ kind: 'stale', current: 1 }));
  const other = { ...input, body: { en: 'Other', ja: '' } };
  expect(await saveLetter(ports)(staff, other, call)).toEqual(fail({ kind: 'stale', current: 1 }));
  const date = { roundId: 'round-1', answerBy: '2027-03-20T17:00', version: 0 };
  expect(await setAnswerDate(ports)(staff, { ...date, answerBy: '2027-02-01T17:00' }, call)).toMatchObject({
    failure: { fields: [{ path: 'answerBy', code: 'in-the-past' }] },
  });
  // 17:00 in New York: a date that has just come is none to answer by.
  const then = callAt(new Date('2027-03-20T21:00:00.000Z'));
  expect(await setAnswerDate(ports)(staff, date, then)).toMatchObject({ failure: { kind: 'invalid-input' } });
  const draft = given([], [], aRound({ status: 'draft' })).ports;
  expect(await setAnswerDate(draft)(staff, date, call)).toMatchObject({
    failure: { kind: 'step-refused', current: 'draft' },
  });
  const set = await setAnswerDate(ports)(staff, date, call);
  expect(set).toMatchObject({ value: { version: 1 } });
  expect(await setAnswerDate(ports)(staff, date, call)).toEqual(set);
  const seen = await viewLetters(ports)(staff, { roundId: 'round-1' }, call);
  expect(seen.ok && seen.value.answerDate?.answerBy).toBe('2027-03-20T17:00');
  expect(seen.ok && seen.value.letters.map(({ version, missing }) => [version, missing.length])).toEqual([
    [1, 1],
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect(await viewLetters(ports)(applicant, { roundId: 'round-1' }, call)).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('a subject that another kind has is refused in its language; without Japanese it is the English that counts', async () => {
  const { ports, letters } = given([]);
  const { award, decline } = defaultLetters;
  const save = (subject: { en: string; ja: string }, kind: 'award' | 'decline' = 'decline', version = 0) =>
    saveLetter(ports)(staff, { roundId: 'round-1', kind, version, subject, body: decline.body }, call);
  const refused = (...paths: string[]) =>
    fail({ kind: 'invalid-input', fields: paths.map((path) => ({ path, code: 'subject-of-another' })) });
  expect(await save(award.subject)).toEqual(refused('subject.en', 'subject.ja'));
  expect(await save({ en: 'ＡＷＡＲＤ:  {title}', ja: decline.subject.ja })).toEqual(refused('subject.en'));
  expect(await save({ en: 'Result', ja: award.subject.ja })).toEqual(refused('subject.ja'));
  expect(await save({ en: award.subject.ja, ja: '' })).toEqual(refused('subject.en'));
  expect(letters.templates).toEqual([]);
  // Its own subject, kept or written anew, stands in nobody's way.
  expect(await save({ en: 'Result', ja: '' })).toMatchObject({ ok: true });
  expect(await save({ en: 'Result', ja: 'Result' }, 'decline', 1)).toMatchObject({ ok: true });
  expect(await save({ en: 'Yes', ja: 'Result' }, 'award')).toEqual(refused('subject.ja'));
  // Without its Japanese the other's is sent in English, which meets one's Japanese.
  expect(await save({ en: 'Outcome', ja: '' }, 'decline', 2)).toMatchObject({ ok: true });
  expect(await save({ en: 'Yes', ja: 'Outcome' }, 'award')).toEqual(refused('subject.ja'));
});

const two = [
  anApplication({ id: 'a1', status: 'in-review', title: hostile }),
  anApplication({ id: 'a2', status: 'in-review' }),
];
const both = [certified('a1'), certified('a2', { decision: 'decline', amountCents: 0 })];

test('the preview is byte for byte what is written to every recipient, hostile words and all', async () => {
  const { ports, letters, decisions } = given(two, both, aRound());
  const saved = { roundId: 'round-1', kind: 'award', version: 0 } as const;
  const subject = { en: 'Yes: {title}', ja: '' };
  const body = { en: '{name}: {amount}, {title}. {deadline} {page}', ja: '{title}に{amount}。{deadline}' };
  await saveLetter(ports)(staff, { ...saved, subject, body }, call);
  await setAnswerDate(ports)(staff, { roundId: 'round-1', answerBy: '2027-03-20T17:00', version: 0 }, call);
  const preview = await previewLetters(ports)(staff, { roundId: 'round-1' }, call);
  const announced = { ...ports, rounds: fakeRounds(aRound({ announcedAt: now.toISOString() })) };
  await applyAnnouncement(announced)('round-1');
  const sent = decisions.announced.flatMap((one) => one.letters.map(({ message }) => compose(message)));
  expect(sent).toHaveLength(4);
  expect(preview.ok && preview.value.items.flatMap((one) => one.letters.map(({ letter }) => letter))).toEqual(
    sent,
  );
  for (const { subject: line } of sent) expect(line).not.toMatch(/[\r\n]/);
  expect(sent[0]?.subject).toBe('Yes: A {deadline} Bcc: all@city.example <b>');
  // A reader of Japanese without Japanese words gets English, and the preview says so.
  expect(preview).toMatchObject({
    value: { items: [{ letters: [{ lacksJapanese: false }, { lacksJapanese: true }] }, {}] },
  });
  // Words written afterwards change no letter that is held.
  await saveLetter(ports)(
    staff,
    { ...saved, version: 1, subject, body: { en: 'Never mind.', ja: '' } },
    call,
  );
  expect(letters.templates).toHaveLength(2);
  expect(decisions.announced[0]?.letters.map(({ message }) => compose(message))).toEqual(sent.slice(0, 2));
});

test('the preview leaves out what the reader conflicts with and says how many; nobody but staff finds it', async () => {
  const { ports } = given(two, both, aRound(), ['a1']);
  expect(await previewLetters(ports)(staff, { roundId: 'round-1' }, call)).toMatchObject({
    value: { kept: 1, count: 1, items: [{ application: { id: 'a2' } }] },
  });
  expect(await previewLetters(ports)(applicant, { roundId: 'round-1' }, call)).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('the preview is paged, every application once, and a forged cursor opens nothing', async () => {
  const many = Array.from({ length: 45 }, (_, at) =>
    anApplication({ id: `a${100 + at}`, status: 'in-review' }),
  );
  const { ports } = given(
    many,
    many.map(({ id }) => certified(id)),
  );
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await previewLetters(ports)(staff, { roundId: 'round-1', cursor }, call);
    if (!page.ok) throw new Error(page.failure.kind);
    ids.push(...page.value.items.map(({ application }) => application.id));
    cursor = page.value.next;
  } while (cursor);
  expect(ids).toEqual(many.map(({ id }) => id));
  expect(await previewLetters(ports)(staff, { roundId: 'round-1', cursor: 'forged' }, call)).toMatchObject({
    failure: { kind: 'invalid-input' },
  });
});

test('awardees are asked to confirm after the date alone, once each however often it is clicked, under another subject', async () => {
  const outcome = { decision: 'award', amountCents: 1_000_000, at: now.toISOString() } as const;
  const unanswered = [
    anApplication({ id: 'a1', status: 'awarded', outcome }),
    anApplication({ id: 'a2', status: 'accepted', outcome }),
  ];
  const { ports, messages } = given(unanswered, [], aRound({ announcedAt: now.toISOString() }));
  const ask = (at: string, version = 1) =>
    requestConfirmations(ports)(
      staff,
      { roundId: 'round-1', answerBy: '2027-04-10T17:00', version },
      callAt(new Date(at)),
    );
  expect(await ask('2027-03-01T15:00:00.000Z')).toMatchObject({ failure: { kind: 'step-refused' } });
  await setAnswerDate(ports)(staff, { roundId: 'round-1', answerBy: '2027-03-20T17:00', version: 0 }, call);
  expect(await ask('2027-03-20T21:00:00.000Z')).toMatchObject({ failure: { kind: 'not-due-yet' } });
  const late = '2027-03-20T21:00:00.001Z';
  expect(await ask(late)).toEqual({ ok: true, value: { written: 2 } });
  expect(await ask(late)).toEqual({ ok: true, value: { written: 0 } });
  expect(messages.saved.map(({ message }) => [message.kind, message.status, message.about])).toEqual([
    ['letter-please-confirm', 'held', 'application#a1'],
    ['letter-please-confirm', 'held', 'application#a1'],
  ]);
  expect(messages.saved.map(({ message }) => compose(message).subject)[0]).toMatch(/^Please confirm:/);
  expect(messages.saved.map(({ message }) => compose(message).text)[0]).toContain('April 10, 2027');
  expect(await ask(late, 7)).toEqual(fail({ kind: 'stale', current: 2 }));
  // By another date they are asked anew.
  const next = { roundId: 'round-1', answerBy: '2027-05-10T17:00', version: 2 };
  const later = callAt(new Date('2027-04-10T21:00:00.001Z'));
  expect(await requestConfirmations(ports)(staff, next, later)).toEqual(ok({ written: 2 }));
});

test('nobody is asked to confirm before the announcement, what they have answered since, or by who may not know of it', async () => {
  const outcome = { decision: 'award', amountCents: 1_000_000, at: now.toISOString() } as const;
  const waiting = anApplication({ id: 'a1', status: 'awarded', outcome });
  const ask = async (round: Round, kept: readonly string[] = [], today = waiting) => {
    const { ports, messages } = given([waiting], [], round, kept);
    await setAnswerDate(ports)(staff, { roundId: 'round-1', answerBy: '2027-03-20T17:00', version: 0 }, call);
    const applications = { ...ports.applications, find: async () => today };
    const input = { roundId: 'round-1', answerBy: '2027-04-10T17:00', version: 1 };
    const late = callAt(new Date('2027-03-21T12:00:00.000Z'));
    const done = await requestConfirmations({ ...ports, applications })(staff, input, late);
    return { done, written: messages.saved.length };
  };
  const announced = aRound({ announcedAt: now.toISOString() });
  expect(await ask(aRound())).toMatchObject({ done: { failure: { current: 'closed' } }, written: 0 });
  expect(await ask(announced, ['a1'])).toEqual({ done: ok({ written: 0 }), written: 0 });
  // The index may lag: the item itself says that it was accepted a moment ago.
  const accepted = { ...waiting, status: 'accepted' as const };
  expect(await ask(announced, [], accepted)).toEqual({ done: ok({ written: 0 }), written: 0 });
});

test('no letter is previewed of what was withdrawn or sent back, none names a date that has passed, and a full page is the last', async () => {
  const many = Array.from({ length: 20 }, (_, at) =>
    anApplication({ id: `a${100 + at}`, status: 'in-review' }),
  );
  const gone = anApplication({ id: 'b1', status: 'withdrawn' });
  const back = anApplication({ id: 'b2', status: 'in-review' });
  const decided = [...many, gone].map(({ id }) => certified(id));
  const { ports } = given([...many, gone, back], [...decided, certified('b2', { status: 'sent-back' })]);
  await setAnswerDate(ports)(staff, { roundId: 'round-1', answerBy: '2027-03-20T17:00', version: 0 }, call);
  const at = (day: string) => previewLetters(ports)(staff, { roundId: 'round-1' }, callAt(new Date(day)));
  const page = await at('2027-03-01T15:00:00.000Z');
  expect(page.ok && [page.value.count, page.value.items.length, page.value.next]).toEqual([
    20,
    20,
    undefined,
  ]);
  expect(JSON.stringify(page)).toContain('March 20, 2027');
  expect(JSON.stringify(await at('2027-03-21T15:00:00.000Z'))).not.toContain('March 20');
});
