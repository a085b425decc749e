import { expect, test, vi } from 'vitest';
import type { AgendaView } from '../../../../shared/discussions/view-agenda.ts';
import type { DiscussionView } from '../../../../shared/discussions/view-discussion.ts';
import type { RoundDiscussionView } from '../../../../shared/discussions/view-round-discussion.ts';
import { fail, ok } from '../../../../shared/kernel/result.ts';
import { reviewIdOf } from '../../../../shared/reviews/review.ts';
import { reviewRound } from '../../../../shared/reviews/review-round.ts';
import type { ReviewView } from '../../../../shared/reviews/view-review.ts';
import { anApplication, anAssessment, aRound } from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const staff = aPerson('staff-1', { kind: 'staff', programId: 'leading-asia' });
const reviewer = aPerson('reviewer-1', { kind: 'reviewer', roundId: 'round-1' });
const { id, title, pair } = anApplication();
const reviewId = reviewIdOf(id, 'reviewer-1');
const at = '2027-02-20T12:00:00.000Z';

const seen = (over: Partial<DiscussionView> = {}): DiscussionView => ({
  application: { id, title, pair, status: 'in-review', receipt: 'SHM-A1' },
  round: aRound(),
  as: 'reviewer',
  reviewId,
  status: 'open',
  open: true,
  lead: { as: 'reviewer', label: 'B', own: false, no: 1 },
  mayTakeNotes: false,
  scores: [{ author: { as: 'reviewer', label: 'B', own: false }, score: 4.1 }],
  total: 2,
  posts: [
    { no: 1, at, text: '<b>Thin</b> budget', author: { as: 'reviewer', label: 'B', own: false } },
    { no: 2, at, text: 'Figures are asked for', replyTo: 1, author: { as: 'staff', own: false } },
  ],
  keptNotes: [],
  rescored: [],
  ...over,
});
const listed: RoundDiscussionView = {
  round: aRound(),
  status: 'not-open',
  version: 0,
  items: [
    {
      ...{ id, title, pair, status: 'in-review', receipt: 'SHM-A1', posts: 0, submitted: 2 },
      ...{ mean: 3.5, spread: 1.4, proposedLead: 'Second Reviewer' },
    },
  ],
  told: 2,
  kept: 1,
};
const agenda: AgendaView = {
  round: aRound(),
  agenda: { startsAt: '2027-03-01T10:00', minutes: 10 },
  version: 3,
  parts: [
    {
      from: '2027-03-01T15:00:00.000Z',
      until: '2027-03-01T15:10:00.000Z',
      item: { id, title, pair, receipt: 'SHM-A1' },
      leave: ['Ada'],
      back: [],
    },
    { from: '2027-03-01T15:10:00.000Z', until: '2027-03-01T15:30:00.000Z', leave: [], back: [] },
  ],
  backAtEnd: ['Ada'],
  absences: 1,
  isLeast: true,
  choices: [{ id, title, pair, receipt: 'SHM-A1', chosen: true, spread: 0.4, disagree: false }],
  people: [{ personId: 'staff-1', name: 'Ada', as: 'staff', away: false }],
};

const review: ReviewView = {
  ...{ id: reviewId, version: 3, status: 'submitted', pair, found: [], withdrawn: false },
  round: reviewRound(aRound()),
  content: {
    ...{ rubric: aRound().rubric, terms: aRound(), title, others: [], flags: [] },
    draft: { version: 2, savedAt: at, assessment: anAssessment() },
  },
};

const given = (over: object = {}) => {
  const discussions = {
    viewDiscussion: async () => ok(seen()),
    addPost: vi.fn(async () => ok({ no: 3 })),
    nameLead: vi.fn(async () => ok({})),
    saveNotes: vi.fn(async () => ok({ version: 2, savedAt: at })),
    viewReview: async () => ok(review),
    reviseReview: vi.fn(async () => ok({})),
    viewMyAgenda: async () =>
      ok({
        round: aRound(),
        parts: [
          { from: '2027-03-01T15:20:00.000Z', until: '2027-03-01T15:35:00.000Z' },
          {
            from: '2027-03-01T15:35:00.000Z',
            until: '2027-03-01T15:50:00.000Z',
            pair,
            own: { title, reviewId },
          },
        ],
      }),
    viewRoundDiscussion: async () => ok(listed),
    moveDiscussion: vi.fn(async () => ok({})),
    nameLeads: vi.fn(async () => ok({ named: 1 })),
    viewAgenda: async () => ok(agenda),
    setAgenda: vi.fn(async () => ok({})),
    ...over,
  };
  return {
    discussions,
    ...webApp({
      people: [staff, reviewer],
      useCases: { discussions, discussion: discussions, roundDiscussions: discussions },
    }),
  };
};
const page = async (path: string, as = reviewer, over: object = {}) =>
  (await given(over).get(path, { as })).text();

test('a reviewer reads letters and the office, in order, and that a post stays and mails nobody', async () => {
  const html = await page(`/en/reviews/${reviewId}/discussion`);
  expect(html).toContain('&lt;b&gt;Thin&lt;/b&gt; budget');
  expect(html).toMatch(/No\. 1, Reviewer B.*No\. 2, Program office.*answers no\. 1/s);
  expect(html).toMatch(/can be neither changed nor deleted.*No mail goes to anyone/s);
  expect(html).toContain(`/en/reviews/${reviewId}/rescore`);
  expect(html).not.toContain('name="reviewerId"');
});

test('staff read names, name the lead, and see what was changed and why', async () => {
  const author = { as: 'reviewer', label: 'B', name: 'Second Reviewer', own: false } as const;
  const view = seen({
    as: 'staff',
    mayTakeNotes: true,
    scores: [{ author, score: 4.1, reviewerId: 'reviewer-2' }],
    rescored: [
      {
        ...{ reviewId, no: 2, at, reason: 'The figures were wrong.', before: 4.1, after: 3.1, author },
        changes: [{ criterionId: 'outcomes', before: 4, after: 2 }],
      },
      { reviewId, no: 3, at, before: 3.1, after: 3.3, author, changes: [] },
    ],
  });
  const html = await page('/en/staff/applications/a1/discussion', staff, {
    viewDiscussion: async () => ok(view),
  });
  expect(html).toContain('Second Reviewer (Reviewer B)');
  expect(html).toMatch(/4\.10 → 3\.10.*outcomes: 4 → 2.*The figures were wrong\./s);
  expect(html).toMatch(/3\.10 → 3\.30.*Without a reason/s);
  const { post, discussions } = given({ viewDiscussion: async () => ok(view) });
  const typed = { do: 'lead', reviewerId: 'reviewer-2', version: '1' };
  expect((await post('/en/staff/applications/a1/discussion', typed, { as: staff })).status).toBe(303);
  expect(discussions.nameLead).toHaveBeenCalledWith(
    staff.actor,
    { applicationId: 'a1', reviewerId: 'reviewer-2', version: 1 },
    expect.anything(),
  );
});

test('a post is taken with its answer; an empty one comes back with its field named', async () => {
  const { post, discussions } = given();
  const path = `/en/reviews/${reviewId}/discussion`;
  expect((await post(path, { do: 'post', text: ' I agree. ', replyTo: '1' }, { as: reviewer })).status).toBe(
    303,
  );
  expect(discussions.addPost).toHaveBeenCalledWith(
    reviewer.actor,
    { applicationId: id, text: 'I agree.', replyTo: 1 },
    expect.anything(),
  );
  const empty = await post(path, { do: 'post', text: ' ', replyTo: '' }, { as: reviewer });
  expect(empty.status).toBe(400);
  expect(await empty.text()).toContain('href="#text"');
});

test('whoever has no seat finds nothing at any of these addresses', async () => {
  const nothing = async () => fail({ kind: 'not-found' });
  const { get } = given({
    viewDiscussion: nothing,
    viewMyAgenda: nothing,
    viewRoundDiscussion: nothing,
    viewAgenda: nothing,
  });
  for (const path of ['discussion', 'notes', 'rescore', 'agenda'])
    expect((await get(`/en/reviews/${reviewId}/${path}`, { as: reviewer })).status, path).toBe(404);
  for (const path of [
    'applications/a1/discussion',
    'applications/a1/notes',
    'rounds/round-1/discussion',
    'rounds/round-1/agenda',
  ])
    expect((await get(`/en/staff/${path}`, { as: staff })).status, path).toBe(404);
});

test('notes are for the lead and staff; an autosave keeps no version, the button does', async () => {
  expect((await given().get(`/en/reviews/${reviewId}/notes`, { as: reviewer })).status).toBe(404);
  const { post, discussions } = given({ viewDiscussion: async () => ok(seen({ mayTakeNotes: true })) });
  const path = `/en/reviews/${reviewId}/notes`;
  const saved = await post(
    path,
    { text: 'Agreed', version: '1' },
    { as: reviewer, headers: { 'x-autosave': '1' } },
  );
  expect(await saved.json()).toEqual({ version: 2, savedAt: at });
  expect((await post(path, { text: 'Agreed', version: '1' }, { as: reviewer })).status).toBe(303);
  expect(discussions.saveNotes.mock.calls.map((call: unknown[]) => call[1])).toEqual([
    { applicationId: id, text: 'Agreed', keep: false, version: 1 },
    { applicationId: id, text: 'Agreed', keep: true, version: 1 },
  ]);
});

test('notes that somebody else saved meanwhile stand beside what was typed', async () => {
  const notes = { version: 4, at, text: 'Theirs', author: { as: 'staff', own: false } } as const;
  const { post } = given({
    viewDiscussion: async () => ok(seen({ mayTakeNotes: true, notes })),
    saveNotes: async () => fail({ kind: 'stale', current: 4 }),
  });
  const response = await post(
    `/en/reviews/${reviewId}/notes`,
    { text: 'Mine', version: '3' },
    { as: reviewer },
  );
  expect(response.status).toBe(412);
  expect(await response.text()).toMatch(/written meanwhile.*Theirs.*<textarea[^>]*>Mine</s);
});

test('new scores need a reason, and what was typed comes back without one', async () => {
  const { post, discussions } = given();
  const scores = { 'scores.outcomes': '2', 'scores.people': '5', 'scores.budget': '3', version: '2' };
  const path = `/en/reviews/${reviewId}/rescore`;
  const refused = await post(path, { ...scores, reason: '' }, { as: reviewer });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('href="#reason"');
  expect((await post(path, { ...scores, reason: 'New figures' }, { as: reviewer })).status).toBe(303);
  expect(discussions.reviseReview).toHaveBeenCalledWith(
    reviewer.actor,
    expect.objectContaining({ reviewId, version: 2, reason: 'New figures' }),
    expect.anything(),
  );
});

test('opening says who gets mail and asks before the deadline whether one means it', async () => {
  const html = await page('/en/staff/rounds/round-1/discussion', staff);
  expect(html).toMatch(/2 reviewers with a review in.*none is named.*Once for each of them/s);
  expect(html).toContain('Open it although reviews are still due');
  expect(html).toContain('proposed: Second Reviewer');
  const { post, discussions } = given();
  await post(
    '/en/staff/rounds/round-1/discussion',
    { do: 'open', early: 'yes', version: '0' },
    { as: staff },
  );
  expect(discussions.moveDiscussion).toHaveBeenCalledWith(
    staff.actor,
    { roundId: 'round-1', action: 'open', early: true, version: 0 },
    expect.anything(),
  );
});

test('the agenda says when, who leaves and who comes back, and a gap without its reason', async () => {
  const html = await page('/en/staff/rounds/round-1/agenda', staff);
  expect(html.replaceAll('\u00a0', ' ')).toMatch(
    /10:00 am.*<strong>Ada<\/strong>.*You leave, and are back at about 10:30 am.*Back in after the last one: Ada/s,
  );
  expect(html).toContain('no order has fewer');
  const { post, discussions } = given();
  const typed = {
    startsAt: '2027-03-01T10:00',
    minutes: '１５',
    applicationIds: id,
    awayIds: 'staff-1',
    version: '3',
  };
  expect((await post('/en/staff/rounds/round-1/agenda', typed, { as: staff })).status).toBe(303);
  expect(discussions.setAgenda).toHaveBeenCalledWith(
    staff.actor,
    {
      roundId: 'round-1',
      startsAt: '2027-03-01T10:00',
      minutes: 15,
      applicationIds: [id],
      awayIds: ['staff-1'],
      version: 3,
    },
    expect.anything(),
  );
  const wrong = await post('/en/staff/rounds/round-1/agenda', { ...typed, minutes: 'ten' }, { as: staff });
  expect(wrong.status).toBe(400);
});

test('what reviewers disagree on, or the discuss band, is ticked where that was asked for, and nothing is saved', async () => {
  const [one] = agenda.choices;
  const viewAgenda = vi.fn(async (_actor: unknown, { choose }: { choose?: string | undefined }) =>
    ok({ ...agenda, choices: agenda.choices.map((of) => ({ ...of, chosen: choose !== 'disagreement' })) }),
  );
  const at = '/staff/rounds/round-1/agenda';
  const disagreement = await page(`/en${at}?choose=disagreement`, staff, { viewAgenda });
  expect(disagreement).toMatch(/name="applicationIds" value="a1"(?! checked)/);
  expect(disagreement).toContain(
    'Reviewers disagree on none, so none is ticked. Nothing is set until you save.',
  );
  const band = await page(`/en${at}?choose=discuss`, staff, { viewAgenda });
  expect(viewAgenda).toHaveBeenLastCalledWith(
    staff.actor,
    { roundId: 'round-1', choose: 'discuss' },
    expect.anything(),
  );
  expect(band).toMatch(/name="applicationIds" value="a1" checked/);
  expect(band).toContain('The one application of the ranking’s discuss band is ticked.');
  expect(await page(`/ja${at}?choose=discuss`, staff, { viewAgenda })).toContain(
    '順位の「討議」区分の申請1件を選んだ状態です。',
  );
  const plain = await page(`/en${at}?choose=nonsense`, staff, { viewAgenda });
  expect(plain).toMatch(/name="applicationIds" value="a1" checked/);
  expect(plain).not.toContain('Nothing is set until you save');
  expect(plain).toContain(`href="/en${at}?choose=discuss#applicationIds"`);
  expect(plain).toContain('spread 0.40');
  const alone = { ...agenda, choices: one ? [{ ...one, spread: undefined }] : [] };
  expect(await page(`/en${at}`, staff, { viewAgenda: async () => ok(alone) })).toContain('spread –');
});

test('a reviewer’s own agenda says when to leave and when to come back, in Japanese too', async () => {
  const english = (await page(`/en/reviews/${reviewId}/agenda`)).replaceAll('\u00a0', ' ');
  expect(english).toContain('Leave at about 10:20 am, back at 10:35 am');
  expect(await page(`/ja/reviews/${reviewId}/agenda`)).toContain('10:20頃に退室、10:35頃に入室');
});
