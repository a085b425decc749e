import { expect, test } from 'vitest';
import { listConflicts } from '../../../shared/conflicts/list-conflicts.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { aProfile, fakeProfiles, fakeSettlements } from '../../support/conflicts-fakes.ts';
import {
  anApplication,
  applicant,
  aReview,
  aSubmittedFile,
  callAt,
  person,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const facts = { us: 'FL', jp: 'Ehime', orgs: '', people: '' };
const a1 = anApplication({ status: 'in-review', facts });
const tampa = anApplication({
  ...{ id: 'a2', organisationId: 'tampa', status: 'in-review', facts, title: 'PLANTED title' },
  pair: { us: 'Tampa, FL', jp: 'Oita', jpJa: '大分市' },
});
const declared = { applicationId: 'a2', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
const home = { in: 'us', city: 'Tampa', state: 'FL' } as const;
const inRound = { roundId: 'round-1' };

const listed = async (with_: Parameters<typeof reviewPorts>[0], actor = staff) => {
  const ports = reviewPorts({
    applications: [a1, tampa, anApplication({ id: 'a3', organisationId: 'org-3', status: 'withdrawn' })],
    people: [staff, reviewer()],
    interests: { profiles: fakeProfiles(aProfile({ personId: 'reviewer-1', home })) },
    ...with_,
  });
  const done = await listConflicts(ports)(actor, inRound, callAt());
  if (!done.ok) throw new Error(done.failure.kind);
  return done.value;
};

test('a tie with a rival is told, but not one that the reader is kept from; what was withdrawn is not listed', async () => {
  const all = await listed({});
  expect(all.items.map(({ id, reviewers }) => [id, reviewers[0]?.findings.map(({ kind }) => kind)])).toEqual([
    ['a1', ['rival']],
    ['a2', ['home']],
  ]);
  const kept = await listed({ conflicts: [declared] });
  expect([kept.kept, kept.items.map(({ id, reviewers }) => [id, reviewers])]).toEqual([1, [['a1', []]]]);
  expect(JSON.stringify(kept)).not.toMatch(/Tampa|PLANTED/);
});

test('what waits for staff is counted until it is settled', async () => {
  const placements = [{ place: { text: 'Nowhere village' }, role: 'ALT' as const, from: 2020 }];
  const profiles = fakeProfiles(aProfile({ personId: 'reviewer-1', placements }));
  const settlements = fakeSettlements();
  const here = () => listed({ applications: [a1], interests: { profiles, settlements } });
  const [before] = (await here()).items;
  expect(before).toMatchObject({ open: 1, reviewers: [{ findings: [{ kind: 'place-unknown' }] }] });
  const cause = before?.reviewers[0]?.findings[0]?.cause ?? '';
  const of = { roundId: 'round-1', applicationId: 'a1', personId: 'reviewer-1', cause };
  const said = { outcome: 'none' as const, reason: 'It lies in Kochi', by: 'staff-1', version: 1, at: '' };
  settlements.held.push({ ...of, ...said });
  expect((await here()).items).toMatchObject([{ open: 0, reviewers: [{ findings: [{ settled: said }] }] }]);
});

test('who reviews no more is listed only for a review that is in', async () => {
  const former = person('reviewer-9');
  const profiles = fakeProfiles(aProfile({ personId: 'reviewer-9', home: { ...home, city: 'Lakeland' } }));
  const of = { reviewerId: 'reviewer-9' };
  const names = async (
    file: NonNullable<NonNullable<Parameters<typeof reviewPorts>[0]>['files']>[number],
  ) => {
    const people = [staff, reviewer(), former];
    const { items } = await listed({ people, files: [file], interests: { profiles } });
    return items.flatMap(({ reviewers }) => reviewers.map(({ reviewerId }) => reviewerId));
  };
  expect(await names(aSubmittedFile(of))).toContain('reviewer-9');
  expect(await names({ review: aReview(of) })).toEqual([]);
});

test('for staff alone', async () => {
  for (const actor of [reviewer(), applicant])
    expect(await listConflicts(reviewPorts())(actor, inRound, callAt())).toEqual(fail({ kind: 'not-found' }));
});
