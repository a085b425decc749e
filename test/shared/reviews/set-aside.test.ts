import { expect, test } from 'vitest';
import { listDecisions } from '../../../shared/awards/list-decisions.ts';
import { factsOfRound } from '../../../shared/awards/portfolio-round.ts';
import { viewDecision } from '../../../shared/awards/view-decision.ts';
import { findConflicts } from '../../../shared/conflicts/find-conflicts.ts';
import type { PersonProfile } from '../../../shared/conflicts/person-profile.ts';
import { resolvePlace } from '../../../shared/conflicts/resolve-place.ts';
import type { Outcome, Settlement } from '../../../shared/conflicts/settlement.ts';
import { nameLead } from '../../../shared/discussions/name-lead.ts';
import { viewAgenda } from '../../../shared/discussions/view-agenda.ts';
import { viewDiscussion } from '../../../shared/discussions/view-discussion.ts';
import { viewRoundDiscussion } from '../../../shared/discussions/view-round-discussion.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { exportPart } from '../../../shared/ranking/export-reviews.ts';
import { exportScores } from '../../../shared/ranking/export-scores.ts';
import { scoreRound } from '../../../shared/ranking/score-round.ts';
import { viewSensitivity } from '../../../shared/ranking/view-sensitivity.ts';
import { viewProgress } from '../../../shared/reviews/view-progress.ts';
import { aDecision, fakeDecisions } from '../../support/awards-fakes.ts';
import { aProfile, fakeInterests, fakeProfiles, fakeSettlements } from '../../support/conflicts-fakes.ts';
import { discussionPorts, inDiscussion } from '../../support/discussions-fakes.ts';
import {
  anApplication,
  anAssessment,
  aReview,
  aSubmittedFile,
  callAt,
  fakeStaffConflicts,
  reviewer,
  staff,
} from '../../support/reviews-fakes.ts';

/** Lakeland, FL – Imabari, and another organisation's of the same theme and state. */
const a1 = anApplication({ status: 'in-review', facts: { us: 'FL', jp: 'Ehime', orgs: '', people: '' } });
const a2 = anApplication({
  id: 'a2',
  organisationId: 'tampa',
  status: 'in-review',
  pair: { us: 'Tampa, FL', jp: 'Izumo', jpJa: '出雲市' },
  facts: { us: 'FL', jp: 'Shimane', orgs: '', people: '' },
});
const points = (applicationId: string, reviewerId: string, score: number, at?: string) => {
  const file = aSubmittedFile(
    { applicationId, reviewerId },
    anAssessment({ scores: { outcomes: score, people: score, budget: score } }),
  );
  const submitted = file.review.submitted && { ...file.review.submitted, ...(at && { at }) };
  return { ...file, review: { ...file.review, ...(submitted && { submitted }) } };
};
const files = [points('a1', 'reviewer-1', 5), points('a1', 'reviewer-2', 2), points('a2', 'reviewer-3', 3)];
const homeIn = (city: string) => ({ home: { in: 'us', city, state: 'FL' } as const });
const nowhere = {
  placements: [
    {
      place: resolvePlace({ text: 'Nowhere village', prefecture: undefined }),
      role: 'ALT' as const,
      from: 2009,
    },
  ],
};

type Given = {
  /** What the first reviewer has said of themselves since. */
  profile?: Partial<PersonProfile>;
  settled?: readonly Settlement[];
  people?: readonly Person[];
  files?: typeof files;
};
const world = ({ profile, settled = [], ...over }: Given = {}) => {
  const profiles = fakeProfiles(...(profile ? [aProfile(profile)] : []));
  const interests = { profiles, settlements: fakeSettlements(...settled) };
  const people = [staff, reviewer(), reviewer('reviewer-2'), reviewer('reviewer-3')];
  const ports = {
    ...discussionPorts({ applications: [a1, a2], people, files, interests, ...over }),
    clearance: async () => () => undefined,
    decisions: fakeDecisions(
      aDecision({ applicationId: 'a1', status: 'certified', proposedAt: '2027-02-20T12:00:00.000Z' }),
    ),
  };
  const call = callAt(inDiscussion);
  const of = { roundId: 'round-1' };
  const got = async <Value>(asked: Promise<Result<Value, { kind: string }>>): Promise<Value> => {
    const answer = await asked;
    if (!answer.ok) throw new Error(answer.failure.kind);
    return answer.value;
  };
  return {
    ports,
    call,
    scores: () => got(scoreRound(ports)(staff, of, call)),
    sensitivity: () => got(viewSensitivity(ports)(staff, of, call)),
    rows: () => got(exportScores(ports)(staff, of, call)),
    part: () => got(exportPart(ports)(staff, { ...of, part: 1 }, call)),
    table: () => got(viewRoundDiscussion(ports)(staff, of, call)),
    progress: () => got(viewProgress(ports)(staff, of, call)),
    agenda: () => got(viewAgenda(ports)(staff, of, call)),
    discussion: (actor: Person) => got(viewDiscussion(ports)(actor, { applicationId: 'a1' }, call)),
    decisions: () => got(listDecisions(ports)(staff, of, call)),
    decision: () => got(viewDecision(ports)(staff, { applicationId: 'a1' }, call)),
    portfolio: () =>
      factsOfRound({ ...ports, rounds: { ...ports.rounds, announced: async () => [] } }, 'round-1'),
  };
};
/** What the first reviewer's conflicts with the first application are, and a word of staff about the first of them. */
const settledAs = async (profile: Partial<PersonProfile>, outcome: Outcome): Promise<Settlement[]> => {
  const interests = fakeInterests({ profiles: fakeProfiles(aProfile(profile)) });
  const found = findConflicts(await interests.ofPerson(reviewer()), a1, { others: [a1, a2] });
  return found.map(({ cause }) => ({
    ...{ roundId: 'round-1', applicationId: 'a1', personId: 'reviewer-1', cause, version: 1 },
    ...{ outcome, reason: 'Asked', by: 'staff-1', at: '2027-02-13T00:00:00.000Z' },
  }));
};
const meanOf = async (here: ReturnType<typeof world>) =>
  (await here.scores()).ranked.find(({ id }) => id === 'a1')?.mean;

test('without a conflict both reviews count and nothing is set aside', async () => {
  const scores = await world().scores();
  expect(scores).toMatchObject({ ranked: [{ id: 'a1', mean: 3.5 }, { id: 'a2' }], setAside: [] });
});

test('a hard conflict that comes up after submission sets the review aside in ranking, views and files', async () => {
  const here = world({ profile: homeIn('Lakeland') });
  expect(await here.scores()).toMatchObject({
    ranked: [
      { id: 'a2', mean: 3 },
      { id: 'a1', mean: 2, spread: 0, scores: [{ reviewer: 'Name of reviewer-2' }] },
    ],
    setAside: [{ id: 'a1', reviewer: 'Name of reviewer-1', why: 'home' }],
    progress: { submitted: 2, conflicted: 1, complete: 0 },
  });
  const { reliability, views } = await here.sensitivity();
  expect(reliability.reviews).toBe(2);
  expect(views.map(({ of }) => of)).not.toContain('Name of reviewer-1');
  // The figures are what counts; the words list it with the reason.
  expect((await here.rows()).rows.map(({ reviewer: by }) => by)).not.toContain('Name of reviewer-1');
  const [first] = (await here.part()).items;
  expect(first?.reviews.toSorted((a, b) => (a.reviewer < b.reviewer ? -1 : 1))).toMatchObject([
    { reviewer: 'Name of reviewer-1', setAside: 'home', mean: undefined },
    { reviewer: 'Name of reviewer-2', setAside: undefined, mean: 2 },
  ]);
});

test('it counts neither in portfolio nor discussion nor agenda, and its writer is no lead and out of the room', async () => {
  const here = world({ profile: homeIn('Lakeland') });
  expect((await here.portfolio())?.facts).toMatchObject([
    { applicationId: 'a1', score: 2 },
    { applicationId: 'a2', score: 3 },
  ]);
  expect(await here.table()).toMatchObject({
    items: [{ id: 'a1', submitted: 1, mean: 2, proposedLead: 'Name of reviewer-2' }, { id: 'a2' }],
  });
  const asStaff = await here.discussion(staff);
  expect(asStaff.scores).toMatchObject([{ score: 5, setAside: true }, { score: 2 }]);
  expect(asStaff.scores[1]).not.toHaveProperty('setAside');
  const other = await here.discussion(reviewer('reviewer-2'));
  expect(other.scores.map(({ score }) => score)).toEqual([2]);
  await expect(here.discussion(reviewer())).rejects.toThrow('not-found');
  const lead = { applicationId: 'a1', reviewerId: 'reviewer-1', version: 0 };
  expect(await nameLead(here.ports)(staff, lead, here.call)).toMatchObject({
    failure: { fields: [{ code: 'not-a-reviewer' }] },
  });
  const { parts, choices } = await here.agenda();
  expect(choices.find(({ id }) => id === 'a1')).toMatchObject({ disagree: false });
  expect(parts.find(({ item }) => item?.id === 'a1')?.leave).toContain('Name of reviewer-1');
  expect(
    (await here.progress()).reviewers.find(({ reviewerId }) => reviewerId === 'reviewer-1'),
  ).toMatchObject({
    submitted: 0,
    conflicted: 1,
  });
});

test('a decision made while it counted stands as it was, and staff are told at the list and at the decision', async () => {
  const here = world({ profile: homeIn('Lakeland') });
  const { rows } = await here.decisions();
  expect(rows.map(({ setAside }) => setAside)).toEqual([1, 0]);
  expect(rows[0]?.decision).toMatchObject({ status: 'certified', version: 1 });
  expect(await here.decision()).toMatchObject({ setAside: 1, decision: { status: 'certified' } });
  expect(here.ports.decisions.saved).toEqual([]);
  // What came in after the proposal had no part in it.
  const late = [points('a1', 'reviewer-1', 5, '2027-02-21T12:00:00.000Z'), ...files.slice(1)];
  const after = world({ profile: homeIn('Lakeland'), files: late });
  expect(await after.decision()).toMatchObject({ setAside: 0 });
});

test.each([
  ['an unknown place', nowhere, 'place-unknown', 'none'],
  ['an interest in a rival', homeIn('Tampa'), 'rival', 'waived'],
] as const)('%s sets it aside until staff let it go; settled as a conflict it stays aside', async (_, profile, why, letGo) => {
  const open = world({ profile });
  expect(await open.scores()).toMatchObject({
    setAside: expect.arrayContaining([expect.objectContaining({ id: 'a1', why })]),
  });
  expect(await meanOf(open)).toBe(2);
  expect(await meanOf(world({ profile, settled: await settledAs(profile, letGo) }))).toBe(3.5);
  expect(await meanOf(world({ profile, settled: await settledAs(profile, 'conflict') }))).toBe(2);
});

test('a hard one counts never, whatever was said of it', async () => {
  const profile = homeIn('Lakeland');
  for (const outcome of ['none', 'waived'] as const)
    expect(await meanOf(world({ profile, settled: await settledAs(profile, outcome) }))).toBe(2);
});

test('what its writer took back by declaring a conflict is told too, and is in no file', async () => {
  const [own] = files;
  const taken = aReview({ ...own?.review, status: 'conflicted', conflictReason: 'A cousin' });
  const here = world({ files: [{ ...points('a1', 'reviewer-1', 5), review: taken }, ...files.slice(1)] });
  expect(await here.scores()).toMatchObject({
    setAside: [{ id: 'a1', why: 'declared' }],
    progress: { submitted: 2, conflicted: 1 },
  });
  expect(JSON.stringify(await here.part())).not.toContain('Name of reviewer-1');
});

test('of one person’s two reviews under merged accounts the one that was in first counts, and it is one conflict', async () => {
  const merged: Person = { ...reviewer(), formerly: ['reviewer-2'] };
  const people = [staff, merged, reviewer('reviewer-3')];
  const later = [files[0], points('a1', 'reviewer-2', 2, '2027-01-26T10:00:00.000Z'), files[2]];
  const both = later.flatMap((file) => file ?? []);
  const here = world({ people, files: both });
  expect(await here.scores()).toMatchObject({
    ranked: [{ id: 'a1', mean: 5 }, { id: 'a2' }],
    setAside: [{ id: 'a1', reviewer: 'Name of reviewer-1', why: 'same-person' }],
    progress: { submitted: 2, conflicted: 0, complete: 0 },
  });
  expect((await world({ people, files: both, profile: homeIn('Lakeland') }).scores()).setAside).toMatchObject(
    [{ why: 'home' }, { why: 'home' }],
  );
});

test('staff who are kept from the application are told nothing of what is set aside there', async () => {
  const here = world({ profile: homeIn('Lakeland') });
  const declared = { applicationId: 'a1', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  const ports = { ...here.ports, staffConflicts: fakeStaffConflicts(declared) };
  const seen = await scoreRound(ports)(staff, { roundId: 'round-1' }, here.call);
  expect(seen).toMatchObject({ value: { setAside: [], ranked: [{ id: 'a2' }], kept: 1 } });
});
