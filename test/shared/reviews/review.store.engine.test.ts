import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { applicationStore, applicationWrites } from '../../../shared/applications/application.store.ts';
import { stepApplication } from '../../../shared/applications/application-steps.ts';
import { fail } from '../../../shared/kernel/result.ts';
import type { ReviewChange, Reviews } from '../../../shared/reviews/review.port.ts';
import { reviewStore } from '../../../shared/reviews/review.store.ts';
import { assign, declareNone, remove, saveDraft, submit } from '../../../shared/reviews/review-steps.ts';
import { staffConflictStore } from '../../../shared/reviews/staff-conflict.store.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { startEngine } from '../../support/engine.ts';
import { anApplication, anAssessment, aRound, inReview } from '../../support/reviews-fakes.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let reviews: Reviews;
let turn = 0;
let applicationId = '';
beforeAll(async () => {
  engine = await startEngine();
  reviews = reviewStore(engine, { applicationWrites });
});
afterAll(() => engine.stop());
beforeEach(() => {
  turn += 1;
  applicationId = `${turn}`.padStart(8, '0').concat('-1111-5222-8333-444444444444');
});

const by = (personId: string) => ({ by: personId, at: inReview });
const round = aRound();
const good = <Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const keep = async (change: ReviewChange) => {
  good(await reviews.save(change));
  return change.review;
};
const application = () => anApplication({ id: applicationId, status: 'in-review' });
const assigned = (reviewerId = 'reviewer-1') => keep(good(assign(application(), reviewerId, by('staff-1'))));
const found = async (id: string) =>
  good({ ok: true, value: (await reviews.find(id)) ?? { review: await assigned() } });
const cleared = async (reviewerId = 'reviewer-1') => {
  const review = await assigned(reviewerId);
  await keep(good(declareNone({ review }, by(reviewerId))));
  return found(review.id);
};
const words = (version: number, key = 'k', assessment = anAssessment()) => ({ version, key, assessment });

test('the first assignment and the application’s step are written together, or not at all', async () => {
  const applications = applicationStore(engine);
  const first = anApplication({ id: applicationId, version: 1 });
  good(await applications.save({ application: first, events: [] }));
  const begun = good(stepApplication(first, 'begin-review', by('staff-1')));
  const change = good(assign(first, 'reviewer-1', by('staff-1')));
  await keep({ ...change, application: begun });
  expect(await applications.find(applicationId)).toMatchObject({ status: 'in-review', version: 2 });
  expect((await eventsOf(engine)(`application#${applicationId}`)).map(({ type }) => type).sort()).toEqual([
    'application-review-begun',
    'review-assigned',
  ]);

  const second = good(assign(first, 'reviewer-2', by('staff-1')));
  expect(await reviews.save({ ...second, application: begun })).toEqual(fail({ kind: 'conflict' }));
  expect(await reviews.find(second.review.id)).toBeUndefined();
});

test('the same pair assigned twice is a conflict', async () => {
  await assigned();
  const again = good(assign(application(), 'reviewer-1', by('staff-2')));
  expect(await reviews.save(again)).toEqual(fail({ kind: 'conflict' }));
});

test('a submission keeps head, words, draft and revision; a revision takes the words’ place', async () => {
  const file = await cleared();
  await keep(good(submit(file, round, words(1), by('reviewer-1'))));
  const once = await found(file.review.id);
  expect(once).toMatchObject({
    review: { status: 'submitted' },
    draft: { version: 2 },
    submission: { no: 1 },
  });

  const better = anAssessment({ comments: { outcomes: 'Better words' } });
  await keep(good(submit(once, round, words(2, 'k2', better), by('reviewer-1'))));
  const twice = await found(file.review.id);
  expect(twice.submission).toEqual({ no: 2, at: inReview.toISOString(), key: 'k2', assessment: better });
  expect(await reviews.ofApplication(applicationId)).toEqual([
    { review: twice.review, submission: twice.submission },
  ]);
});

test('of a removal and a submission in the same moment one happens, whole', async () => {
  const file = await cleared();
  const both = [
    good(submit(file, round, words(1), by('reviewer-1'))),
    good(remove(file.review, by('staff-1'))),
  ];
  const done = await Promise.all(both.map((change) => reviews.save(change)));
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  const { review, submission } = await found(file.review.id);
  expect(review.status === 'submitted').toBe(submission !== undefined);
});

test('two tabs: of two saves from one version the second is a conflict and changes nothing', async () => {
  const file = await cleared();
  const one = good(saveDraft(file, round, words(1), inReview));
  const other = { ...one, assessment: anAssessment({ noteToCommittee: 'other tab' }) };
  expect(await reviews.saveDraft(file.review, one)).toMatchObject({ ok: true });
  expect(await reviews.saveDraft(file.review, other)).toEqual(fail({ kind: 'conflict' }));
  expect((await found(file.review.id)).draft).toEqual(one);
});

test('a submission from a draft that another tab has saved since is a conflict, and nothing of it stays', async () => {
  const file = await cleared();
  const stale = good(submit(file, round, words(1), by('reviewer-1')));
  good(await reviews.saveDraft(file.review, good(saveDraft(file, round, words(1), inReview))));
  expect(await reviews.save(stale)).toEqual(fail({ kind: 'conflict' }));
  const now = await found(file.review.id);
  expect(now).toMatchObject({ review: { status: 'reviewing' } });
  expect(now.submission).toBeUndefined();
});

test('an autosave of 2 KB is one write of at most four units, and touches no index', async () => {
  const file = await cleared();
  const long = anAssessment({ comments: { outcomes: 'x'.repeat(2048) } });
  const draft = good(saveDraft(file, round, words(1, 'k', long), inReview));
  engine.usage.reset();
  await reviews.saveDraft(file.review, draft);
  expect(engine.usage).toMatchObject({ calls: 1, commands: ['PutItem'] });
  expect(engine.usage.writes).toBeLessThanOrEqual(4);
});

test('a reviewer’s queue has the newest first, 30 a page, within four read units', async () => {
  const base = new Date('2027-01-16T00:00:00.000Z').getTime();
  for (let at = 0; at < 31; at += 1) {
    const id = `${at}`.padStart(8, 'c').concat('-1111-5222-8333-444444444444');
    const review = good(
      assign(
        {
          ...application(),
          id,
          roundId: 'b5d7b9f0-3c5e-5a57-9a55-3d1c5c2f2b11',
          organisationId: 'b5d7b9f0-3c5e-5a57-9a55-3d1c5c2f2b12',
        },
        'b5d7b9f0-3c5e-5a57-9a55-3d1c5c2f2b13',
        { by: 'b5d7b9f0-3c5e-5a57-9a55-3d1c5c2f2b14', at: new Date(base + at * 1000) },
      ),
    );
    const scores = { partnership: 4, outcomes: 3, delegation: 5, sustainability: 2, budget: 4 };
    await keep({
      ...review,
      review: {
        ...review.review,
        status: 'submitted',
        declaredAt: inReview.toISOString(),
        submitted: { no: 1, at: inReview.toISOString(), scores, confidence: 'fairly' },
      },
    });
  }
  engine.usage.reset();
  const page = await reviews.ofReviewer('b5d7b9f0-3c5e-5a57-9a55-3d1c5c2f2b13');
  expect(engine.usage.reads).toBeLessThanOrEqual(4);
  expect(page.items).toHaveLength(30);
  expect(page.items[0]?.assignedAt).toBe('2027-01-16T00:00:30.000Z');
  const rest = await reviews.ofReviewer('b5d7b9f0-3c5e-5a57-9a55-3d1c5c2f2b13', page.next);
  expect(rest.items).toHaveLength(1);
  expect(rest.next).toBeUndefined();
  expect(await reviews.allOfReviewer('b5d7b9f0-3c5e-5a57-9a55-3d1c5c2f2b13')).toHaveLength(31);
  expect(await reviews.ofRound('b5d7b9f0-3c5e-5a57-9a55-3d1c5c2f2b11')).toHaveLength(31);
});

test('an id that is no review’s finds nothing', async () => {
  expect(await reviews.find('x')).toBeUndefined();
  expect(await reviews.find(`${applicationId}-000000000000`)).toBeUndefined();
});

test('staff conflicts are found at once by person and round, and declared once', async () => {
  const store = staffConflictStore(engine);
  const conflict = {
    applicationId,
    roundId: 'round-1',
    personId: 'staff-7',
    reason: 'Adviser',
    at: inReview.toISOString(),
  };
  expect(await store.declare(conflict, [])).toMatchObject({ ok: true });
  expect(await store.declare({ ...conflict, reason: 'Other' }, [])).toEqual(fail({ kind: 'conflict' }));
  expect(await store.ofPerson('staff-7', 'round-1')).toEqual([conflict]);
  expect(await store.ofPerson('staff-7', 'round-2')).toEqual([]);
  expect(await reviews.ofApplication(applicationId)).toEqual([]);
});
