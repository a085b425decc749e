import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemOf } from '../../../shared/assignment/make-plan.ts';
import { planFacts } from '../../../shared/assignment/plan-facts.ts';
import { checkCertificate } from '../../../shared/assignment/solver/check-certificate.ts';
import { applicationsNamed, planWorld } from '../../support/plan-world.ts';
import { aRound, inReview, memberOf, reviewer } from '../../support/reviews-fakes.ts';

const named = (letter: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

const facts = fc
  .record({
    reviewers: fc.integer({ min: 2, max: 5 }),
    applications: fc.integer({ min: 1, max: 5 }),
    demand: fc.integer({ min: 1, max: 2 }),
    min: fc.integer({ min: 0, max: 1 }),
    max: fc.integer({ min: 2, max: 5 }),
    members: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 1 }),
    conflicts: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
      maxLength: 5,
    }),
    wants: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('want' as const, 'willing' as const, 'rather-not' as const),
      ),
      { maxLength: 8 },
    ),
    apart: fc.boolean(),
  })
  .map((one) => {
    const ids = named('r', one.reviewers);
    const applications = named('a', one.applications);
    const idAt = (at: number) => ids[at % ids.length] ?? '';
    const applicationAt = (at: number) => applications[at % applications.length] ?? '';
    return {
      round: aRound({ reviewersPerApplication: one.demand }),
      applications: applicationsNamed(...applications),
      people: ids.map((id, at) =>
        one.members.includes(at) ? reviewer(id, memberOf(`of-${applicationAt(at)}`)) : reviewer(id),
      ),
      conflicts: [...new Set(one.conflicts.map(([r, a]) => `${idAt(r)} ${applicationAt(a)}`))].map((both) => {
        const [personId = '', applicationId = ''] = both.split(' ');
        return { applicationId, personId, roundId: 'round-1', reason: 'x', at: '' };
      }),
      preferences: ids.map((personId) => ({
        personId,
        roundId: 'round-1',
        version: 1,
        savedAt: inReview.toISOString(),
        choices: Object.fromEntries(
          one.wants.filter(([r]) => idAt(r) === personId).map(([, a, kind]) => [applicationAt(a), kind]),
        ),
      })),
      settings: {
        load: { min: one.min, max: one.max },
        apart: one.apart ? ([['r1', 'r2']] as [string, string][]) : [],
      },
    };
  });

test('whatever the facts, an applied plan keeps every hard constraint', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (given) => {
      const site = planWorld(given);
      const before = await planFacts(site)({
        roundId: 'round-1',
        demand: given.round.reviewersPerApplication,
        settings: (await site.plan()).settings,
      });
      const plan = await site.plan();
      if (plan.status === 'impossible') return;
      await site.apply(plan.id);
      const stated = problemOf(plan, before);
      if (!stated.ok) throw new Error(stated.failure.kind);
      const problem = stated.value;
      const assigned = (await site.assigned()).map((both) => {
        const [applicationId = '', reviewerId = ''] = both.split(' ');
        const reviewerAt = problem.reviewers.findIndex(({ id }) => id === reviewerId);
        const application = problem.applications.findIndex(({ id }) => id === applicationId);
        const score = problem.scores[application * problem.reviewers.length + reviewerAt] ?? 0;
        return { reviewer: reviewerAt, application, score, isFixed: false, price: 0, alternative: undefined };
      });
      // The checker of the solver's room, which shares nothing with what made the plan. Figures are not at stake here.
      const claims = { objective: 'total', unit: 1, total: 0, worst: 0, bounds: [] } as const;
      const rest = { searched: { total: undefined, worst: undefined }, gap: { total: 0, worst: 0 } };
      const faults = checkCertificate(problem, {
        pairs: assigned,
        certificate: { ...claims, ...rest, optimal: false, loads: { min: 0, max: 0 } },
      });
      expect(faults.filter(({ kind }) => !kind.startsWith('wrong-') || kind === 'wrong-score')).toEqual([]);
      expect(assigned).toHaveLength(plan.figures?.pairs ?? -1);
    }),
    { numRuns: 40 },
  );
});
