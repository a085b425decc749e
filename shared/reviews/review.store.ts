import { CustomAttributeType, Entity } from 'electrodb';
import type { ApplicationChange } from '../applications/application.port.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { ReviewChange, Reviews } from './review.port.ts';
import { applicationIdOf, type Review, reviewSchema } from './review.ts';
import { reviewWords } from './review-words.store.ts';

/** In the application's partition, so that all of its reviews are one consistent query. */
const headEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'review', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
        applicationId: { type: 'string', required: true },
        reviewerId: { type: 'string', required: true },
        organisationId: { type: 'string', required: true },
        pair: { type: CustomAttributeType<Review['pair']>('any'), required: true },
        assignedAt: { type: 'string', required: true },
        assignedBy: { type: 'string', required: true },
        declaredAt: { type: 'string' },
        conflictReason: { type: 'string' },
        declineReason: { type: 'string' },
        submitted: { type: CustomAttributeType<NonNullable<Review['submitted']>>('any') },
      },
      indexes: {
        byApplication: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: ['id'], template: 'review#${id}', casing: exactCase },
        },
        // The index keys name as little as they can: a page of 50 must stay within four read units.
        byRound: {
          index: indexNames.lookup,
          pk: {
            field: 'gsi1pk',
            composite: ['roundId'],
            template: 'round#${roundId}/reviews',
            casing: exactCase,
          },
          sk: {
            field: 'gsi1sk',
            composite: ['applicationId'],
            template: '${applicationId}',
            casing: exactCase,
          },
        },
        byReviewer: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['reviewerId'],
            template: 'reviewer#${reviewerId}/reviews',
            casing: exactCase,
          },
          sk: { field: 'gsi2sk', composite: ['assignedAt'], template: '${assignedAt}', casing: exactCase },
        },
      },
    },
    table,
  );

// The entity's types know no `undefined`: what is not there is left out.
const itemOf = ({ declaredAt, conflictReason, declineReason, submitted, ...always }: Review) => ({
  ...always,
  ...(declaredAt && { declaredAt }),
  ...(conflictReason && { conflictReason }),
  ...(declineReason && { declineReason }),
  ...(submitted && { submitted }),
});

type Foreign = {
  /** The applications' own writes, handed in by the container: the first assignment begins a review. */
  applicationWrites: (table: Table, change: ApplicationChange) => readonly WriteItem[];
};

/** Submitted reviews carry their scores: with thirty of them a page stays within four read units. */
const queuePage = 30;

export const reviewStore = (table: Table, { applicationWrites }: Foreign): Reviews => {
  const head = headEntity(table);
  const words = reviewWords(table);
  const parse = (data: unknown) => reviewSchema.parse(data);

  const headWrite = (review: Review): WriteItem =>
    putItem(
      review.version === 1
        ? head.create(itemOf(review)).params()
        : // Only the version that was read may be replaced, or a removal and a submission would both be told "done".
          head
            .put(itemOf(review))
            .where(({ version }, { eq }) => eq(version, review.version - 1))
            .params(),
    );

  const writes = ({ review, events, draft, submission, application }: ReviewChange): WriteItem[] => [
    headWrite(review),
    ...(draft ? [words.draftWrite(review, draft)] : []),
    ...(submission ? words.submissionWrites(review, submission) : []),
    ...(application ? applicationWrites(table, application) : []),
    ...eventWrites(table, events),
  ];

  return {
    async find(reviewId) {
      const key = { id: reviewId, applicationId: applicationIdOf(reviewId) };
      // An id of another form names no key at all.
      if (key.applicationId === '') return undefined;
      const [{ data }, draft, submission] = await Promise.all([
        head.get(key).go({ consistent: true }),
        words.draft(key),
        words.submission(key),
      ]);
      return data ? { review: parse(data), draft, submission } : undefined;
    },

    async ofApplication(applicationId) {
      const [heads, submissions] = await Promise.all([
        head.query.byApplication({ applicationId }).go({ consistent: true, pages: 'all' }),
        words.submissionsOf(applicationId),
      ]);
      return heads.data.map((data) => ({ review: parse(data), submission: submissions.get(data.id) }));
    },

    revisionsOf: words.revisionsOf,

    async ofRound(roundId) {
      const { data } = await head.query.byRound({ roundId }).go({ pages: 'all' });
      return data.map(parse);
    },

    async ofReviewer(reviewerId, position) {
      const { data, cursor } = await head.query
        .byReviewer({ reviewerId })
        .go({ limit: queuePage, order: 'desc', ...(position && { cursor: position }) });
      return { items: data.map(parse), next: cursor ?? undefined };
    },

    async allOfReviewer(reviewerId) {
      const { data } = await head.query.byReviewer({ reviewerId }).go({ pages: 'all' });
      return data.map(parse);
    },

    draftsOf: (reviews) => words.draftsOf(reviews),
    save: (change) => transact(table, writes(change)),
    saveDraft: (review, draft) => words.saveDraft(review, draft),
    dropDraft: (review) => words.dropDraft(review),
  };
};
