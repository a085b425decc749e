import { expect, test } from 'vitest';
import { setAgenda } from '../../../shared/discussions/set-agenda.ts';
import { viewAgenda } from '../../../shared/discussions/view-agenda.ts';
import { viewMyAgenda } from '../../../shared/discussions/view-my-agenda.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { defaultRanking } from '../../../shared/programs/ranking-terms.ts';
import { scoreRound } from '../../../shared/ranking/score-round.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { discussionPorts, inDiscussion } from '../../support/discussions-fakes.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  aReview,
  aRound,
  aSubmittedFile,
  callAt,
  memberOf,
  reviewer,
  staff,
} from '../../support/reviews-fakes.ts';

const secondStaff: Person = { ...staff, personId: 'staff-2' };
const applications = ['a1', 'a2', 'a3'].map((id) =>
  anApplication({ id, status: 'in-review', title: `Title of ${id}`, organisationId: `of-${id}` }),
);
const of = (applicationId: string, reviewerId: string) => ({
  applicationId,
  reviewerId,
  organisationId: `of-${applicationId}`,
});
const call = callAt(inDiscussion);

/** The first reviewer has reviewed a1, is in conflict with a2, and owes a3; the second member of staff conflicts with a1. */
const meeting = () =>
  discussionPorts({
    applications,
    people: [staff, secondStaff, reviewer(), reviewer('reviewer-2'), reviewer('reviewer-3')],
    files: [
      aSubmittedFile(of('a1', 'reviewer-1')),
      { review: aReview({ ...of('a2', 'reviewer-1'), status: 'conflicted', conflictReason: 'A cousin' }) },
      aDraftFile(of('a3', 'reviewer-1')),
      aSubmittedFile(of('a2', 'reviewer-2')),
    ],
    conflicts: [
      {
        applicationId: 'a1',
        roundId: 'round-1',
        personId: 'staff-2',
        reason: 'A relative',
        at: '2027-01-01T00:00:00.000Z',
      },
    ],
  });
const terms = { roundId: 'round-1', startsAt: '2027-03-01T10:00', minutes: 10 };
const set = (
  ports: ReturnType<typeof meeting>,
  by: Person,
  applicationIds: readonly string[],
  version: number,
  awayIds: readonly string[] = [],
) => setAgenda(ports)(by, { ...terms, applicationIds, awayIds, version }, call);
const seenBy = async (ports: ReturnType<typeof meeting>, actor: Person) => {
  const view = await viewAgenda(ports)(actor, { roundId: 'round-1' }, call);
  if (!view.ok) throw new Error(view.failure.kind);
  return view.value;
};

test('until it is set everything in review is proposed; people leave before what they are kept from', async () => {
  const agenda = await seenBy(meeting(), staff);
  expect(agenda).toMatchObject({ version: 0, absences: 2, isLeast: true, backAtEnd: ['Name of reviewer-1'] });
  expect(agenda.parts.map(({ item, leave, back }) => [item?.title, leave, back])).toEqual([
    ['Title of a1', ['Name of staff-2'], []],
    ['Title of a2', ['Name of reviewer-1'], ['Name of staff-2']],
    ['Title of a3', [], []],
  ]);
  // The third reviewer has no review in: whether they are named tells nothing of who reviewed what.
  expect(agenda.people.map(({ personId }) => personId)).toEqual([
    'reviewer-1',
    'reviewer-2',
    'reviewer-3',
    'staff-1',
    'staff-2',
  ]);
});

test('a reviewer whose organisation applies is out for the whole round; what was withdrawn is on no agenda', async () => {
  const gone = anApplication({
    id: 'a4',
    status: 'withdrawn',
    organisationId: 'of-a4',
    title: 'Title of a4',
  });
  const agenda = await seenBy(
    discussionPorts({
      applications: [...applications, gone],
      people: [staff, reviewer('reviewer-2', memberOf('of-a3'))],
    }),
    staff,
  );
  expect(agenda.parts.map(({ item, leave }) => [item?.title, leave])).toEqual([
    ['Title of a1', ['Name of reviewer-2']],
    ['Title of a2', []],
    ['Title of a3', []],
  ]);
  expect([agenda.absences, agenda.backAtEnd]).toEqual([1, ['Name of reviewer-2']]);
  expect(agenda.choices.map(({ id }) => id)).not.toContain('a4');
});

test('times are those of the round’s zone', async () => {
  const ports = meeting();
  expect(await set(ports, staff, ['a1', 'a2', 'a3'], 0)).toMatchObject({ ok: true, value: { version: 1 } });
  const { parts } = await seenBy(ports, staff);
  expect(parts[0]?.from).toBe('2027-03-01T15:00:00.000Z');
  expect(parts[2]?.until).toBe('2027-03-01T15:30:00.000Z');
});

test('staff with a conflict see a gap, in no list, choice or figure; what they set leaves it as it was', async () => {
  const ports = meeting();
  const agenda = await seenBy(ports, secondStaff);
  expect(agenda.parts.map(({ item }) => item?.title)).toEqual([undefined, 'Title of a2', 'Title of a3']);
  expect(agenda.choices.map(({ id }) => id)).toEqual(['a2', 'a3']);
  expect(agenda.absences).toBe(1);
  expect(JSON.stringify(agenda)).not.toContain('Title of a1');
  await set(ports, secondStaff, ['a2'], 0);
  const after = await seenBy(ports, staff);
  expect(after.choices.map(({ id, chosen }) => [id, chosen])).toEqual([
    ['a1', true],
    ['a2', true],
    ['a3', false],
  ]);
  await set(ports, staff, ['a3'], 1);
  await set(ports, secondStaff, ['a1', 'a2'], 2);
  expect((await seenBy(ports, staff)).choices.map(({ chosen }) => chosen)).toEqual([false, true, false]);
});

test('someone who stays away goes in and out no more, and still learns nothing of their conflict', async () => {
  const ports = meeting();
  expect(await set(ports, staff, ['a1', 'a2', 'a3'], 0, ['staff-2', 'nobody'])).toMatchObject({
    value: { away: ['staff-2'] },
  });
  expect((await seenBy(ports, staff)).parts[0]?.leave).toEqual([]);
  expect(JSON.stringify(await seenBy(ports, secondStaff))).not.toContain('Title of a1');
});

test('an agenda that a colleague has set meanwhile is not written over; the same one again stands', async () => {
  const ports = meeting();
  await set(ports, staff, ['a1'], 0);
  expect(await set(ports, staff, ['a1'], 0)).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await set(ports, staff, ['a2'], 0)).toMatchObject({ failure: { kind: 'stale', current: 1 } });
});

test('a reviewer’s own agenda has their times outside and not why, and of what is not theirs the pair alone', async () => {
  const ports = meeting();
  const mine = (personId: string, applicationId: string) =>
    viewMyAgenda(ports)(reviewer(personId), { reviewId: reviewIdOf(applicationId, personId) }, call);
  expect(await mine('reviewer-1', 'a1')).toMatchObject({ ok: true, value: { parts: [] } });
  await set(ports, staff, ['a1', 'a2', 'a3'], 0);
  const own = await mine('reviewer-1', 'a1');
  expect(own.ok && own.value.parts).toMatchObject([
    { own: { title: 'Title of a1' }, until: '2027-03-01T15:10:00.000Z' },
    { from: '2027-03-01T15:10:00.000Z', until: '2027-03-01T15:30:00.000Z' },
  ]);
  expect(JSON.stringify(own)).not.toMatch(/Title of a[23]/);
  const others = await mine('reviewer-2', 'a2');
  expect(others.ok && others.value.parts.map(({ own: theirs }) => theirs?.title)).toEqual([
    undefined,
    'Title of a2',
    undefined,
  ]);
  expect(JSON.stringify(others)).not.toMatch(/Title of a[13]|Name of/);
  // Nothing of the meeting for who has no review in.
  expect(await mine('reviewer-3', 'a1')).toMatchObject({ failure: { kind: 'not-found' } });
});

test('what one gave back is not one’s own on the agenda, and of a title what staff blacked out stays black', async () => {
  const passages = [{ id: 'p1', path: 'everywhere', text: 'Title' }];
  const ports = discussionPorts({
    applications,
    people: [staff, reviewer()],
    files: [
      aSubmittedFile(of('a1', 'reviewer-1')),
      { review: aReview({ ...of('a2', 'reviewer-1'), status: 'declined' }) },
    ],
    redactions: [{ applicationId: 'a1', version: 1, passages, files: {} }],
  });
  await set(ports, staff, ['a1', 'a2'], 0);
  const input = { reviewId: reviewIdOf('a1', 'reviewer-1') };
  const mine = await viewMyAgenda(ports)(reviewer(), input, call);
  expect(mine.ok && mine.value.parts.map(({ own }) => own?.reviewId)).toEqual([input.reviewId, undefined]);
  expect(JSON.stringify(mine)).not.toContain('Title');
});

test('the discuss band is chosen as the scores page has it, and nothing is saved by looking', async () => {
  const scored = (applicationId: string, reviewerId: string, points: number) =>
    aSubmittedFile(
      of(applicationId, reviewerId),
      anAssessment({ scores: { outcomes: points, people: points, budget: points } }),
    );
  const ports = discussionPorts({
    applications,
    people: [staff, reviewer(), reviewer('reviewer-2')],
    round: aRound({ slots: 1, ranking: { ...defaultRanking, declineBelow: 200 } }),
    files: [
      ...[scored('a1', 'reviewer-1', 5), scored('a1', 'reviewer-2', 4)],
      ...[scored('a2', 'reviewer-1', 4), scored('a2', 'reviewer-2', 2)],
      scored('a3', 'reviewer-1', 1),
    ],
  });
  const asked = async (choose?: 'discuss' | 'disagreement') => {
    const view = await viewAgenda(ports)(staff, { roundId: 'round-1', choose }, call);
    return view.ok ? view.value.choices.filter(({ chosen }) => chosen).map(({ id }) => id) : [];
  };
  const scores = await scoreRound(ports)(staff, { roundId: 'round-1' }, call);
  const inBand = scores.ok ? scores.value.ranked.filter(({ band }) => band === 'discuss') : [];
  expect(inBand.map(({ id }) => id)).toEqual(['a2']);
  expect(await asked('discuss')).toEqual(['a2']);
  expect(await asked('disagreement')).toEqual(['a1', 'a2']);
  expect(await asked()).toEqual(['a1', 'a2', 'a3']);
  expect((await seenBy(ports, staff)).choices.map(({ spread }) => spread)).toEqual([1, 2, undefined]);
  expect((await seenBy(ports, staff)).version).toBe(0);
});

test('the agenda is staff’s: a reviewer finds nothing there', async () => {
  const ports = meeting();
  expect(await viewAgenda(ports)(reviewer(), { roundId: 'round-1' }, call)).toMatchObject({
    failure: { kind: 'not-found' },
  });
  expect(await set(ports, reviewer(), [], 0)).toMatchObject({ failure: { kind: 'not-found' } });
});
