import { expect, test } from 'vitest';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { answerQuestion } from '../../../shared/programs/answer-question.ts';
import { askQuestion } from '../../../shared/programs/ask-question.ts';
import { listPublicAnswers, listQuestions } from '../../../shared/programs/list-questions.ts';
import { answerSchema } from '../../../shared/programs/question.ts';
import { viewQuestion } from '../../../shared/programs/view-question.ts';
import { atNoon, callAt, noon, ownerOf, person, staff } from '../../support/accounts-fakes.ts';
import { aRound, fakeQuestions, fakeRounds, openCursors } from '../../support/programs-fakes.ts';

const asked = {
  name: 'Ann',
  email: 'ann@example.org',
  language: 'en',
  text: 'May we bring a choir?',
} as const;
const answer = { text: 'Yes, within the maximum.', isPublic: true, publicQuestion: 'May a choir travel?' };
const notFound = fail({ kind: 'not-found' });

const given = () => {
  const questions = fakeQuestions();
  const rounds = fakeRounds(aRound(), aRound({ id: 'draft-1', status: 'draft' }));
  const ports = { questions, rounds, cursors: openCursors };
  const ask = async (roundId?: string) => {
    const done = await askQuestion(ports)(publicActor, { ...asked, ...(roundId && { roundId }) }, atNoon);
    if (!done.ok) throw new Error('the question was refused');
    return done.value.questionId;
  };
  return { ...ports, ask, put: askQuestion(ports), reply: answerQuestion(ports) };
};

test('anyone asks; the same form sent twice asks once', async () => {
  const { ask, questions } = given();
  const id = await ask('round-1');
  expect(await ask('round-1')).toBe(id);
  expect(await questions.find(id)).toMatchObject({
    status: 'asked',
    roundId: 'round-1',
    asker: { name: 'Ann' },
  });
  expect(questions.events).toEqual(['question-asked']);
});

test('who asks signed in is known by their account', async () => {
  const { put, questions } = given();
  const done = await put(person('ann'), asked, atNoon);
  expect(done.ok && (await questions.find(done.value.questionId))?.askedBy).toBe('ann');
});

test.each(['draft-1', 'none'])('nobody can ask about the round %s', async (roundId) => {
  const { put } = given();
  expect(await put(publicActor, { ...asked, roundId }, atNoon)).toEqual(notFound);
});

test('a public answer shows staff’s wording and nothing of who asked', async () => {
  const ports = given();
  const questionId = await ports.ask('round-1');
  await ports.reply(staff, { ...answer, questionId, version: 1 }, atNoon);
  const listed = await listPublicAnswers(ports)(publicActor, { roundId: 'round-1' }, atNoon);
  expect(listed).toMatchObject({
    value: { items: [{ question: 'May a choir travel?', answer: 'Yes, within the maximum.' }] },
  });
  expect(JSON.stringify(listed)).not.toMatch(/Ann|ann@|bring/);
  expect(await listPublicAnswers(ports)(publicActor, {}, atNoon)).toMatchObject({ value: { items: [] } });
  expect(ports.questions.events).toEqual(['question-asked', 'question-answered']);
});

test('a private answer reaches nobody but the asker', async () => {
  const ports = given();
  const questionId = await ports.ask();
  await ports.reply(staff, { ...answer, isPublic: false, questionId, version: 1 }, atNoon);
  expect(await listPublicAnswers(ports)(publicActor, {}, atNoon)).toMatchObject({ value: { items: [] } });
});

test('a question is answered once: a retry is ok, another answer is refused', async () => {
  const { ask, reply, questions } = given();
  const input = { ...answer, questionId: await ask(), version: 1 };
  expect((await reply(staff, input, atNoon)).ok).toBe(true);
  expect((await reply(staff, input, atNoon)).ok).toBe(true);
  expect(await reply(staff, { ...input, text: 'No.', version: 2 }, atNoon)).toEqual(
    fail({ kind: 'step-refused', current: 'answered', action: 'answer' }),
  );
  expect(questions.events.filter((type) => type === 'question-answered')).toHaveLength(1);
});

test('an answer to an older version is refused', async () => {
  const { ask, reply } = given();
  const input = { ...answer, questionId: await ask(), version: 7 };
  expect(await reply(staff, input, atNoon)).toEqual(fail({ kind: 'stale', current: 1 }));
});

test('only staff see who asked, and answer', async () => {
  const ports = given();
  const questionId = await ports.ask();
  for (const actor of [
    publicActor,
    ownerOf('org-1'),
    person('rev', { kind: 'reviewer', roundId: 'round-1' }),
  ]) {
    expect(await viewQuestion(ports)(actor, { questionId }, atNoon)).toEqual(notFound);
    expect(await listQuestions(ports)(actor, { status: 'asked' }, atNoon)).toEqual(notFound);
    expect(await ports.reply(actor, { ...answer, questionId, version: 1 }, atNoon)).toEqual(notFound);
  }
  expect(await listQuestions(ports)(staff, { status: 'asked' }, callAt(noon))).toMatchObject({
    value: { items: [{ id: questionId }] },
  });
});

test('a public answer needs staff’s wording of the question', () => {
  const given = answerSchema.safeParse({ text: 'Yes.', isPublic: true, publicQuestion: ' ' });
  expect(given.error?.issues).toMatchObject([{ path: ['publicQuestion'], message: 'required' }]);
});
