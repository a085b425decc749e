import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/kernel/result.ts';
import { reviewsCsv } from '../../../shared/ranking/export-csv.ts';
import { exportPart, exportReviews } from '../../../shared/ranking/export-reviews.ts';
import type { ReviewFile } from '../../../shared/reviews/review.ts';
import {
  anApplication,
  anAssessment,
  aReview,
  aSubmittedFile,
  callAt,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const applications = ['a', 'b', 'c'].map((id) =>
  anApplication({ id, organisationId: `org-${id}`, status: 'in-review' }),
);
const people = [staff, ...['r1', 'r2', 'r3'].map((id) => reviewer(id))];
const first = aSubmittedFile(
  { applicationId: 'a', reviewerId: 'r1' },
  anAssessment({ scores: { outcomes: 2, people: 2, budget: 2 }, noteToCommittee: 'EARLIER note' }),
);
const rescoredAt = '2027-02-20T10:00:00.000Z';

/** `first` changed twice: silently, then while it was discussed. */
const changed = async (ports: ReturnType<typeof reviewPorts>) => {
  const steps = [
    { no: 2, at: '2027-01-26T10:00:00.000Z', assessment: anAssessment({ noteToCommittee: 'MIDDLE note' }) },
    { no: 3, at: rescoredAt, assessment: anAssessment(), reason: '=The budget was explained' },
  ];
  let { review } = first;
  for (const { no, ...made } of steps) {
    const submitted = { no, at: made.at, scores: made.assessment.scores };
    review = { ...review, version: review.version + 1, submitted };
    const done = await ports.reviews.save({ review, events: [], submission: { no, key: `k${no}`, ...made } });
    expect(done).toEqual(ok(undefined));
  }
};
const declined: ReviewFile = {
  review: aReview({
    applicationId: 'b',
    reviewerId: 'r3',
    status: 'declined',
    declineReason: 'No time before the deadline',
  }),
};
const given = async (with_: Parameters<typeof reviewPorts>[0] = {}) => {
  const files = [first, aSubmittedFile({ applicationId: 'b', reviewerId: 'r2' }), declined];
  const ports = reviewPorts({ applications, files, people, ...with_ });
  await changed(ports);
  const asked: string[] = [];
  const revisionsOf = (id: string) => {
    asked.push(id);
    return ports.reviews.revisionsOf(id);
  };
  const counting = { ...ports, reviews: { ...ports.reviews, revisionsOf } };
  return { part: exportPart(counting), pages: exportReviews(counting), asked };
};
const ofRound = { roundId: 'round-1', part: 1 };

test('a review leaves with every earlier revision, oldest first, and why it was changed while it was discussed', async () => {
  const { part, pages, asked } = await given();
  const done = await part(staff, ofRound, callAt());
  if (!done.ok) throw new Error(done.failure.kind);
  const [a, b, c] = done.value.items;
  expect(a?.reviews).toMatchObject([
    {
      no: 3,
      submittedAt: rescoredAt,
      reason: '=The budget was explained',
      mean: 4.1,
      criteria: [{ id: 'outcomes', score: 4, comment: 'Each has a measure.' }, { score: 5 }, { score: 3 }],
      revisions: [
        {
          no: 1,
          submittedAt: '2027-01-25T10:00:00.000Z',
          confidence: 'fairly',
          criteria: [{ id: 'outcomes', weight: 50, score: 2 }, { score: 2 }, { score: 2 }],
          noteToCommittee: 'EARLIER note',
        },
        { no: 2, noteToCommittee: 'MIDDLE note' },
      ],
    },
  ]);
  expect(b?.reviews).toMatchObject([{ no: 1, revisions: [] }]);
  expect(c?.reviews).toEqual([]);
  // Nothing earlier is read of a review that nobody changed.
  expect(asked).toEqual(['a']);
  const page = await pages(staff, { roundId: 'round-1' }, callAt());
  expect(page.ok && page.value.items).toEqual(done.value.items);
});

test('an assignment that was given back leaves with its reason, and a spreadsheet has both in rows of their own', async () => {
  const { part } = await given();
  const done = await part(staff, ofRound, callAt());
  if (!done.ok) throw new Error(done.failure.kind);
  const reason = 'No time before the deadline';
  expect(done.value.items.map(({ givenBack }) => givenBack)).toEqual([
    [],
    [{ reviewer: 'Name of r3', reviewerId: 'r3', reason }],
    [],
  ]);
  const rows: Record<string, string>[] = parse(reviewsCsv(done.value.items), { columns: true, bom: true });
  const cells = rows.map((row) => [
    ...[row.application, row.reviewer_id, row.criterion],
    ...[row.revisions, row.rescore_reason, row.given_back],
  ]);
  expect(cells).toEqual([
    ['SHM-A', 'r1', 'outcomes', '2', "'=The budget was explained", ''],
    ['SHM-A', 'r1', 'people', '2', '', ''],
    ['SHM-A', 'r1', 'budget', '2', '', ''],
    ['SHM-B', 'r2', 'outcomes', '0', '', ''],
    ['SHM-B', 'r2', 'people', '0', '', ''],
    ['SHM-B', 'r2', 'budget', '0', '', ''],
    ['SHM-B', 'r3', '', '', '', reason],
    ['SHM-C', '', '', '', '', ''],
  ]);
});

test('what staff conflict with leaves with no revision, and its revisions are not even read', async () => {
  const declared = { applicationId: 'a', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  const { part, asked } = await given({ conflicts: [declared] });
  const text = JSON.stringify(await part(staff, ofRound, callAt()));
  expect(text).not.toMatch(/EARLIER|MIDDLE|explained/);
  expect(text).toContain('SHM-B');
  expect(asked).toEqual([]);
});
