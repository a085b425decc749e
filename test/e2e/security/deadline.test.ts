import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { draftStore } from '../../../shared/applications/draft.store.ts';
import { submissionStore } from '../../../shared/applications/submission.store.ts';
import { applicationIdOf } from '../../../shared/reviews/review.ts';
import { startEngine } from '../../support/engine.ts';
import { type PastRound, pastRound } from './past-round.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let of: PastRound;
let id: string;

beforeAll(async () => {
  engine = await startEngine();
  of = await pastRound(engine);
});
afterAll(() => engine?.stop());
beforeEach(async () => {
  id = await of.signed();
});

const later = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);
const owner = (at: Date, form?: Record<string, string>, headers?: Record<string, string>) => ({
  ...{ as: of.owner, at },
  ...(form && { form: { _key: randomUUID(), ...form } }),
  ...(headers && { headers }),
});
const submit = (at: Date, form: Record<string, string> = {}) =>
  of.site.ask(`/applications/${id}/check`, owner(at, form));
const statusNow = async () => (await applicationStore(engine).find(id))?.status;
const sectionNow = async (section: string) =>
  (await draftStore(engine).find(id))?.sections.find((one) => one.id === section);

test('takes a submission at the last instant of the grace, to the millisecond', async () => {
  expect((await submit(of.instants.lastInstant)).location).toBe(`/applications/${id}/receipt`);
  const { status, text } = await of.site.ask(`/applications/${id}/receipt`, owner(of.instants.lastInstant));
  expect([status, await statusNow()]).toEqual([200, 'submitted']);
  expect(text).toContain(of.instants.lastInstant.toISOString());
});

test('refuses a submission one millisecond later, says so on the page, and the draft stays', async () => {
  const late = await submit(later(of.instants.lastInstant, 1));
  expect([late.status, await statusNow()]).toEqual([409, 'draft']);
  expect(late.text).toContain('id="errors"');
  expect(await submissionStore(engine).find(id, 1)).toBeUndefined();
  expect((await sectionNow('project'))?.data.title).toBe('Bread and clay');
});

test('answers the retry of a submission that came in time with its receipt, long after the close', async () => {
  const _key = randomUUID();
  await submit(of.instants.lastInstant, { _key });
  const retried = await submit(later(of.instants.lastInstant, 86_400_000), { _key });
  expect([retried.status, retried.location]).toEqual([303, `/applications/${id}/receipt`]);
  expect(await submissionStore(engine).find(id, 2)).toBeUndefined();
});

test('a retry helps nobody whose first request came too late', async () => {
  const _key = randomUUID();
  await submit(later(of.instants.lastInstant, 1), { _key });
  expect((await submit(later(of.instants.lastInstant, 2), { _key })).status).toBe(409);
});

test('ten clicks at once send one submission', async () => {
  const sent = await Promise.all(Array.from({ length: 10 }, () => submit(of.instants.closes)));
  expect(sent.map(({ status }) => status)).toEqual(Array(10).fill(303));
  expect(await submissionStore(engine).find(id, 1)).toBeDefined();
  expect(await submissionStore(engine).find(id, 2)).toBeUndefined();
});

test('what is typed after the submission changes neither draft nor submission, and comes back', async () => {
  await submit(of.instants.closes);
  const before = await sectionNow('project');
  const typed = { version: String(before?.version), title: 'Another title', theme: 'sustainability' };
  const saved = await of.site.ask(`/applications/${id}/project`, owner(of.instants.closes, typed));
  expect(saved.status).toBe(409);
  expect(saved.text).toContain('Another title');
  const headers = { 'x-autosave': '1' };
  const autosaved = await of.site.ask(
    `/applications/${id}/project`,
    owner(of.instants.closes, typed, headers),
  );
  expect([autosaved.status, JSON.parse(autosaved.text).kind]).toEqual([409, 'step-refused']);
  expect(await sectionNow('project')).toEqual(before);
});

test('an autosave in the very moment of the submission is in it or in the draft, and never lost', async () => {
  const { version } = (await sectionNow('project')) ?? { version: 0 };
  const typed = { version: String(version), title: 'Bread, clay and glass', theme: 'sustainability' };
  const headers = { 'x-autosave': '1' };
  const [sent, saved] = await Promise.all([
    submit(of.instants.closes),
    of.site.ask(`/applications/${id}/project`, owner(of.instants.closes, typed, headers)),
  ]);
  const title = String((await sectionNow('project'))?.data.title);
  expect(title).toBe(saved.status === 200 ? 'Bread, clay and glass' : 'Bread and clay');
  const snapshot = (await submissionStore(engine).find(id, 1))?.snapshot;
  // A text that nobody has signed is never sent.
  if (sent.status === 303) expect(snapshot).toContain('"Bread and clay"');
  else expect([sent.status, snapshot]).toEqual([409, undefined]);
});

test('reopens at the close and not a millisecond after it, grace or not', async () => {
  await submit(of.instants.closes);
  const reopen = (at: Date) => of.site.ask(`/applications/${id}/reopen`, owner(at, {}));
  expect([(await reopen(later(of.instants.closes, 1))).status, await statusNow()]).toEqual([
    409,
    'submitted',
  ]);
  expect([(await reopen(of.instants.closes)).status, await statusNow()]).toEqual([303, 'draft']);
});

test('withdraws after the close, for good, and only when it is meant', async () => {
  await submit(of.instants.closes);
  const withdraw = (form: Record<string, string>) =>
    of.site.ask(`/applications/${id}/withdraw`, owner(later(of.instants.lastInstant, 1), form));
  expect([(await withdraw({})).status, await statusNow()]).toEqual([400, 'submitted']);
  expect([(await withdraw({ sure: 'yes' })).status, await statusNow()]).toEqual([303, 'withdrawn']);
  expect((await submit(of.instants.closes)).location).toBe(`/applications/${id}`);
  expect(await statusNow()).toBe('withdrawn');
});

test('takes a review at the last instant it is due, and keeps the words of one that comes a millisecond later', async () => {
  const reviewId = await of.reviewed();
  const review = (at: Date, comment: string, version: number) =>
    of.site.ask(`/reviews/${reviewId}`, {
      ...{ as: of.reviewer, at },
      form: {
        ...{ _key: randomUUID(), do: 'submit', version: String(version), confidence: 'very' },
        ...{ 'scores.outcomes': '4', 'scores.feasibility': '5', 'comments.outcomes': comment },
      },
    });
  const late = await review(later(of.instants.reviewDue, 1), 'A millisecond late', 1);
  expect(late.status).toBe(409);
  expect(late.text).toContain('A millisecond late');
  expect((await review(of.instants.reviewDue, 'In time', 2)).status).toBe(303);
  const page = await of.site.ask(`/reviews/${reviewId}`, { as: of.reviewer, at: of.instants.reviewDue });
  expect(page.text).toContain('In time');
  expect((await applicationStore(engine).find(applicationIdOf(reviewId)))?.status).toBe('in-review');
});
