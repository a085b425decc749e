import { expect, test } from 'vitest';
import { addPost } from '../../../shared/discussions/add-post.ts';
import { proposeLeads } from '../../../shared/discussions/lead.ts';
import { moveDiscussion } from '../../../shared/discussions/move-discussion.ts';
import { nameLead } from '../../../shared/discussions/name-lead.ts';
import { nameLeads } from '../../../shared/discussions/name-leads.ts';
import { saveNotes } from '../../../shared/discussions/save-notes.ts';
import { viewDiscussion } from '../../../shared/discussions/view-discussion.ts';
import { viewRoundDiscussion } from '../../../shared/discussions/view-round-discussion.ts';
import type { Actor } from '../../../shared/kernel/actor.ts';
import { aProfile, fakeProfiles } from '../../support/conflicts-fakes.ts';
import { anOpening, discussionPorts, inDiscussion } from '../../support/discussions-fakes.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  applicant,
  aRound,
  aSubmittedFile,
  callAt,
  memberOf,
  reviewDue,
  reviewer,
  staff,
} from '../../support/reviews-fakes.ts';

const applicationId = 'a1';
const secondStaff = { ...staff, personId: 'staff-2' };
const first = reviewer();
const second = reviewer('reviewer-2');
const people = [staff, secondStaff, first, second, reviewer('reviewer-3')];
const inReview = anApplication({ status: 'in-review' });

const table = (over: Parameters<typeof discussionPorts>[0] = {}) => {
  const ports = discussionPorts({
    applications: [inReview],
    people,
    files: [
      aSubmittedFile(),
      aSubmittedFile({ reviewerId: 'reviewer-2' }, anAssessment({ confidence: 'very' })),
      aDraftFile({ reviewerId: 'reviewer-3' }),
    ],
    ...over,
  });
  let calls = 0;
  const call = (key?: string) => {
    calls += 1;
    return callAt(inDiscussion, key ?? `key-${calls}`);
  };
  return {
    ports,
    view: (actor: Actor) => viewDiscussion(ports)(actor, { applicationId }, call()),
    post: (actor: Actor, text: string, replyTo?: number, key?: string) =>
      addPost(ports)(actor, { applicationId, text, replyTo }, call(key)),
    note: (actor: Actor, text: string, version: number, keep = false) =>
      saveNotes(ports)(actor, { applicationId, text, version, keep }, call()),
    lead: (actor: Actor, reviewerId: string, version = 0) =>
      nameLead(ports)(actor, { applicationId, reviewerId, version }, call()),
  };
};
const seen = async (here: ReturnType<typeof table>, actor: Actor) => {
  const view = await here.view(actor);
  if (!view.ok) throw new Error(view.failure.kind);
  return view.value;
};
const gone = { ok: false, failure: { kind: 'not-found' } };

test('posts stand in order with their answers, reviewers behind letters and staff as the program office', async () => {
  const here = table();
  expect(await here.post(first, 'The budget is thin.')).toMatchObject({ ok: true, value: { no: 1 } });
  await here.post(staff, 'The office has asked for figures.');
  await here.post(second, 'Then I agree.', 1);
  const { posts, total } = await seen(here, first);
  expect(total).toBe(3);
  expect(posts.map(({ text, replyTo }) => [text, replyTo])).toEqual([
    ['The budget is thin.', undefined],
    ['The office has asked for figures.', undefined],
    ['Then I agree.', 1],
  ]);
  expect(posts.map(({ author }) => author)).toEqual([
    { as: 'reviewer', own: true, label: expect.stringMatching(/^[ABC]$/) },
    { as: 'staff', own: false },
    { as: 'reviewer', own: false, label: expect.stringMatching(/^[ABC]$/) },
  ]);
  const staffView = await seen(here, staff);
  expect(staffView.posts.map(({ author }) => author.name)).toEqual([
    'Name of reviewer-1',
    'Name of staff-1',
    'Name of reviewer-2',
  ]);
  expect(staffView.posts[2]?.author.label).toBe(posts[2]?.author.label);
});

test('a reviewer whose own review is not in, an applicant and a stranger find nothing there', async () => {
  const here = table();
  for (const actor of [
    reviewer('reviewer-3'),
    applicant,
    reviewer('reviewer-9'),
    { kind: 'public' } as const,
  ]) {
    expect(await here.view(actor)).toEqual(gone);
    expect(await here.post(actor, 'Hello')).toEqual(gone);
    expect(await here.note(actor, 'Hello', 0)).toEqual(gone);
  }
});

test('a conflict that comes up later closes it at once, to reviewers and to staff', async () => {
  const here = table({
    conflicts: [
      {
        applicationId,
        roundId: 'round-1',
        personId: 'staff-2',
        reason: 'A cousin',
        at: '2027-01-01T00:00:00.000Z',
      },
    ],
  });
  await here.post(first, 'The budget is thin.');
  expect(await here.view(reviewer('reviewer-1', memberOf('lakeland')))).toEqual(gone);
  expect(await here.view(secondStaff)).toEqual(gone);
  expect(await here.post(secondStaff, 'Hello')).toEqual(gone);
  expect(await here.lead(secondStaff, 'reviewer-1')).toEqual(gone);
  const listed = await viewRoundDiscussion(here.ports)(secondStaff, { roundId: 'round-1' }, callAt());
  expect(listed).toMatchObject({ ok: true, value: { items: [], told: 0, kept: 1 } });
});

test('staff who owe a review of it see neither the discussion nor a line of it in the list', async () => {
  const both = { ...reviewer('reviewer-3'), roles: [...reviewer('reviewer-3').roles, ...staff.roles] };
  const here = table();
  expect(await here.view(both)).toEqual(gone);
  const listed = await viewRoundDiscussion(here.ports)(both, { roundId: 'round-1' }, callAt());
  expect(listed).toMatchObject({ ok: true, value: { items: [], kept: 1 } });
});

test('before it was opened reviewers find nothing; once closed it is read and takes no words', async () => {
  const before = table({ openings: [] });
  expect(await before.view(first)).toEqual(gone);
  expect(await seen(before, staff)).toMatchObject({ status: 'not-open', open: false });
  expect(await before.post(staff, 'Hello')).toMatchObject({ failure: { kind: 'discussion-closed' } });
  const here = table();
  await here.post(first, 'The budget is thin.');
  await moveDiscussion(here.ports)(
    staff,
    { roundId: 'round-1', action: 'close', early: false, version: 1 },
    callAt(),
  );
  expect(await seen(here, first)).toMatchObject({ status: 'closed', open: false, total: 1 });
  expect(await here.post(first, 'And more')).toMatchObject({ failure: { kind: 'discussion-closed' } });
});

test('a retry of a post finds the first one, and an answer needs a post to answer', async () => {
  const here = table();
  await here.post(first, 'Once', undefined, 'same');
  expect(await here.post(first, 'Once', undefined, 'same')).toEqual({ ok: true, value: { no: 1 } });
  expect(here.ports.discussions.saved).toHaveLength(1);
  expect(await here.post(second, 'Another’s with that key', undefined, 'same')).toMatchObject({
    value: { no: 2 },
  });
  // Nor does a post answer itself: this one would be the third.
  for (const no of [3, 9])
    expect(await here.post(first, 'To whom?', no)).toMatchObject({ failure: { kind: 'invalid-input' } });
});

test('in an announced round nothing more is said, however open the discussion was left', async () => {
  const here = table({ round: aRound({ announcedAt: '2027-03-01T00:00:00.000Z' }) });
  expect(await seen(here, first)).toMatchObject({ status: 'open', open: false, mayTakeNotes: false });
  expect(await here.post(first, 'Too late')).toMatchObject({ failure: { kind: 'discussion-closed' } });
});

test('nobody leads by a review that a conflict has set aside', async () => {
  const met = aProfile({ personId: 'reviewer-2', home: { in: 'us', city: 'Lakeland', state: 'FL' } });
  const here = table({ interests: { profiles: fakeProfiles(met) } });
  expect(await here.lead(staff, 'reviewer-2')).toMatchObject({ failure: { kind: 'invalid-input' } });
  expect(await here.lead(staff, 'reviewer-1')).toMatchObject({ ok: true });
});

test('the lead is one whose review is in; naming another needs the number that was read', async () => {
  const here = table();
  expect(await here.lead(staff, 'reviewer-3')).toMatchObject({ failure: { kind: 'invalid-input' } });
  expect(await here.lead(staff, 'reviewer-1')).toMatchObject({ value: { version: 1 } });
  expect(await here.lead(staff, 'reviewer-1')).toMatchObject({ value: { version: 1 } });
  expect(await here.lead(staff, 'reviewer-2')).toMatchObject({ failure: { kind: 'stale', current: 1 } });
  expect(await here.lead(staff, 'reviewer-2', 1)).toMatchObject({ value: { version: 2 } });
  expect(await here.lead(first, 'reviewer-1', 2)).toEqual(gone);
  expect((await seen(here, second)).lead).toMatchObject({ own: true, no: 2 });
});

test('the proposed lead is the most confident reviewer, and taking the proposals names each once', async () => {
  const here = table();
  const call = callAt(inDiscussion);
  const listed = await viewRoundDiscussion(here.ports)(staff, { roundId: 'round-1' }, call);
  expect(listed).toMatchObject({
    ok: true,
    value: { items: [{ proposedLead: 'Name of reviewer-2', submitted: 2, posts: 0 }], told: 2 },
  });
  expect(await nameLeads(here.ports)(staff, { roundId: 'round-1' }, call)).toMatchObject({
    value: { named: 1 },
  });
  expect(await nameLeads(here.ports)(staff, { roundId: 'round-1' }, call)).toMatchObject({
    value: { named: 0 },
  });
  expect((await seen(here, second)).lead).toMatchObject({ own: true });
});

test('only the lead and staff take notes, and what somebody else wrote over is kept', async () => {
  const here = table();
  expect(await here.note(first, 'Mine', 0)).toEqual(gone);
  await here.lead(staff, 'reviewer-1');
  expect(await here.note(first, 'Agreed on', 0)).toMatchObject({ value: { version: 1 } });
  expect(await here.note(first, 'Agreed on the budget', 1)).toMatchObject({ value: { version: 2 } });
  expect(await here.note(staff, 'Late', 1)).toMatchObject({ failure: { kind: 'stale', current: 2 } });
  expect(await here.note(staff, 'Agreed on budget and aims', 2, true)).toMatchObject({
    value: { version: 3 },
  });
  const { notes, keptNotes } = await seen(here, second);
  expect(notes?.text).toBe('Agreed on budget and aims');
  expect(keptNotes.map(({ text, version }) => [version, text])).toEqual([
    [3, 'Agreed on budget and aims'],
    [2, 'Agreed on the budget'],
  ]);
});

test('notes are taken while it is open alone, and a colleague’s same words are not one’s own', async () => {
  const here = table();
  await here.note(staff, 'Agreed', 0);
  expect(await here.note(staff, 'Agreed', 0)).toMatchObject({ value: { version: 1 } });
  expect(await here.note(secondStaff, 'Agreed', 0)).toMatchObject({ failure: { kind: 'stale' } });
  const closed = table({ openings: [anOpening({ status: 'closed' })] });
  expect(await closed.note(staff, 'Agreed', 0)).toMatchObject({ failure: { kind: 'discussion-closed' } });
});

test('a review set aside is no score to reviewers, and marked to staff; no reviewer’s id reaches another', async () => {
  const met = aProfile({ personId: 'reviewer-2', home: { in: 'us', city: 'Lakeland', state: 'FL' } });
  const here = table({ interests: { profiles: fakeProfiles(met) } });
  expect((await seen(here, first)).scores).toEqual([{ author: expect.anything(), score: 4.1 }]);
  expect((await seen(here, staff)).scores).toMatchObject([
    { reviewerId: 'reviewer-1' },
    { reviewerId: 'reviewer-2', setAside: true },
  ]);
  expect(JSON.stringify((await seen(table(), first)).scores)).not.toMatch(/reviewer-\d/);
});

test('what staff blacked out of the title is black to reviewers at the table too', async () => {
  const passages = [{ id: 'p1', path: 'everywhere', text: 'shop window' }];
  const here = table({ redactions: [{ applicationId, version: 1, passages, files: {} }] });
  expect((await seen(here, first)).application.title).not.toMatch(/shop window/i);
  expect((await seen(here, staff)).application.title).toMatch(/shop window/i);
});

test('of what was withdrawn staff read on and nothing is said; of what was returned there is nothing', async () => {
  const withdrawn = table({ applications: [anApplication({ status: 'withdrawn' })] });
  expect(await seen(withdrawn, staff)).toMatchObject({ as: 'staff', open: false });
  expect(await withdrawn.post(staff, 'Hello')).toMatchObject({ failure: { kind: 'discussion-closed' } });
  expect(await withdrawn.view(first)).toEqual(gone);
  const returned = table({ applications: [anApplication({ status: 'returned' })] });
  expect(await returned.view(staff)).toEqual(gone);
});

test('one person under two accounts is told once, and sits nowhere while they owe a review under either', async () => {
  const merged = { ...reviewer(), formerly: ['reviewer-0'] };
  const a2 = anApplication({ id: 'a2', status: 'in-review', organisationId: 'austin' });
  const files = [aSubmittedFile(), aSubmittedFile({ applicationId: 'a2', reviewerId: 'reviewer-0' })];
  const told = table({ applications: [inReview, a2], people: [staff, merged], files });
  const listed = await viewRoundDiscussion(told.ports)(staff, { roundId: 'round-1' }, callAt());
  expect(listed).toMatchObject({ value: { told: 1, items: [{ submitted: 1 }, { submitted: 1 }] } });
  const owing = [aSubmittedFile(), aDraftFile({ reviewerId: 'reviewer-0' })];
  expect(await table({ people: [staff, merged], files: owing }).view(merged)).toEqual(gone);
});

test('who leads already is proposed after who does not, and by a review that is in alone', () => {
  const review = (applicationId: string, reviewerId: string) =>
    aSubmittedFile({ applicationId, reviewerId }).review;
  const led = { id: 'a1', receipt: 'SHM-1', leadId: 'reviewer-1' };
  const open = { id: 'a2', receipt: 'SHM-2' };
  const both = [review('a2', 'reviewer-1'), review('a2', 'reviewer-2')];
  expect(proposeLeads([led, open], both)).toEqual(new Map([['a2', 'reviewer-2']]));
  expect(proposeLeads([open], both)).toEqual(new Map([['a2', 'reviewer-1']]));
  const { review: begun } = aDraftFile({ applicationId: 'a2' });
  expect(proposeLeads([open], [begun])).toEqual(new Map());
});

test('a discussion opens once reviews were due, or earlier where that is said, and not in an announced round', async () => {
  const open = (at: Date, early: boolean, round = aRound()) => {
    const ports = discussionPorts({ openings: [], round });
    const input = { roundId: 'round-1', action: 'open', early, version: 0 } as const;
    return moveDiscussion(ports)(staff, input, callAt(at));
  };
  expect(await open(reviewDue, false)).toEqual({
    ok: false,
    failure: { kind: 'reviews-still-due', reviewDue: reviewDue.toISOString() },
  });
  expect(await open(reviewDue, true)).toMatchObject({ ok: true, value: { status: 'open', version: 1 } });
  expect(await open(new Date(reviewDue.getTime() + 1), false)).toMatchObject({ ok: true });
  const announced = aRound({ announcedAt: '2027-03-01T00:00:00.000Z' });
  expect(await open(inDiscussion, false, announced)).toMatchObject({ failure: { kind: 'step-refused' } });
  expect(await open(inDiscussion, false, aRound({ status: 'draft' }))).toMatchObject({
    failure: { kind: 'step-refused', current: 'draft' },
  });
});

test('a second click finds it open; it is closed only by who has read how it stands', async () => {
  const ports = discussionPorts();
  const move = (action: 'open' | 'close', version: number) =>
    moveDiscussion(ports)(staff, { roundId: 'round-1', action, early: false, version }, callAt(inDiscussion));
  expect(await move('open', 0)).toMatchObject({ value: { status: 'open', version: 1 } });
  expect(await move('close', 0)).toMatchObject({ failure: { kind: 'stale', current: 1 } });
  expect(ports.roundDiscussions.saved).toEqual([]);
  expect(await move('close', 1)).toMatchObject({ value: { status: 'closed', version: 2 } });
});
