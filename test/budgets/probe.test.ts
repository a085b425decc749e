import { test, expect } from 'vitest';
import { startSite } from './site.ts';
import { buildWorld } from './world.ts';
import { addCrowd } from './crowd.ts';
import { callAt } from '../support/seeded/clock.ts';
test('probe', async () => {
  const site = await startSite();
  const out: string[] = [];
  try {
    const t0 = Date.now();
    const w = await buildWorld(site);
    const a = w.applications; const r = w.rounds;
    const call = callAt(new Date());
    const { staff, owner, reviewer } = w.people;
    const lists: Record<string, () => Promise<any>> = {
      rounds: () => site.all.listOpenRounds(owner, {}, call),
      mine: () => site.all.listMyApplications(owner, {}, call),
      sent: () => site.all.listApplicationsForStaff(staff, { roundId: r.closed.id }, call),
      queue: () => site.all.listMyReviews(reviewer, {}, call),
      assignments: () => site.all.viewAssignments(staff, { roundId: r.closed.id }, call),
      scores: () => site.all.scoreRound(staff, { roundId: r.closed.id }, call),
      decisions: () => site.all.listDecisions(staff, { roundId: r.closed.id }, call),
      awards: () => site.all.listAwards(staff, {}, call),
      held: () => site.all.listMessages(staff, { status: 'held' }, call),
      queued: () => site.all.listMessages(staff, { status: 'queued' }, call),
      asked: () => site.all.listQuestions(staff, { status: 'asked' }, call),
      answered: () => site.all.listQuestions(staff, { status: 'answered' }, call),
      public: () => site.all.listPublicAnswers(staff, {}, call),
      publicRound: () => site.all.listPublicAnswers(staff, { roundId: r.open.id }, call),
      invStaff: () => site.all.listStaffInvitations(staff, {}, call),
      invOrg: () => site.all.listOrganisationInvitations(owner, { organisationId: w.organisation.id }, call),
      claims: () => site.all.listOpenClaims(staff, {}, call),
      directory: () => site.all.listPartnerships(staff, {}, call),
    };
    for (const n of [0, 10, 60, 1000]) {
      const t = Date.now();
      if (n) await addCrowd(site.plain, w, n);
      out.push(`--- ${n} after ${Date.now() - t0} crowd ${Date.now() - t}`);
      for (const [name, list] of Object.entries(lists)) {
        const t = Date.now();
        const { value, cost } = await site.measure(list);
        out.push([n, name, value.ok ? (value.value.items ?? value.value.rows ?? value.value.ranked)?.length : JSON.stringify(value), JSON.stringify(cost), Date.now() - t].join(' '));
      }
    }
  } finally { site.stop(); console.log(out.join('\n')); }
  expect(1).toBe(1);
}, 300000);
