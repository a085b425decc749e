import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsUseCases } from '../../../functions/container/accounts-use-cases.ts';
import { conflictsUseCases } from '../../../functions/container/conflicts-use-cases.ts';
import { openInterests } from '../../../functions/container/interests.ts';
import { openPartnerships } from '../../../functions/container/partnerships-use-cases.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { proofIdOf } from '../../../shared/accounts/address-proof.ts';
import { roleStore } from '../../../shared/accounts/role.store.ts';
import { applicationStore, applicationWrites } from '../../../shared/applications/application.store.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { pairConflicts } from '../../../shared/reviews/pair-conflicts.ts';
import { reviewStore } from '../../../shared/reviews/review.store.ts';
import { applicationIdOf } from '../../../shared/reviews/review.ts';
import { staffClearance } from '../../../shared/reviews/staff-clearance.ts';
import { staffConflictStore } from '../../../shared/reviews/staff-conflict.store.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { startEngine } from '../../support/engine.ts';
import { callAt, done, inDays } from '../../support/seeded/clock.ts';
import { pastRound } from '../security/past-round.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let of: Awaited<ReturnType<typeof pastRound>>;
beforeAll(async () => {
  engine = await startEngine();
  of = await pastRound(engine);
});
afterAll(() => engine.stop());

const now = () => callAt(new Date());
const minted = 'the-token-of-the-mail';
const accounts = () =>
  accountsUseCases({
    table: engine,
    cursors: cursorsWith('test'),
    newId: () => 'unused',
    newToken: () => minted,
    organisations: openPartnerships(engine),
  });
const conflicts = () =>
  conflictsUseCases({ table: engine, cursors: cursorsWith('test'), directory: openPartnerships(engine) });
const ports = () => ({
  reviews: reviewStore(engine, { applicationWrites }),
  staffConflicts: staffConflictStore(engine),
  applications: applicationStore(engine),
  interests: openInterests(engine),
});
const tokenOf = (personId: string) => `${proofIdOf(personId)}.${minted}`;

// In this order: before the address is proven, and after it.

test('an applicant names the second address of a reviewer: known from the moment it is proven', async () => {
  const applicationId = await of.signed();
  const people = [{ name: '', email: 'second@people.example', affiliation: '', reason: 'A former member' }];
  done(
    await conflicts().nameReviewers(of.owner, { applicationId, version: 0, people }, callAt(of.whileOpen)),
  );
  done(await of.applications.act.submitApplication(of.owner, { applicationId }, callAt(of.whileOpen)));
  const { id: roundId } = of.round;
  const named = await of.site.join('first');
  const reviewer = await of.site.grant(named.personId, { kind: 'reviewer', roundId });
  const input = { roundId, applicationId, reviewerId: reviewer.personId };
  const { id: reviewId } = done(await of.act.assignReviewer(of.staff, input, now()));
  done(await of.act.declareNone(reviewer, { reviewId, version: 1 }, now()));
  expect(done(await of.act.viewReview(reviewer, { reviewId }, now())).conflict).toBeUndefined();

  done(await accounts().askAddress(reviewer, { email: 'Second@People.example' }, now()));
  const token = tokenOf(reviewer.personId);
  done(await accounts().viewAddressProof(reviewer, { token }, now()));
  expect(done(await of.act.viewReview(reviewer, { reviewId }, now())).conflict).toBeUndefined();
  done(await accounts().proveAddress(reviewer, { token, merge: false }, now()));
  const seen = done(await of.act.viewReview(reviewer, { reviewId }, now()));
  expect(seen.conflict).toBeDefined();
  expect(JSON.stringify(seen)).not.toContain('Eight people of both trades');

  const come = { subject: 'second', email: 'second@people.example', language: 'en' } as const;
  expect(await accounts().signIn(publicActor, come, now())).toEqual(ok({ personId: reviewer.personId }));
});

test('a reviewer’s other account owns the applicant: merged, it is a hard conflict at every door at once', async () => {
  const reviewId = await of.reviewed();
  const applicationId = applicationIdOf(reviewId);
  const { id: roundId } = of.round;
  const { personId } = of.reviewer;
  const application = await applicationStore(engine).find(applicationId);
  if (!application) throw new Error('there is no application');
  const content = 'Eight people of both trades';
  const review = async (as = of.reviewer) => done(await of.act.viewReview(as, { reviewId }, now()));
  expect(JSON.stringify(await review())).toContain(content);
  const other = done(
    await of.act.assignReviewer(
      of.staff,
      {
        roundId,
        applicationId: await of.applications.submit(of.owner, of.austin, of.round, of.whileOpen),
        reviewerId: personId,
      },
      now(),
    ),
  );

  // The link is asked for and looked at: nothing has changed.
  done(await accounts().askAddress(of.reviewer, { email: 'owner@people.example' }, now()));
  const token = tokenOf(personId);
  const seen = done(await accounts().viewAddressProof(of.reviewer, { token }, now()));
  expect(seen.other?.roles).toEqual([{ kind: 'member', organisationId: of.austin.id, as: 'owner' }]);
  expect(JSON.stringify(await review())).toContain(content);
  await accounts().openSession(of.owner.personId, new Date());

  done(await accounts().proveAddress(of.reviewer, { token, merge: true }, now()));

  // Whoever was being served in that moment, and whoever comes after it.
  const merged = await of.site.actorOf(personId);
  expect(merged.formerly).toEqual([of.owner.personId]);
  expect(await of.site.actorOf(of.owner.personId)).toEqual(merged);
  // Review page and queue.
  expect((await review(merged)).conflict).toBe('member-of-applicant');
  expect(JSON.stringify(await review(merged))).not.toContain(content);
  const queue = done(await of.act.listMyReviews(merged, {}, now()));
  expect(queue.items.find(({ id }) => id === reviewId)).toMatchObject({ status: 'conflicted' });
  expect(queue.items.find(({ id }) => id === reviewId)?.pair).toBeUndefined();
  const page = await of.site.ask(`/en/reviews/${reviewId}`, { as: merged, at: new Date() });
  expect(page.text).not.toContain(content);
  // Assignment by hand, and by the former id.
  const third = await of.applications.submit(merged, of.austin, of.round, of.whileOpen);
  for (const reviewerId of [personId, of.owner.personId])
    expect(
      await of.act.assignReviewer(of.staff, { roundId, applicationId: third, reviewerId }, now()),
    ).toEqual(fail({ kind: 'conflict-of-interest', reason: 'member-of-applicant' }));
  // What plans ask.
  const known = await accountStore(engine).find(personId);
  const conflict = await pairConflicts(ports())(roundId, known ? [known] : []);
  expect(conflict(personId, application)).toBe('member-of-applicant');
  // Staff's page of conflicts, and who is offered for assignment.
  const listed = done(await conflicts().listConflicts(of.staff, { roundId }, now()));
  const row = listed.items.find(({ id }) => id === applicationId);
  expect(row?.reviewers.find(({ reviewerId }) => reviewerId === personId)?.findings).toContainEqual(
    expect.objectContaining({ kind: 'member-of-applicant', class: 'hard' }),
  );
  const assigned = done(await of.act.viewAssignments(of.staff, { roundId }, now()));
  const places = assigned.items.find(({ id }) => id === applicationId);
  expect(places?.reviews).toContainEqual(
    expect.objectContaining({ reviewId, conflict: 'member-of-applicant' }),
  );
  const free = assigned.items.find(({ id }) => id === third)?.candidates ?? [];
  expect(free.filter(({ conflict: why }) => !why).map(({ reviewerId }) => reviewerId)).not.toContain(
    personId,
  );
  // Clearance, should they ever be staff.
  const clearance = await staffClearance(ports())(merged, roundId);
  expect(clearance(application)).toBe('member-of-applicant');
  // The review that was not begun is as closed.
  expect((await of.act.viewReview(merged, { reviewId: other.id }, now())).ok).toBe(true);
  expect(done(await of.act.viewReview(merged, { reviewId: other.id }, now())).conflict).toBeDefined();
});

test('what is granted to a merged account in the very moment of the merge counts for the survivor', async () => {
  const into = await of.site.join('into');
  await of.site.join('from');
  const { act } = { act: accounts() };
  const reason = 'One person, by telephone';
  const before = await accountStore(engine).idByAddress;
  expect(before).toBeDefined();
  done(
    await act.mergePeople(of.staff, { personId: into.personId, email: 'from@people.example', reason }, now()),
  );
  const merged = await of.site.actorOf(into.personId);
  const [former = ''] = merged.formerly ?? [];
  // An invitation that was accepted before the merge and written after it.
  done(
    await roleStore(engine).grant({
      personId: former,
      role: { kind: 'member', organisationId: of.austin.id, as: 'viewer' },
      by: 'x',
      at: inDays(0),
    }),
  );
  expect((await of.site.actorOf(into.personId)).roles).toEqual([
    { kind: 'member', organisationId: of.austin.id, as: 'viewer' },
  ]);
  const told = [
    ...(await eventsOf(engine)(`person#${former}`)),
    ...(await eventsOf(engine)(`person#${into.personId}`)),
  ];
  expect(told.map(({ type }) => type)).toEqual(expect.arrayContaining(['account-merged', 'account-took-in']));
  expect(JSON.stringify(told)).not.toMatch(/@|telephone/);
});

test('a merge against an account that has changed since it was read writes nothing', async () => {
  const store = accountStore(engine);
  const one = await of.site.join('steady');
  const two = await of.site.join('changing');
  const [into, from] = await Promise.all([store.account(one.personId), store.account(two.personId)]);
  if (!into || !from) throw new Error('there are no accounts');
  done(await accounts().editAccount(two, { name: 'Changed', language: 'en', version: 1 }, now()));
  const merge = {
    ...{
      survivor: { ...into, version: 2, formerly: [from.id] },
      merged: { ...from, version: 2, mergedInto: into.id },
    },
    ...{ carried: [], dropped: [], by: 'x', at: inDays(0), events: [] },
  };
  expect(await store.merge(merge)).toEqual(fail({ kind: 'conflict' }));
  expect((await store.account(one.personId))?.formerly).toBeUndefined();
});
