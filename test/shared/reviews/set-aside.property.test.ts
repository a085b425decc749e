import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewStatuses } from '../../../shared/reviews/review.ts';
import { asWork, partReviews } from '../../../shared/reviews/set-aside.ts';
import { aReview } from '../../support/reviews-fakes.ts';

const ids = ['one', 'one-formerly', 'two', 'three'];
const personOf = (id: string) => id.replace('-formerly', '');
const instants = ['2027-01-20', '2027-01-21', '2027-01-22'].map((day) => `${day}T10:00:00.000Z`);

const submitted = fc.record({
  no: fc.constant(1),
  at: fc.constantFrom(...instants),
  scores: fc.constant({}),
});
const reviews = fc
  .uniqueArray(
    fc.record({
      applicationId: fc.constantFrom('a1', 'a2'),
      reviewerId: fc.constantFrom(...ids),
      status: fc.constantFrom(...reviewStatuses),
      submitted: fc.option(submitted, { nil: undefined }),
    }),
    { selector: ({ applicationId, reviewerId }) => `${applicationId} ${reviewerId}` },
  )
  .map((all) =>
    // What is submitted has a submission.
    all.map((one) =>
      aReview(
        one.status === 'submitted' && !one.submitted
          ? { ...one, submitted: { no: 1, at: instants[0] ?? '', scores: {} } }
          : one,
      ),
    ),
  );
const conflicts = fc.subarray(['a1 one', 'a1 two', 'a2 one', 'a2 three']);

test('what counts is each person once an application and nobody in conflict; nothing is lost and order says nothing', () => {
  fc.assert(
    fc.property(reviews, conflicts, (all, kept) => {
      const conflict = ({ applicationId, reviewerId }: (typeof all)[number]) =>
        kept.includes(`${applicationId} ${personOf(reviewerId)}`) ? ('home' as const) : undefined;
      const parted = partReviews(all, { conflict, personOf });
      const counting = parted.reviews.filter(({ status }) => status === 'submitted');
      const places = counting.map((one) => `${one.applicationId} ${personOf(one.reviewerId)}`);
      expect(new Set(places).size).toBe(places.length);
      expect(counting.filter(conflict)).toEqual([]);

      // Each submitted one counts or is told, and of each person who may count one does: the one that was in first.
      const sent = all.filter(({ status }) => status === 'submitted');
      const told = parted.setAside.filter(({ review }) => review.status === 'submitted');
      expect(counting.length + told.length).toBe(sent.length);
      for (const { review, why } of told) {
        if (why !== 'same-person') expect(conflict(review)).toBe(why);
        else
          expect(
            counting.some(
              (one) =>
                one.applicationId === review.applicationId &&
                personOf(one.reviewerId) === personOf(review.reviewerId) &&
                (one.submitted?.at ?? '') <= (review.submitted?.at ?? ''),
            ),
          ).toBe(true);
      }
      const others = (some: typeof all) => some.filter(({ status }) => status !== 'submitted');
      expect(others([...parted.reviews])).toEqual(others(all));
      expect(asWork(parted)).toHaveLength(
        all.length - told.filter(({ why }) => why === 'same-person').length,
      );

      const turned = partReviews(all.toReversed(), { conflict, personOf });
      expect(turned.setAside).toEqual(parted.setAside);
    }),
  );
});

test('a review that is changed later stays the one that was in first', () => {
  const [early = '', , late = ''] = instants;
  const of = (reviewerId: string, at: string, firstAt?: string) =>
    aReview({
      reviewerId,
      status: 'submitted',
      submitted: { no: 1, at, scores: {}, ...(firstAt && { firstAt }) },
    });
  const all = [of('one', late, early), of('one-formerly', instants[1] ?? '')];
  const { setAside } = partReviews(all, { conflict: () => undefined, personOf });
  expect(setAside.map(({ review, why }) => [review.reviewerId, why])).toEqual([
    ['one-formerly', 'same-person'],
  ]);
});
