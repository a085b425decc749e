import { expect, test } from 'vitest';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { sightOf } from '../../../shared/reviews/blinding.ts';
import { listMyReviews } from '../../../shared/reviews/list-my-reviews.ts';
import { reviewerLetters } from '../../../shared/reviews/reviewer-letters.ts';
import { type ReviewView, viewReview } from '../../../shared/reviews/view-review.ts';
import { aProfile, fakeProfiles } from '../../support/conflicts-fakes.ts';
import { anAccount } from '../../support/messages-fakes.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  applicant,
  aReview,
  aRound,
  aSubmittedFile,
  callAt,
  memberOf,
  planted,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const own = aReview().id;
/** Nothing of this may reach the other reviewer too early: scores apart from any other number on the page. */
const secret = anAssessment({
  scores: { outcomes: 2, people: 1, budget: 1 },
  comments: { outcomes: 'PLANTED comment', people: 'PLANTED too' },
  noteToCommittee: 'PLANTED note',
  feedbackToApplicant: 'PLANTED feedback',
});
const others = aSubmittedFile({ reviewerId: 'reviewer-2' }, secret);
const draftOfThird = aDraftFile(
  { reviewerId: 'reviewer-3' },
  anAssessment({ noteToCommittee: 'PLANTED draft' }),
);
const inReviewNow = anApplication({ status: 'in-review' });

const given = (file = aDraftFile(), with_: Parameters<typeof reviewPorts>[0] = {}) => {
  const ports = reviewPorts({ files: [file, others, draftOfThird], applications: [inReviewNow], ...with_ });
  return { view: viewReview(ports), list: listMyReviews(ports) };
};
const seen = async (with_: ReturnType<typeof given>, actor = reviewer()): Promise<ReviewView> => {
  const done = await with_.view(actor, { reviewId: own }, callAt());
  if (!done.ok) throw new Error(done.failure.kind);
  return done.value;
};

test('before the declaration: the pair, the round and the due date, and nothing of the application', async () => {
  const view = await seen(given({ review: aReview() }));
  expect(view).toMatchObject({
    status: 'assigned',
    pair: { us: 'Lakeland, FL', jp: 'Imabari' },
    round: { id: 'round-1', reviewDue: '2027-02-12T22:00:00.000Z', zone: 'America/New_York' },
  });
  expect(view.content).toBeUndefined();
  const text = JSON.stringify(view);
  for (const word of ['shop window', 'Summary of', 'PLANTED', 'rubric', planted.official, 'Lakeland Sister'])
    expect(text).not.toContain(word);
});

test('what a reviewer of staff stepped aside from is closed to them, on its page and in the queue alike', async () => {
  const stepped = { applicationId: 'a1', roundId: 'round-1', personId: 'reviewer-1', reason: 'A', at: '' };
  const { view, list } = given(aDraftFile(), { conflicts: [stepped] });
  const seenNow = await view(reviewer(), { reviewId: own }, callAt());
  expect(seenNow).toMatchObject({ value: { conflict: 'declared' } });
  expect(seenNow.ok && seenNow.value.content).toBeUndefined();
  // What else they say of themselves would be answered with what stands in the application.
  const met = aProfile({ personId: 'reviewer-1', home: { in: 'us', city: 'Lakeland', state: 'FL' } });
  const told = given(aDraftFile(), { conflicts: [stepped], interests: { profiles: fakeProfiles(met) } });
  expect((await seen(told)).found).toEqual([{ kind: 'declared', state: 'stands', facts: '' }]);
  const queue = await list(reviewer(), {}, callAt());
  expect(queue).toMatchObject({ value: { items: [{ id: own, status: 'conflicted' }] } });
  expect(queue.ok && queue.value.items[0]?.pair).toBeUndefined();
});

test('until the own review is submitted nothing of others’ reviews shows, anywhere', async () => {
  for (const file of [{ review: aReview() }, aDraftFile()]) {
    const with_ = given(file);
    const queue = await with_.list(reviewer(), {}, callAt());
    const text = JSON.stringify([await seen(with_), queue]);
    expect(text).not.toContain('PLANTED');
    expect(text).not.toContain('1.5'); // 0.5 × 2 + 0.3 + 0.2: the other's weighted mean
    expect(text).not.toContain('reviewer-2');
    expect(text).not.toContain(others.review.id);
  }
});

test('after it: others’ submitted reviews under a letter, never a name, never a draft', async () => {
  const view = await seen(given(aSubmittedFile()));
  expect(view.content?.others).toEqual([{ label: 'B', score: 1.5, assessment: secret }]);
  const text = JSON.stringify(view);
  expect(text).not.toContain('reviewer-2');
  expect(text).not.toContain('Name of');
  expect(text).not.toContain('PLANTED draft');
});

test('others who are conflicted or removed are not shown', async () => {
  const away = [
    aSubmittedFile({ reviewerId: 'reviewer-4', status: 'conflicted' }, secret),
    aSubmittedFile({ reviewerId: 'reviewer-5', status: 'removed' }, secret),
  ];
  const ports = reviewPorts({ files: [aSubmittedFile(), ...away], applications: [inReviewNow] });
  const done = await viewReview(ports)(reviewer(), { reviewId: own }, callAt());
  expect(done).toMatchObject({ value: { content: { others: [] } } });
});

test('a review whose writer has come to a conflict since is no more among the others', async () => {
  const since = aProfile({ personId: 'reviewer-2', home: { in: 'us', city: 'Lakeland', state: 'FL' } });
  const people = [reviewer(), reviewer('reviewer-2')];
  const with_ = given(aSubmittedFile(), { people, interests: { profiles: fakeProfiles(since) } });
  const view = await seen(with_);
  expect(view.content?.others).toEqual([]);
  expect(JSON.stringify(view)).not.toContain('PLANTED');
});

test.each([
  'conflicted',
  'declined',
] as const)('%s for good, a reviewer learns of nothing that meets it', async (status) => {
  const met = aProfile({ personId: 'reviewer-1', home: { in: 'us', city: 'Lakeland', state: 'FL' } });
  const review = aReview({ status, ...(status === 'conflicted' && { conflictReason: 'My sister' }) });
  const with_ = given({ review }, { interests: { profiles: fakeProfiles(met) } });
  const view = await seen(with_);
  expect(view.found).toEqual([]);
  expect(view.conflict).toBe(status === 'conflicted' ? 'declared' : undefined);
  const queue = await with_.list(reviewer(), {}, callAt());
  expect(queue).toMatchObject({ value: { items: [{ status }] } });
});

test.each([
  ['declared', aReview({ status: 'conflicted', conflictReason: 'My sister' }), reviewer(), 'declared'],
  ['computed', aSubmittedFile().review, reviewer('reviewer-1', memberOf('lakeland')), 'member-of-applicant'],
  ['of a rival', aSubmittedFile().review, reviewer('reviewer-1', memberOf('austin')), 'applies-in-round'],
] as const)('with a conflict %s nothing of the application is shown', async (_, review, actor, conflict) => {
  const rival = anApplication({ id: 'a2', organisationId: 'austin' });
  const with_ = given({ ...aSubmittedFile(), review }, { applications: [inReviewNow, rival] });
  const view = await seen(with_, actor);
  expect(view.conflict).toBe(conflict);
  expect(view.content).toBeUndefined();
  expect(JSON.stringify(view)).not.toMatch(/PLANTED|shop window|Lakeland|Imabari/);
  const queue = await with_.list(actor, {}, callAt());
  expect(queue).toMatchObject({ value: { items: [{ id: own, status: 'conflicted' }] } });
  expect(JSON.stringify(queue)).not.toContain('score');
});

test('whom the applicant asked to keep away reads of a conflict on record, never of who named them', async () => {
  const people = [{ name: '', email: 'rita@example.org', affiliation: '', reason: 'PLANTED reason' }];
  const of = {
    applicationId: 'a1',
    roundId: 'round-1',
    version: 1,
    at: '2027-01-05T09:00:00.000Z',
    by: 'ada',
  };
  const account = { ...anAccount('reviewer-1', { email: 'rita@example.org' }) };
  const view = await seen(
    given(aDraftFile(), { interests: { accounts: [account], named: [{ ...of, people }] } }),
  );
  expect(view).toMatchObject({
    conflict: 'declared',
    found: [{ kind: 'declared', state: 'stands', facts: '' }],
  });
  expect(JSON.stringify(view)).not.toMatch(/named|PLANTED/);
});

test('outcomes are in nothing a reviewer sees', async () => {
  const awarded = anApplication({
    status: 'awarded',
    outcome: { decision: 'award', amountCents: 1_234_500, at: '2027-03-01T00:00:00.000Z' },
  });
  const text = JSON.stringify(await seen(given(aSubmittedFile(), { applications: [awarded] })));
  expect(text).not.toMatch(/awarded|1234500|shortlisted/);
});

test('names that are hidden until the own review is in are hidden until then, and no longer', () => {
  const until = aRound({ blinding: 'hidden-until-own-review-is-in' });
  const before = { people: false, organisations: false, files: 'released' };
  expect(sightOf(until, 'reviewing')).toMatchObject(before);
  expect(sightOf(until, 'submitted')).toMatchObject({ people: true, organisations: true, files: 'all' });
  expect(sightOf(aRound({ blinding: 'names-hidden' }), 'submitted')).toMatchObject(before);
});

test('a conflict declared under a merged account closes the application under every one of them', async () => {
  const under = aReview({ reviewerId: 'reviewer-0', status: 'conflicted', conflictReason: 'My sister' });
  const with_ = given(aDraftFile(), { files: [aDraftFile(), { review: under }] });
  const view = await seen(with_, { ...reviewer(), formerly: ['reviewer-0'] });
  expect([view.conflict, view.content]).toEqual(['declared', undefined]);
});

test('letters go by the review, not by the order in which reviews are read', () => {
  const read = [aSubmittedFile(), others, draftOfThird];
  expect(reviewerLetters(read.toReversed())).toEqual(reviewerLetters(read));
});

test('an open round shows people, never an address; names hidden hides people and organisations', async () => {
  const open = JSON.stringify(await seen(given()));
  expect(open).toContain(planted.traveller);
  expect(open).toContain('Lakeland Sister Cities');
  expect(open).not.toContain(planted.address);

  const round = aRound({ blinding: 'names-hidden' });
  const view = await seen(given(aDraftFile(), { round }));
  const hidden = JSON.stringify(view);
  for (const word of [
    ...Object.values(planted),
    'Lakeland Sister',
    'Lakeland Chamber',
    'Mayor Ono',
    '産業振興課',
    'sha256:',
    'city.imabari',
  ])
    expect(hidden).not.toContain(word);
  expect(hidden).toContain('Citrus grower');
  expect(view.pair?.us).toBe('Lakeland, FL');
  expect(view.content?.application?.hidden).toEqual(
    expect.arrayContaining(['organisation', 'partners.partners.organisation', 'delegation.delegates.name']),
  );
});

test('a withdrawn application is said to be withdrawn, its text is gone and the own words stay', async () => {
  const view = await seen(given(aDraftFile(), { applications: [anApplication({ status: 'withdrawn' })] }));
  expect(view).toMatchObject({ withdrawn: true, content: { draft: { version: 1 } } });
  expect(JSON.stringify(view)).not.toContain('Summary of');
});

test.each([
  ['another reviewer', reviewer('reviewer-2')],
  ['staff', staff],
  ['the applicant', applicant],
  ['the public', publicActor],
  ['the reviewer after the role was taken away', { ...reviewer(), roles: [] }],
])('refuses %s as if nothing were there', async (_, actor) => {
  expect(await given().view(actor, { reviewId: own }, callAt())).toEqual(fail({ kind: 'not-found' }));
});

test('the queue is one’s own: no removed ones, no rounds whose role is gone, own score and date only', async () => {
  const gone = { review: aReview({ applicationId: 'a9', roundId: 'round-9' }) };
  const removed = { review: aReview({ applicationId: 'a8', status: 'removed' }) };
  const held = reviewPorts({
    files: [aSubmittedFile(), others, gone, removed],
    applications: [inReviewNow, anApplication({ id: 'a9', roundId: 'round-9' })],
  });
  const ports = { ...held, rounds: { find: async (id: string) => aRound({ id }) } };
  expect(await listMyReviews(ports)(reviewer(), {}, callAt())).toEqual({
    ok: true,
    value: {
      items: [
        {
          id: own,
          status: 'submitted',
          pair: aReview().pair,
          assignedAt: aReview().assignedAt,
          submittedAt: '2027-01-25T10:00:00.000Z',
          score: 4.1,
          round: expect.objectContaining({ id: 'round-1' }),
        },
      ],
    },
  });
  expect(await listMyReviews(ports)(publicActor, {}, callAt())).toEqual(fail({ kind: 'not-found' }));
});

test('what came with a merged account stands in the queue once, below the last of one’s own', async () => {
  const before = { review: aReview({ applicationId: 'a2', reviewerId: 'reviewer-0' }) };
  const applications = [inReviewNow, anApplication({ id: 'a2', status: 'in-review' })];
  const ports = reviewPorts({ files: [aSubmittedFile(), before], applications });
  const ofReviewer: typeof ports.reviews.ofReviewer = async (id, position) => ({
    items: position ? [] : (await ports.reviews.ofReviewer(id)).items,
    next: position ? undefined : 'more',
  });
  const list = listMyReviews({ ...ports, reviews: { ...ports.reviews, ofReviewer } });
  const me = { ...reviewer(), formerly: ['reviewer-0'] };
  const first = await list(me, {}, callAt());
  expect(first).toMatchObject({ value: { items: [{ id: own }] } });
  const cursor = first.ok ? first.value.next : undefined;
  expect(await list(me, { cursor }, callAt())).toMatchObject({
    value: { items: [{ id: before.review.id }] },
  });
});

test('a cursor made for another is refused', async () => {
  const ports = reviewPorts();
  const cursor = ports.cursors.seal('reviews:reviewer-2', 'there');
  expect(await listMyReviews(ports)(reviewer(), { cursor }, callAt())).toMatchObject({
    failure: { kind: 'invalid-input' },
  });
});
