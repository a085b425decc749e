import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationWrites } from '../../../shared/applications/application.store.ts';
import { discussionStore } from '../../../shared/discussions/discussion.store.ts';
import type { Discussion, Notes, Post } from '../../../shared/discussions/discussion.ts';
import { roundDiscussionStore } from '../../../shared/discussions/round-discussion.store.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { reviewStore } from '../../../shared/reviews/review.store.ts';
import { anOpening } from '../../support/discussions-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { aSubmittedFile } from '../../support/reviews-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const at = '2027-02-20T12:00:00.000Z';
const head = (applicationId: string, version: number, posts = version): Discussion => ({
  ...{ applicationId, roundId: 'round-1', version, posts },
});
const post = (applicationId: string, no: number, over: Partial<Post> = {}): Post => ({
  ...{ applicationId, no, by: 'reviewer-1', as: 'reviewer', at, key: `key/${no}`, text: `Post ${no}` },
  ...over,
});
const notes = (applicationId: string, version: number, over: Partial<Notes> = {}): Notes => ({
  ...{ applicationId, version, by: 'staff-1', as: 'staff', at, text: `Notes ${version}`, kept: false },
  ...over,
});
const conflict = fail({ kind: 'conflict' });

test('of two posts at the same moment one takes the number, and the other is told', async () => {
  const { save } = discussionStore(engine);
  const change = (key: string) => ({ discussion: head('d1', 1), post: post('d1', 1, { key }), events: [] });
  const both = await Promise.all([save(change('one')), save(change('other'))]);
  expect(both.filter(({ ok: done }) => done)).toHaveLength(1);
  expect(both).toContainEqual(conflict);
});

test('the latest posts come first, twenty a page, past the hundredth in order too', async () => {
  const { save, posts, find } = discussionStore(engine);
  for (let no = 1; no <= 105; no += 1)
    expect(await save({ discussion: head('d2', no), post: post('d2', no), events: [] })).toEqual(
      ok(undefined),
    );
  const first = await posts('d2');
  expect(first.items.map(({ no }) => no)).toEqual(Array.from({ length: 20 }, (_, back) => 105 - back));
  const second = await posts('d2', first.next);
  expect(second.items[0]?.no).toBe(85);
  expect(await find('d2')).toMatchObject({ posts: 105 });
});

test('a request is found by its key, whatever characters that holds', async () => {
  const { save, postOf } = discussionStore(engine);
  const key = 'reviewer-1/k#ey "1"/日本';
  await save({ discussion: head('d3', 1), post: post('d3', 1, { key, replyTo: 1 }), events: [] });
  expect(await postOf('d3', key)).toBe(1);
  expect(await postOf('d3', 'another')).toBeUndefined();
  expect((await discussionStore(engine).posts('d3')).items).toEqual([post('d3', 1, { key, replyTo: 1 })]);
});

test('a round lists its discussions with their leads', async () => {
  const lead = { reviewerId: 'reviewer-1', no: 1 };
  const led = { ...head('d4', 1, 0), roundId: 'round-4', lead };
  await discussionStore(engine).save({ discussion: led, events: [] });
  expect(await discussionStore(engine).ofRound('round-4')).toEqual([led]);
  expect(await discussionStore(engine).ofRound('round-5')).toEqual([]);
});

test('notes are replaced from the version that was read, and kept versions never', async () => {
  const { saveNotes, notes: read, keptNotes } = discussionStore(engine);
  expect(await read('n1')).toBeUndefined();
  await saveNotes({ notes: notes('n1', 1), keep: [], events: [] });
  const second = notes('n1', 2, { kept: true });
  expect(await saveNotes({ notes: second, keep: [second], events: [] })).toEqual(ok(undefined));
  expect(await saveNotes({ notes: second, keep: [], events: [] })).toEqual(conflict);
  expect(await saveNotes({ notes: notes('n1', 3), keep: [second], events: [] })).toEqual(conflict);
  expect(await read('n1')).toEqual(second);
  expect(await keptNotes('n1')).toEqual([second]);
});

test('openings and agendas of a round stand side by side, each by its own version', async () => {
  const store = roundDiscussionStore(engine);
  expect(await store.save({ discussion: anOpening(), events: [] })).toEqual(ok(undefined));
  expect(await store.save({ discussion: anOpening(), events: [] })).toEqual(conflict);
  const agenda = {
    ...{ roundId: 'round-1', version: 1, startsAt: '2027-03-01T10:00', minutes: 10 },
    ...{ leftOut: ['a2'], away: [], savedAt: at, savedBy: 'staff-1' },
  };
  expect(await store.saveAgenda({ agenda, events: [] })).toEqual(ok(undefined));
  expect(await store.saveAgenda({ agenda, events: [] })).toEqual(conflict);
  expect(await store.find('round-1')).toEqual(anOpening());
  expect(await store.agenda('round-1')).toEqual(agenda);
});

test('every submission of a review is there to be compared, with the reason of the later one', async () => {
  const reviews = reviewStore(engine, { applicationWrites });
  const { review, submission, draft } = aSubmittedFile({ applicationId: 'v1', version: 1 });
  if (!submission || !draft) throw new Error('the builder no longer fits');
  await reviews.save({ review, submission, draft: { ...draft, version: 1 }, events: [] });
  const second = { ...submission, no: 2, key: 'second', reason: 'The figures were wrong.' };
  expect(await reviews.save({ review: { ...review, version: 2 }, submission: second, events: [] })).toEqual(
    ok(undefined),
  );
  expect((await reviews.revisionsOf('v1')).get(review.id)).toEqual([submission, second]);
  expect((await reviews.find(review.id))?.submission).toEqual(second);
});
