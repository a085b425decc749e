import { expect, test } from 'vitest';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { defaultRanking } from '../../../shared/programs/ranking-terms.ts';
import { exportPart, exportReviews } from '../../../shared/ranking/export-reviews.ts';
import { exportScores } from '../../../shared/ranking/export-scores.ts';
import { scoreRound } from '../../../shared/ranking/score-round.ts';
import { viewSensitivity } from '../../../shared/ranking/view-sensitivity.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  applicant,
  aReview,
  aRound,
  aSubmittedFile,
  callAt,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const low = anAssessment({ scores: { outcomes: 1, people: 1, budget: 1 }, noteToCommittee: 'PLANTED note' });
const a1 = anApplication({ status: 'in-review' });
const a2 = anApplication({
  id: 'a2',
  organisationId: 'austin',
  status: 'in-review',
  title: 'A2 TITLE',
  pair: { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' },
});
const a3 = anApplication({ id: 'a3', organisationId: 'tacoma', status: 'in-review' });
const files = [
  aSubmittedFile({ reviewerId: 'reviewer-1' }),
  aSubmittedFile({ reviewerId: 'reviewer-2' }, low),
  aSubmittedFile({ applicationId: 'a2', reviewerId: 'reviewer-1' }, low),
  aDraftFile(
    { applicationId: 'a2', reviewerId: 'reviewer-2' },
    anAssessment({ noteToCommittee: 'PLANTED draft' }),
  ),
];
const declared = { applicationId: 'a1', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
const given = (with_: Parameters<typeof reviewPorts>[0] = {}) => {
  const applications = [a1, a2, a3, anApplication({ id: 'a4', status: 'draft' })];
  const ports = reviewPorts({ applications, files, ...with_ });
  return {
    scores: scoreRound(ports),
    sensitivity: viewSensitivity(ports),
    rows: exportScores(ports),
    reviews: exportReviews(ports),
    part: exportPart(ports),
  };
};
const inRound = { roundId: 'round-1' };
const first = { ...inRound, part: 1 };

test('ranked in bands with spread and running sum, the rest unranked, leniency and progress', async () => {
  const done = await given().scores(staff, inRound, callAt());
  expect(done).toMatchObject({
    value: {
      ranked: [
        {
          id: 'a1',
          rank: 1,
          tied: false,
          band: 'fund',
          mean: 2.55,
          spread: 3.1,
          disagree: true,
          runningCents: 1_260_000,
        },
        {
          id: 'a2',
          rank: 2,
          tied: false,
          band: 'fund',
          mean: 1,
          spread: 0,
          disagree: false,
          runningCents: 2_520_000,
        },
      ],
      unranked: [{ id: 'a3', reviews: 0 }],
      leniency: [
        { reviewer: 'Name of reviewer-2', compared: 1, effect: expect.closeTo(-1.55) },
        { reviewer: 'Name of reviewer-1', compared: 1, effect: expect.closeTo(1.55) },
      ],
      groups: 1,
      progress: { applications: 3, wanted: 6, assigned: 4, submitted: 3, complete: 1 },
      kept: 0,
    },
  });
});

test('what staff conflict with is in no rank, sum, leniency, progress, view or file', async () => {
  const { scores, sensitivity, rows, reviews, part } = given({ conflicts: [declared] });
  const done = await scores(staff, inRound, callAt());
  expect(done).toMatchObject({
    value: {
      ranked: [{ id: 'a2', rank: 1, runningCents: 1_260_000 }],
      unranked: [{ id: 'a3' }],
      leniency: [{ compared: 0, effect: 0 }],
      progress: { applications: 2, wanted: 4, submitted: 1 },
      kept: 1,
    },
  });
  const all = [
    done,
    await sensitivity(staff, inRound, callAt()),
    await rows(staff, inRound, callAt()),
    await reviews(staff, inRound, callAt()),
    await part(staff, first, callAt()),
  ];
  for (const one of all) expect(JSON.stringify(one)).not.toMatch(/"a1"|SHM-A1|4\.1|2\.55/);
});

test('staff who also review see no score of what they still have to review, in files neither', async () => {
  const both = { ...staff, roles: [...staff.roles, ...reviewer().roles] };
  const own = { review: aReview({ reviewerId: 'staff-1', status: 'reviewing', version: 2 }) };
  const with_ = given({ files: [...files, own], people: [both, reviewer(), reviewer('reviewer-2')] });
  const done = await with_.scores(both, inRound, callAt());
  expect(done).toMatchObject({ value: { ranked: [{ id: 'a2', rank: 1 }], kept: 1 } });
  expect(await with_.reviews(both, inRound, callAt())).toMatchObject({
    value: { items: [{ id: 'a2' }, { id: 'a3' }] },
  });
});

test.each([
  ['a reviewer of the round', reviewer()],
  ['an applicant', applicant],
  ['the public', publicActor],
])('every view of scores refuses %s as if nothing were there', async (_, actor) => {
  const { scores, sensitivity, rows, reviews, part } = given();
  for (const refused of [
    await scores(actor, inRound, callAt()),
    await sensitivity(actor, inRound, callAt()),
    await rows(actor, inRound, callAt()),
    await reviews(actor, inRound, callAt()),
    await part(actor, first, callAt()),
  ])
    expect(refused).toEqual(fail({ kind: 'not-found' }));
});

test('drafts, conflicted and removed reviews count nowhere and are in no file; nor what was withdrawn', async () => {
  const high = { outcomes: 5, people: 5, budget: 5 };
  const words = anAssessment({ scores: high, noteToCommittee: 'PLANTED draft' });
  const away = [
    aSubmittedFile({ reviewerId: 'reviewer-3', status: 'conflicted', conflictReason: 'My sister' }, words),
    aSubmittedFile({ reviewerId: 'reviewer-4', status: 'removed' }, words),
  ];
  const gone = anApplication({ id: 'a5', organisationId: 'org-5', status: 'withdrawn' });
  const { rows, part, scores } = given({ files: [...files, ...away], applications: [a1, a2, a3, gone] });
  expect(JSON.stringify(await part(staff, first, callAt()))).not.toContain('PLANTED draft');
  const done = await rows(staff, inRound, callAt());
  expect(done.ok && done.value.rows.length).toBe(9);
  expect(await scores(staff, inRound, callAt())).toMatchObject({
    value: { ranked: [{ id: 'a1', mean: 2.55, scores: [{}, {}] }, { id: 'a2' }], unranked: [{ id: 'a3' }] },
  });
});

test('from one point apart on reviewers disagree', async () => {
  const points = (reviewerId: string, score: number) =>
    aSubmittedFile(
      { reviewerId },
      anAssessment({ scores: { outcomes: score, people: score, budget: score } }),
    );
  const done = await given({ files: [points('reviewer-1', 3), points('reviewer-2', 2)] }).scores(
    staff,
    inRound,
    callAt(),
  );
  expect(done).toMatchObject({ value: { ranked: [{ spread: 1, disagree: true }] } });
});

test('in the file of scores two reviewers of one name are told apart, and no weight is given for what nobody scored', async () => {
  const partly = anAssessment({ scores: { outcomes: 4 } });
  const ports = reviewPorts({
    applications: [a1],
    files: ['reviewer-1', 'reviewer-2'].map((reviewerId) => aSubmittedFile({ reviewerId }, partly)),
  });
  const find: typeof ports.people.find = async (id) => {
    const known = await ports.people.find(id);
    return known && { ...known, account: { ...known.account, name: 'Kim Sato' } };
  };
  const done = await exportScores({ ...ports, people: { ...ports.people, find } })(staff, inRound, callAt());
  if (!done.ok) throw new Error(done.failure.kind);
  expect(done.value.rows.map(({ reviewer: name }) => name)).toEqual([
    'Kim Sato (viewer-1)',
    'Kim Sato (viewer-2)',
  ]);
  expect(done.value.weights.map(({ criterion }) => criterion)).toEqual(['outcomes']);
});

const submission = {
  no: 1,
  at: '2027-01-12T15:00:00.000Z',
  theme: 'sustainability',
  requestedCents: 1_260_000,
  matchCents: 0,
} as const;
const level = (id: string, over: Partial<typeof a1> = {}) =>
  anApplication({ id, organisationId: `org-${id}`, status: 'in-review', ...over });
const even = (applicationId: string, outcomes = 3) =>
  aSubmittedFile(
    { applicationId, reviewerId: 'reviewer-1' },
    anAssessment({ scores: { outcomes, people: 3, budget: 3 } }),
  );
const ranking = (over: Partial<typeof defaultRanking>) => aRound({ ranking: { ...defaultRanking, ...over } });

test('without stated rules the first criterion leads, then the smaller spread, then it is a tie by receipt number', async () => {
  const applications = [level('b'), level('a'), level('c')];
  const tied = await given({ applications, files: ['a', 'b', 'c'].map((id) => even(id)) }).scores(
    staff,
    inRound,
    callAt(),
  );
  expect(tied).toMatchObject({
    value: { ranked: ['a', 'b', 'c'].map((id) => ({ id, rank: 1, tied: true })) },
  });
});

test('a first-time applicant leads where the round says so, and only what was sent earlier elsewhere counts', async () => {
  const earlier = { ...submission, at: '2026-01-01T00:00:00.000Z' };
  const applications = [
    level('old'),
    level('was', { organisationId: 'org-old', roundId: 'round-0', submission: earlier }),
    level('zew'),
    level('dft', { organisationId: 'org-zew', roundId: 'round-0', status: 'draft' }),
  ].map((one) => (one.id === 'dft' ? (({ submission: _, ...rest }) => rest)(one) : one));
  const done = await given({
    applications,
    files: [even('old'), even('zew')],
    round: ranking({ ties: ['column:first-time:desc'] }),
  }).scores(staff, inRound, callAt());
  expect(done).toMatchObject({
    value: {
      ranked: [
        { id: 'zew', rank: 1, tied: false },
        { id: 'old', rank: 2, decidedBy: 'column:first-time:desc' },
      ],
    },
  });
});

test('level only without a reviewer: there too the first-time applicant leads, as the round says', async () => {
  const earlier = { ...submission, at: '2026-01-01T00:00:00.000Z' };
  const before = (id: string) =>
    level(`${id}-before`, { organisationId: `org-${id}`, roundId: 'round-0', submission: earlier });
  const by = (applicationId: string, reviewerId: string, points: number) =>
    aSubmittedFile(
      { applicationId, reviewerId },
      anAssessment({ scores: { outcomes: points, people: points, budget: points } }),
    );
  // Two that were here before stand level at 3; the new one has 2 with r1, and 3 without.
  const ports = reviewPorts({
    applications: [level('old'), before('old'), level('too'), before('too'), level('zew')],
    files: [
      ...[by('old', 'r2', 4), by('old', 'r3', 2), by('too', 'r2', 2), by('too', 'r3', 4)],
      ...[by('zew', 'r1', 1), by('zew', 'r2', 3)],
    ],
    round: aRound({ slots: 2, ranking: { ...defaultRanking, ties: ['column:first-time:desc'] } }),
    people: ['r1', 'r2', 'r3'].map((id) => reviewer(id)),
  });
  const asked: string[] = [];
  const { applications } = ports;
  const counting = {
    ...ports,
    applications: {
      ...applications,
      ofOrganisation: (id: string) => {
        asked.push(id);
        return applications.ofOrganisation(id);
      },
    },
  };
  const done = await viewSensitivity(counting)(staff, inRound, callAt());
  if (!done.ok) throw new Error(done.failure.kind);
  expect(done.value.applications.map(({ id, rank, without }) => [id, rank, without?.best])).toEqual([
    ['old', 1, 1],
    ['too', 1, 1],
    ['zew', 3, 1],
  ]);
  const without = done.value.views.find(({ kind, of }) => kind === 'without' && of?.endsWith('r1'));
  expect(without).toMatchObject({ moved: 3, gained: ['zew'], lost: [] });
  expect(asked.splice(0).sort()).toEqual(['org-old', 'org-too', 'org-zew']);
  // The ranking alone asks only about who is level in it.
  await scoreRound(counting)(staff, inRound, callAt());
  expect(asked.sort()).toEqual(['org-old', 'org-too']);
});

test('bands: a tie that does not fit goes to discussion whole, and marks part the rest', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const scores = { a: 5, b: 4, c: 4, d: 3, e: 1 };
  const files_ = Object.entries(scores).map(([id, outcomes]) => even(id, outcomes));
  // The first is worth 4.0 and asks for the whole envelope; the fourth is worth 3.0: each just reaches its mark.
  const round = aRound({
    slots: 2,
    envelopeCents: 1_260_000,
    ranking: { ...defaultRanking, fundFrom: 400, declineBelow: 300 },
  });
  const done = await given({
    applications: ids.map((id) => level(id)),
    files: files_,
    round,
  }).scores(staff, inRound, callAt());
  expect(done.ok && done.value.ranked.map(({ id, band }) => `${id} ${band}`)).toEqual([
    'a fund',
    'b discuss',
    'c discuss',
    'd discuss',
    'e decline',
  ]);
});

test('the export pages by cursor, complete and in the order of receipts; a foreign cursor is refused', async () => {
  const applications = Array.from({ length: 60 }, (_, at) => level(`n${String(at).padStart(2, '0')}`));
  const { reviews } = given({ applications, files: applications.map(({ id }) => even(id)) });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await reviews(staff, { ...inRound, cursor }, callAt());
    if (!page.ok) throw new Error(page.failure.kind);
    seen.push(...page.value.items.map(({ id }) => id));
    cursor = page.value.next;
  } while (cursor);
  expect(seen).toEqual(applications.map(({ id }) => id));
  const page = await reviews(staff, inRound, callAt());
  const theirs = page.ok ? page.value.next : undefined;
  for (const [actor, foreign] of [
    [staff, 'forged'],
    [{ ...staff, personId: 'staff-2' }, theirs],
  ] as const)
    expect(await reviews(actor, { ...inRound, cursor: foreign }, callAt())).toMatchObject({
      failure: { kind: 'invalid-input' },
    });
});

test('a page of the export ends before it is too long for an answer; a part that there is not is not found', async () => {
  const long = (applicationId: string) =>
    aSubmittedFile({ applicationId }, anAssessment({ noteToCommittee: 'x'.repeat(1_000_000) }));
  const { reviews, part } = given({ applications: [level('a'), level('b')], files: ['a', 'b'].map(long) });
  const page = await reviews(staff, inRound, callAt());
  expect(page).toMatchObject({ value: { items: [{ id: 'a' }], next: expect.any(String) } });
  for (const none of [0, 2])
    expect(await part(staff, { ...inRound, part: none }, callAt())).toEqual(fail({ kind: 'not-found' }));
});

test('sensitivity says which awards would flip, and keeps the ranking as it is', async () => {
  const applications = ['a', 'b', 'c'].map((id) => level(id));
  const by = (applicationId: string, reviewerId: string, points: number) =>
    aSubmittedFile(
      { applicationId, reviewerId },
      anAssessment({ scores: { outcomes: points, people: points, budget: points } }),
    );
  const files_ = [
    by('a', 'r1', 5),
    by('a', 'r2', 4),
    by('b', 'r2', 4),
    by('b', 'r3', 4),
    by('c', 'r1', 3),
    by('c', 'r3', 1),
  ];
  const done = await given({ applications, files: files_, round: aRound({ slots: 1 }) }).sensitivity(
    staff,
    inRound,
    callAt(),
  );
  if (!done.ok) throw new Error(done.failure.kind);
  const { awards, applications: rows, views, draws, reliability } = done.value;
  expect([awards, draws, reliability.reviews]).toEqual([1, 1000, 6]);
  expect(rows.map(({ id, rank, flips }) => [id, rank, flips])).toEqual([
    ['a', 1, true],
    ['b', 2, true],
    ['c', 3, false],
  ]);
  expect(views.filter(({ kind }) => kind === 'weight')).toHaveLength(6);
  // Without the kind r1 both have a 4, and r2 alone is left of a: level at the line, so both are in.
  const without = views.filter(({ kind }) => kind === 'without');
  expect(without.map(({ gained, lost }) => [gained, lost])).toContainEqual([['b'], []]);
});

test('reviews under two accounts that were merged are one reviewer’s in every figure and file', async () => {
  const people = [staff, { ...reviewer(), formerly: ['reviewer-2'] }, reviewer('reviewer-3')];
  const both = [
    aSubmittedFile({ applicationId: 'a1', reviewerId: 'reviewer-1' }),
    aSubmittedFile({ applicationId: 'a2', reviewerId: 'reviewer-2' }, low),
    ...['a1', 'a2'].map((applicationId) => aSubmittedFile({ applicationId, reviewerId: 'reviewer-3' })),
  ];
  const here = given({ people, files: both });
  const scores = await here.scores(staff, inRound, callAt());
  expect(scores.ok && scores.value.leniency.map(({ reviewer: name, compared }) => [name, compared])).toEqual([
    ['Name of reviewer-1', 2],
    ['Name of reviewer-3', 2],
  ]);
  const rows = await here.rows(staff, inRound, callAt());
  expect(new Set(rows.ok ? rows.value.rows.map(({ reviewer: name }) => name) : [])).toEqual(
    new Set(['Name of reviewer-1', 'Name of reviewer-3']),
  );
});
