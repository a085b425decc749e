import { expect, test } from 'vitest';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { listReviews } from '../../../shared/reviews/list-reviews.ts';
import { listRoundApplications } from '../../../shared/reviews/list-round-applications.ts';
import { isClear, sightFor } from '../../../shared/reviews/may-read.ts';
import { showContactDetails } from '../../../shared/reviews/show-contact-details.ts';
import { viewApplicationFile } from '../../../shared/reviews/view-application-file.ts';
import { viewAssignments } from '../../../shared/reviews/view-assignments.ts';
import { aProfile, fakeProfiles } from '../../support/conflicts-fakes.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  applicant,
  aReview,
  aSubmittedFile,
  callAt,
  memberOf,
  planted,
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
const a3 = anApplication({
  id: 'a3',
  organisationId: 'tacoma',
  status: 'in-review',
  // Another state's, so that it is no rival of the first.
  pair: { us: 'Tacoma, WA', jp: 'Kitakyushu', jpJa: '北九州市' },
});
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
  const ports = reviewPorts({
    applications: [a1, a2, a3, anApplication({ id: 'a4', status: 'draft' })],
    files,
    ...with_,
  });
  return {
    ports,
    assignments: viewAssignments(ports),
    list: listRoundApplications(ports),
    file: viewApplicationFile(ports),
    reviewsOf: listReviews(ports),
    details: showContactDetails(ports),
  };
};
const inRound = { roundId: 'round-1' };

test('staff who also review see no review of what they still have to review', async () => {
  const both = { ...staff, roles: [...staff.roles, ...reviewer().roles] };
  const own = { review: aReview({ reviewerId: 'staff-1', status: 'reviewing', version: 2 }) };
  const with_ = given({ files: [...files, own], people: [both, reviewer(), reviewer('reviewer-2')] });
  const led = ['decision-proposed', 'discussion-posted', 'meeting-notes-kept', 'feedback-edited'];
  for (const type of ['review-assigned', ...led])
    with_.ports.history.push({ id: type, subject: 'application#a1', type, at: '', by: 'staff-2', data: {} });
  const told = async () => {
    const file = await with_.file(both, { applicationId: 'a1' }, callAt());
    return file.ok && [file.value.reviews.length, file.value.history.map(({ type }) => type)];
  };
  expect(await told()).toEqual([0, ['review-assigned']]);
  const { submission: _, ...never } = anApplication({ id: 'a1', status: 'draft' });
  const drafted = given({ applications: [never] });
  expect(await drafted.file(staff, { applicationId: 'a1' }, callAt())).toEqual(fail({ kind: 'not-found' }));
});

test('why another gave a review back is kept from staff who still have to review the application', async () => {
  const both = { ...staff, roles: [...staff.roles, ...reviewer().roles] };
  const back = { review: aReview({ status: 'declined', declineReason: 'Too thin to read' }) };
  const own = { review: aReview({ reviewerId: 'staff-1' }) };
  const people = [both, reviewer()];
  const seen = async (with_: Parameters<typeof given>[0]) =>
    JSON.stringify(await given({ people, ...with_ }).assignments(both, inRound, callAt()));
  expect(await seen({ files: [back] })).toContain('Too thin');
  const owing = await seen({ files: [back, own] });
  expect(owing).toContain('"status":"declined"');
  expect(owing).not.toContain('Too thin');
});

test.each([
  ['a reviewer of the round', reviewer()],
  ['an applicant', applicant],
  ['the public', publicActor],
])('every staff view refuses %s as if nothing were there', async (_, actor) => {
  const { assignments, list, file, details, reviewsOf, ports } = given();
  const nothing = fail({ kind: 'not-found' });
  expect(await assignments(actor, inRound, callAt())).toEqual(nothing);
  expect(await list(actor, inRound, callAt())).toEqual(nothing);
  expect(await file(actor, { applicationId: 'a1' }, callAt())).toEqual(nothing);
  expect(await reviewsOf(actor, { applicationId: 'a1' }, callAt())).toEqual(nothing);
  expect(await details(actor, { applicationId: 'a1' }, callAt())).toEqual(nothing);
  expect(ports.noted).toEqual([]);
});

test('the list shows a conflicted application as its pair and the reason, last', async () => {
  const done = await given({ conflicts: [{ ...declared, applicationId: 'a2' }] }).list(
    staff,
    inRound,
    callAt(),
  );
  expect(done).toMatchObject({ value: { items: [{ id: 'a1' }, { id: 'a3' }, { id: 'a2' }] } });
  expect(JSON.stringify(done)).not.toContain('A2 TITLE');
  if (done.ok) expect(done.value.items[2]).toEqual({ id: 'a2', pair: a2.pair, conflict: 'declared' });
});

test('a list of one status or theme has nothing of a conflicted application, and takes one filter', async () => {
  const { list } = given({ conflicts: [{ ...declared, applicationId: 'a2' }] });
  const done = await list(staff, { ...inRound, theme: 'sustainability' }, callAt());
  expect(JSON.stringify(done)).not.toContain('"a2"');
  expect(done).toMatchObject({ ok: true });
  expect(
    await list(staff, { ...inRound, theme: 'sustainability', status: 'submitted' }, callAt()),
  ).toMatchObject({
    failure: { kind: 'invalid-input' },
  });
});

test('assignments: what is missing, who could step in, and who could not and why', async () => {
  const people = [
    staff,
    reviewer(),
    reviewer('reviewer-2'),
    reviewer('reviewer-3', memberOf('lakeland')),
    reviewer('reviewer-4'),
  ];
  const conflicted = {
    review: aReview({ applicationId: 'a3', status: 'conflicted', conflictReason: 'My sister' }),
  };
  const done = await given({ people, files: [...files, conflicted] }).assignments(staff, inRound, callAt());
  if (!done.ok) throw new Error('refused');
  const of = (id: string) => done.value.items.find((one) => one.id === id);
  expect(of('a1')).toMatchObject({ missing: 0, reviews: [{ status: 'submitted' }, { status: 'submitted' }] });
  expect(of('a3')).toMatchObject({
    missing: 2,
    reviews: [
      { name: 'Name of reviewer-1', status: 'conflicted', conflict: 'declared', conflictReason: 'My sister' },
    ],
  });
  expect(of('a1')?.candidates).toEqual([
    { reviewerId: 'reviewer-3', name: 'Name of reviewer-3', conflict: 'member-of-applicant', load: 0 },
    { reviewerId: 'reviewer-4', name: 'Name of reviewer-4', conflict: undefined, load: 0 },
  ]);
  expect(of('a2')?.candidates[0]).toMatchObject({ reviewerId: 'reviewer-3', conflict: 'applies-in-round' });
});

test('the file: text without people, submitted reviews with names, no draft', async () => {
  const { file } = given();
  const done = await file(staff, { applicationId: 'a1' }, callAt());
  const text = JSON.stringify(done);
  expect(done).toMatchObject({ value: { text: { organisation: 'Lakeland Sister Cities, Inc.' } } });
  expect(text).toContain('PLANTED note');
  for (const word of [...Object.values(planted), 'sha256:2', 'PLANTED draft'])
    expect(text).not.toContain(word);
  if (done.ok)
    expect(done.value.reviews.map(({ reviewer: name }) => name)).toEqual([
      'Name of reviewer-1',
      'Name of reviewer-2',
    ]);
  expect(await file(staff, { applicationId: 'a2' }, callAt())).not.toContain('PLANTED draft');
});

test('people’s details are shown after the reading is noted, once for a retried request', async () => {
  const { details, ports } = given();
  const done = await details(staff, { applicationId: 'a1' }, callAt());
  expect(JSON.stringify(done)).toContain(planted.address);
  expect(ports.noted).toMatchObject([
    { type: 'application-read', subject: 'application#a1', by: 'staff-1', data: {} },
  ]);
  await details(staff, { applicationId: 'a1' }, callAt());
  await details(staff, { applicationId: 'a1' }, callAt(undefined, 'key-2'));
  expect(new Set(ports.noted.map(({ id }) => id)).size).toBe(2);
  const broken = { ...ports, note: () => Promise.reject(new Error('no')) };
  await expect(showContactDetails(broken)(staff, { applicationId: 'a1' }, callAt())).rejects.toThrow();
});

test('staff with a conflict read neither file nor reviews nor details', async () => {
  const { file, details, reviewsOf, ports } = given({ conflicts: [declared] });
  for (const read of [file, details, reviewsOf])
    expect(await read(staff, { applicationId: 'a1' }, callAt())).toEqual(fail({ kind: 'not-found' }));
  expect(ports.noted).toEqual([]);
});

test('who may read what was sent: staff without a conflict, and reviewers once cleared', async () => {
  const { ports } = given({
    conflicts: [{ ...declared, applicationId: 'a2' }],
    files: [...files, { review: aReview({ applicationId: 'a3' }) }],
  });
  const sight = sightFor(ports);
  const may = async (...of: Parameters<typeof sight>) => (await sight(...of)) !== undefined;
  expect([await may(staff, a1), await may(staff, a2), await isClear(ports)(staff, a2)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(await may(reviewer(), a1)).toBe(true);
  expect(await may(reviewer(), a3)).toBe(false);
  expect(await may(reviewer('reviewer-9'), a1)).toBe(false);
  expect(await may(reviewer('reviewer-1', memberOf('tacoma')), a1)).toBe(false);
  expect(await may(reviewer(), { ...a1, status: 'withdrawn' })).toBe(false);
});

test('what keeps someone from one of two reviews, of accounts that were merged, keeps them from the application', async () => {
  const under = aReview({ reviewerId: 'reviewer-0', status: 'conflicted' });
  const { ports } = given({ files: [...files, { review: under }] });
  const merged = { ...reviewer(), formerly: ['reviewer-0'] };
  expect(await sightFor(ports)(merged, a1)).toBeUndefined();
});

test('one person twice after their accounts were merged is one opinion, one place and one load', async () => {
  const merged = { ...reviewer(), formerly: ['reviewer-2'] };
  const { assignments } = given({ people: [staff, merged, reviewer('reviewer-3')] });
  const done = await assignments(staff, inRound, callAt());
  if (!done.ok) throw new Error(done.failure.kind);
  const of = (id: string) => done.value.items.find((one) => one.id === id);
  expect(of('a1')).toMatchObject({ missing: 1, reviews: [{ by: 'reviewer-1' }, { by: 'reviewer-1' }] });
  expect(of('a1')?.candidates.map(({ reviewerId }) => reviewerId)).toEqual(['reviewer-3']);
  expect(of('a3')?.candidates).toMatchObject([
    { reviewerId: 'reviewer-3', load: 0 },
    { reviewerId: 'reviewer-1', load: 2 },
  ]);
});

test('who stepped aside sees the same loads whoever reviews the application they are kept from', async () => {
  const loads = async (...more: typeof files) => {
    const { assignments } = given({ conflicts: [declared], files: more });
    const done = await assignments(staff, inRound, callAt());
    if (!done.ok) throw new Error(done.failure.kind);
    return done.value.items.map(({ id, candidates }) => [id, candidates.map(({ load }) => load)]);
  };
  const without = await loads();
  expect(without).toEqual([
    ['a2', [0, 0]],
    ['a3', [0, 0]],
  ]);
  expect(await loads(aSubmittedFile(), { review: aReview({ reviewerId: 'reviewer-2' }) })).toEqual(without);
});

test('staff who also review are not offered themselves; a colleague is offered them', async () => {
  const both = { ...staff, roles: [...staff.roles, ...reviewer().roles] };
  const offered = async (viewer: typeof staff) => {
    const done = await given({ people: [both, reviewer()], files: [] }).assignments(
      viewer,
      inRound,
      callAt(),
    );
    return done.ok && done.value.items[0]?.candidates.map(({ reviewerId }) => reviewerId);
  };
  expect(await offered(both)).toEqual(['reviewer-1']);
  expect(await offered({ ...staff, personId: 'staff-2' })).toEqual(['reviewer-1', 'staff-1']);
});

test('a tie with an application that the reader is kept from is told beside none of its rivals', async () => {
  const facts = (us: string) => ({ us, jp: 'Ehime', orgs: '', people: '' });
  const rival = { ...a2, facts: facts('FL'), pair: { us: 'Tampa, FL', jp: 'Oita', jpJa: '大分市' } };
  const home = { in: 'us', city: 'Tampa', state: 'FL' } as const;
  const told = async (with_: Parameters<typeof reviewPorts>[0]) => {
    const { assignments } = given({
      files: [],
      applications: [{ ...a1, facts: facts('FL') }, rival],
      interests: { profiles: fakeProfiles(aProfile({ home })) },
      ...with_,
    });
    const done = await assignments(staff, inRound, callAt());
    if (!done.ok) throw new Error(done.failure.kind);
    const of = done.value.items.find(({ id }) => id === 'a1')?.candidates;
    return of?.find(({ reviewerId }) => reviewerId === 'reviewer-1')?.conflict;
  };
  expect(await told({})).toBe('rival');
  expect(await told({ conflicts: [{ ...declared, applicationId: 'a2' }] })).toBeUndefined();
});

test('names what else was sent for the same partnership, and nothing that is kept from its reader', async () => {
  const twin = anApplication({ id: 'twin', organisationId: 'rival', title: 'TWIN TITLE' });
  const gone = anApplication({ id: 'gone', status: 'withdrawn' });
  const { submission: _, ...draft } = anApplication({ id: 'draft', status: 'draft' });
  const applications = [a1, twin, gone, draft, anApplication({ id: 'later', roundId: 'round-2' })];
  const see = async (conflicts: readonly (typeof declared)[], applicationId = 'a1') => {
    const with_ = given({ applications, conflicts: [...conflicts] });
    const file = await with_.file(staff, { applicationId }, callAt());
    return file.ok ? file.value.samePair : file;
  };
  expect(await see([])).toEqual([{ id: 'twin', title: 'TWIN TITLE', receipt: 'SHM-TWIN' }]);
  expect(await see([{ ...declared, applicationId: 'twin' }])).toEqual([]);
  expect(await see([declared], 'twin')).toEqual([]);
  expect(await see([declared])).toEqual(fail({ kind: 'not-found' }));
});
