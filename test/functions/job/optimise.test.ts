import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignmentUseCases } from '../../../functions/container/assignment-use-cases.ts';
import { jobsOn } from '../../../functions/container/optimise.ts';
import { reviewsUseCases } from '../../../functions/container/reviews-use-cases.ts';
import { createHandler } from '../../../functions/job/optimise.ts';
import { usualSettings } from '../../../shared/assignment/settings.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { startEngine } from '../../support/engine.ts';
import { applicationsOn, whileOpen } from '../../support/seeded/applications.ts';
import { callAt, done, inDays } from '../../support/seeded/clock.ts';
import { courses, roundsOn } from '../../support/seeded/rounds.ts';
import { siteOn } from '../../support/site-on-table.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** Staff, two reviewers and one application in a round that has closed, on the real engine. */
const closedRound = async () => {
  const site = siteOn(engine);
  const staff = await site.join('office', { kind: 'staff', programId: 'leading-asia' });
  const round = await roundsOn(engine).publish(staff, courses.closed);
  const reviewers = [];
  for (const name of ['first', 'second'])
    reviewers.push(await site.join(name, { kind: 'reviewer', roundId: round.id }));
  const applications = applicationsOn(engine);
  const owner = await site.join('owner');
  const { id } = await applications.found(owner, 'Sister Cities of Austin');
  const member = await site.actorOf(owner.personId);
  const partnershipId = await applications.claim(member, id);
  await applications.verify(staff, { id, partnershipId });
  const of = { id, partnershipId };
  const applicationId = await applications.submit(member, of, round, whileOpen('closed'));
  return { staff, round, reviewers, applicationId };
};

test('from asking for a plan to the reviewers’ queues, each event delivered twice', async () => {
  const { staff, round, reviewers, applicationId } = await closedRound();
  const cursors = cursorsWith('test');
  const all = assignmentUseCases({ table: engine, cursors });
  const logged: unknown[] = [];
  const handler = createHandler(jobsOn(engine), (line) => void logged.push(line));
  const deliver = async (jobId: string) => {
    const [event] = await eventsOf(engine)(`job#${jobId}`);
    const body = JSON.stringify({ kind: 'event', event });
    // What SQS hands over has more fields, and nobody reads them.
    const Records = [{ messageId: 'm1', body }] as unknown as Parameters<typeof handler>[0]['Records'];
    for (const _ of ['once', 'again']) expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
  };
  const call = () => callAt(inDays(-1));
  const of = { roundId: round.id };
  const asSet = { ...usualSettings, load: { min: 0, max: 1 } };
  done(await all.saveSettings(staff, { ...of, version: 0, ...asSet }, call()));
  const asked = done(await all.askPlan(staff, of, call()));
  await deliver(asked.jobId);
  const seen = done(await all.viewPlan(staff, { ...of, planId: asked.id }, call()));
  expect(seen).toMatchObject({ plan: { status: 'made' }, job: { status: 'done', tries: 1 } });
  expect(seen.figures).toMatchObject({ optimal: true, applications: 1 });

  const { version } = seen.plan;
  const applying = done(await all.applyPlan(staff, { ...of, planId: asked.id, version }, call()));
  await deliver(applying.jobId);
  const queues = reviewsUseCases({ table: engine, cursors });
  const planned = seen.rows.flatMap(({ pairs }) => pairs.map(({ reviewerId }) => reviewerId));
  expect(planned.length).toBeGreaterThan(0);
  for (const reviewer of reviewers) {
    const queue = done(await queues.listMyReviews(reviewer, {}, call()));
    expect(queue.items).toHaveLength(planned.includes(reviewer.personId) ? 1 : 0);
  }
  expect(seen.rows.map(({ application }) => application.id)).toEqual([applicationId]);
});
