import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignmentPorts } from '../../../functions/container/assignment-use-cases.ts';
import { awardsUseCases } from '../../../functions/container/awards-use-cases.ts';
import { conflictsUseCases } from '../../../functions/container/conflicts-use-cases.ts';
import { openPartnerships } from '../../../functions/container/partnerships-use-cases.ts';
import { rankingUseCases } from '../../../functions/container/ranking-use-cases.ts';
import { demoPeople } from '../../../infra/local/demo/people.ts';
import { seedDemo } from '../../../infra/local/demo/seed.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { problemOf } from '../../../shared/assignment/make-plan.ts';
import { planFacts } from '../../../shared/assignment/plan-facts.ts';
import { solveAssignment } from '../../../shared/assignment/solver/solve-assignment.ts';
import { personProfileStore } from '../../../shared/conflicts/person-profile.store.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { messageStore } from '../../../shared/messages/message.store.ts';
import { highsSolver } from '../../../shared/optimiser/highs.solver.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import { leadingAsia, phaseAt } from '../../../shared/programs/round.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
const now = new Date('2026-11-22T03:04:05.000Z');
beforeAll(async () => {
  engine = await startEngine();
  await seedDemo({ table: engine, now, say: () => undefined });
});
afterAll(() => engine.stop());

test('there is one round open now, one in review, one to be assigned and one announced, all marked as made up', async () => {
  const { items } = await roundStore(engine).list(leadingAsia);
  expect(items.map((round) => phaseAt(round, now)).toSorted()).toEqual([
    'announced',
    'closed',
    'closed',
    'open',
  ]);
  expect(items.every(({ demo }) => demo)).toBe(true);
});

test('the rounds hold drafts, submissions, reviews under way and outcomes, with letters held', async () => {
  const { items } = await roundStore(engine).list(leadingAsia);
  const statuses = await Promise.all(
    items.map(async ({ id }) =>
      (await applicationStore(engine).ofRound(id)).items.map(({ status }) => status),
    ),
  );
  expect(statuses.flat().toSorted()).toEqual([
    'awarded',
    'declined',
    'draft',
    'draft',
    ...Array.from({ length: 6 }, () => 'in-review'),
    ...Array.from({ length: 13 }, () => 'submitted'),
    'waitlisted',
  ]);
  expect((await messageStore(engine).byStatus('held')).items).toHaveLength(3);
});

test('every demo person can sign in by their subject and is called by a role', async () => {
  for (const { sub, label } of demoPeople) {
    const person = await accountStore(engine).personOf(sub);
    expect(person?.kind).toBe('person');
    expect(label).toMatch(/^(Applicant, |Reviewer |Staff|JET alum|Chapter lead, )/);
  }
});

test('nothing of a demo round is among the public awards', async () => {
  const call = { receivedAt: now, idempotencyKey: 'k' };
  expect(
    await awardsUseCases({
      table: engine,
      cursors: cursorsWith('seed'),
      compose: composeMail(''),
    }).listAwards(publicActor, {}, call),
  ).toEqual({
    ok: true,
    value: { items: [] },
  });
});

const roundNamed = async (season: string) => {
  const { items } = await roundStore(engine).list(leadingAsia);
  const round = items.find(({ name }) => name.en.includes(season));
  if (!round) throw new Error(`The demo has no ${season} round`);
  return round;
};
const staffTwo = async () => {
  const person = await accountStore(engine).personOf('demo-staff-2');
  if (person?.kind !== 'person') throw new Error('Staff 2 has no account');
  return person;
};
const call = { receivedAt: now, idempotencyKey: 'seed' };

test('one round is ready to plan: eight reviewers, twelve applications, nobody assigned, and a plan fits', async () => {
  const { id: roundId, reviewersPerApplication: demand } = await roundNamed('winter');
  const ports = assignmentPorts(engine);
  const settings = (await ports.settings.find(roundId))?.settings;
  if (!settings) throw new Error('The round has no settings');
  expect(settings.needs.japanese).toBe(1);
  expect(await ports.reviews.ofRound(roundId)).toEqual([]);
  expect(await ports.preferences.ofRound(roundId)).toHaveLength(8);
  const directory = openPartnerships(engine);
  const facts = await planFacts({
    ...ports,
    profiles: personProfileStore(engine),
    partnerships: directory,
  })({
    ...{ roundId, settings, demand },
  });
  expect([facts.reviewers.length, facts.applications.length]).toEqual([8, 12]);
  const problem = problemOf({ settings }, facts);
  if (!problem.ok) throw new Error(problem.failure.kind);
  const outcome = await solveAssignment({ optimise: highsSolver })(problem.value);
  expect(outcome).toMatchObject({ feasible: true, plan: { certificate: { optimal: true } } });
});

test('its conflicts are of all three classes: hard, soft ones to waive, unknown ones to settle', async () => {
  const { id: roundId } = await roundNamed('winter');
  const directory = openPartnerships(engine);
  const { listConflicts } = conflictsUseCases({ table: engine, cursors: cursorsWith('seed'), directory });
  const seen = await listConflicts(await staffTwo(), { roundId }, call);
  if (!seen.ok) throw new Error(seen.failure.kind);
  expect(JSON.stringify(seen.value)).toMatch(/"class":"hard"/);
  expect(JSON.stringify(seen.value)).toMatch(/"class":"soft"/);
  expect(JSON.stringify(seen.value)).toMatch(/"class":"unknown"/);
});

test('in the ranking of the round in review a rule breaks one tie, and all rules leave another', async () => {
  const { id: roundId } = await roundNamed('autumn');
  const { scoreRound } = rankingUseCases({ table: engine, cursors: cursorsWith('seed') });
  const seen = await scoreRound(await staffTwo(), { roundId }, call);
  if (!seen.ok) throw new Error(seen.failure.kind);
  const alike = seen.value.ranked.filter(({ mean }) => mean === 3.525);
  const said = alike.map(({ pair, rank, tied, decidedBy }) => [pair.us, rank, tied, decidedBy]);
  // The two that are tied stand in the order of their ids.
  expect(said.toSorted()).toEqual([
    ['Austin, TX', 3, false, undefined],
    ['Lakeland, FL', 4, true, 'criterion:outcomes:desc'],
    ['Sebastopol, CA', 4, true, 'criterion:outcomes:desc'],
  ]);
});
