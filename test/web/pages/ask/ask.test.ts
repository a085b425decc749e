import { expect, test } from 'vitest';
import { answerQuestion } from '../../../../shared/programs/answer-question.ts';
import { askQuestion } from '../../../../shared/programs/ask-question.ts';
import { listPublicAnswers, listQuestions } from '../../../../shared/programs/list-questions.ts';
import { listOpenRounds } from '../../../../shared/programs/list-rounds.ts';
import { viewQuestion } from '../../../../shared/programs/view-question.ts';
import { viewOpenRound } from '../../../../shared/programs/view-round.ts';
import { aRound, fakeQuestions, fakeRounds, openCursors } from '../../../support/programs-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const staff = aPerson('staff-1', { kind: 'staff', programId: 'leading-asia' });
const ann = aPerson('ann');

const given = () => {
  const questions = fakeQuestions();
  const ports = { questions, rounds: fakeRounds(aRound()), cursors: openCursors };
  const ask = {
    listOpenRounds: listOpenRounds(ports),
    viewOpenRound: viewOpenRound(ports),
    askQuestion: askQuestion(ports),
    listPublicAnswers: listPublicAnswers(ports),
    listQuestions: listQuestions(ports),
    viewQuestion: viewQuestion(ports),
    answerQuestion: answerQuestion(ports),
  };
  const asked = async () => (await questions.byStatus('asked')).items;
  return { ...webApp({ people: [staff, ann], useCases: { ask } }), asked, questions };
};
const typed = {
  _key: 'form-1',
  roundId: 'round-1',
  name: 'Ann',
  email: 'ann@example.org',
  language: 'en',
  text: 'May we bring a choir?',
  website: '',
};

test('anyone asks about a round without signing in, and is told how the answer comes', async () => {
  const { get, post, asked } = given();
  const form = await (await get('/en/ask?round=round-1')).text();
  expect(form).toMatch(/<option value="round-1" selected/);
  expect(form).toContain('No mail goes to anyone.');
  expect(form).toContain('href="/en/privacy"');
  const sent = await post('/en/ask', typed);
  expect(sent.headers.get('location')).toBe('/en/ask?sent=1');
  expect(await (await get('/en/ask?sent=1')).text()).toContain('The answer comes by mail');
  expect(await asked()).toMatchObject([{ roundId: 'round-1', text: 'May we bring a choir?' }]);
});

test('someone signed in finds name, address and language filled in', async () => {
  const { get } = given();
  expect(await (await get('/ja/ask', { as: ann })).text()).toMatch(/value="ann@example.org"/);
});

test('a question without words or with a wrong address comes back with 400 and all that was typed', async () => {
  const { post, asked } = given();
  const refused = await post('/ja/ask', { ...typed, email: 'ann at home', text: '  ' });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('value="ann at home"');
  expect(html).toMatch(/href="#email".*href="#text"/s);
  expect(await asked()).toEqual([]);
});

test('what fills in the hidden field is thanked and not kept', async () => {
  const { post, asked } = given();
  expect((await post('/en/ask', { ...typed, website: 'https://spam.example' })).status).toBe(303);
  expect(await asked()).toEqual([]);
});

test('staff answer in public: the asker’s address stands in the outbox, everyone reads staff’s wording', async () => {
  const { get, post, asked, questions } = given();
  await post('/en/ask', typed);
  const id = (await asked())[0]?.id ?? '';
  expect(await (await get('/en/staff/questions', { as: staff })).text()).toContain('May we bring a choir?');
  const form = await (await get(`/en/staff/questions/${id}`, { as: staff })).text();
  expect(form).toMatch(/mail goes to.*ann@example\.org/s);

  const answer = { text: 'Yes.\n\nWithin the maximum.', isPublic: 'yes', version: '1' };
  const refused = await post(`/en/staff/questions/${id}`, answer, { as: staff });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toMatch(/href="#publicQuestion"/);

  const done = await post(
    `/en/staff/questions/${id}`,
    { ...answer, publicQuestion: 'May a choir travel?' },
    { as: staff },
  );
  expect(done.status).toBe(303);
  expect(questions.events).toEqual(['question-asked', 'question-answered']);
  const html = await (await get('/ja/rounds/round-1/questions')).text();
  expect(html).toMatch(/lang="en">May a choir travel\?<\/h2>.*Within the maximum\./s);
  expect(html).not.toMatch(/Ann\b|ann@/);
  expect(await (await get('/en/staff/questions?status=answered', { as: staff })).text()).toContain(
    'Everyone',
  );
});

test('nobody but staff sees who asked', async () => {
  const { get, post, asked } = given();
  await post('/en/ask', typed);
  const id = (await asked())[0]?.id ?? '';
  expect((await get('/en/staff/questions', { as: ann })).status).toBe(404);
  expect((await get(`/en/staff/questions/${id}`, { as: ann })).status).toBe(404);
  expect((await get(`/en/staff/questions/${id}`)).status).toBe(303);
});

test('a round that is not public has no questions page', async () => {
  expect((await given().get('/en/rounds/none/questions')).status).toBe(404);
});
