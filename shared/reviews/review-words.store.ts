import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { CustomAttributeType, Entity } from 'electrodb';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, type WriteItem } from '../table/transact.ts';
import type { Assessment } from './assessment.ts';
import type { DraftMark } from './review.port.ts';
import {
  draftSchema,
  type Review,
  type ReviewDraft,
  type ReviewSubmission,
  submissionSchema,
} from './review.ts';

type Key = Pick<Review, 'id' | 'applicationId'>;

const words = {
  id: { type: 'string', required: true },
  applicationId: { type: 'string', required: true },
  assessment: { type: CustomAttributeType<Assessment>('any'), required: true },
} as const;

const pk = {
  field: 'pk',
  composite: ['applicationId'],
  template: 'application#${applicationId}',
  casing: exactCase,
} as const;

/** No index: an autosave writes this item and nothing else. */
const draftEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'review-draft', version: '1', service: 'shimai' },
      attributes: {
        ...words,
        version: { type: 'number', required: true },
        savedAt: { type: 'string', required: true },
      },
      indexes: {
        byReview: {
          pk: { ...pk, composite: ['applicationId'] },
          sk: { field: 'sk', composite: ['id'], template: 'review-draft#${id}', casing: exactCase },
        },
      },
    },
    table,
  );

const submitted = {
  ...words,
  no: { type: 'number', required: true },
  at: { type: 'string', required: true },
  key: { type: 'string', required: true },
  reason: { type: 'string' },
} as const;

/** The words that count: one item per review, so that an application's are one query. */
const submissionEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'review-submission', version: '1', service: 'shimai' },
      attributes: submitted,
      indexes: {
        byReview: {
          pk: { ...pk, composite: ['applicationId'] },
          sk: { field: 'sk', composite: ['id'], template: 'review-submission#${id}', casing: exactCase },
        },
      },
    },
    table,
  );

/** Every submission as it was made; never changed. */
const revisionEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'review-revision', version: '1', service: 'shimai' },
      attributes: submitted,
      indexes: {
        byReview: {
          pk: { ...pk, composite: ['applicationId'] },
          sk: {
            field: 'sk',
            composite: ['id', 'no'],
            template: 'review-revision#${id}#${no}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

// A batch takes a hundred keys at most; ElectroDB would send one after the other.
const batchesAtOnce = 20;

/** The items that hold what reviewers write, apart from the head that lists are made of. */
export const reviewWords = (table: Table) => {
  const draft = draftEntity(table);
  const submission = submissionEntity(table);
  const revision = revisionEntity(table);
  const keyOf = ({ id, applicationId }: Key) => ({ id, applicationId });

  const draftParams = (review: Key, next: ReviewDraft) =>
    next.version === 1
      ? draft.create({ ...keyOf(review), ...next }).params()
      : draft
          .put({ ...keyOf(review), ...next })
          // Two tabs of one reviewer: the second may not write over the first unread.
          .where(({ version }, { eq }) => eq(version, next.version - 1))
          .params();

  return {
    draftWrite: (review: Key, next: ReviewDraft): WriteItem => putItem(draftParams(review, next)),

    submissionWrites(review: Key, made: ReviewSubmission): WriteItem[] {
      const item = { ...keyOf(review), ...made };
      const counts =
        made.no === 1
          ? submission.create(item).params()
          : submission
              .put(item)
              .where(({ no }, { eq }) => eq(no, made.no - 1))
              .params();
      return [putItem(counts), putItem(revision.create(item).params())];
    },

    async saveDraft(review: Key, next: ReviewDraft): Promise<Result<void, Conflict | NotFound>> {
      try {
        await table.client.send(new PutCommand(draftParams(review, next) as PutCommandInput)); // params() is untyped.
        return ok(undefined);
      } catch (error) {
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException')
          return fail({ kind: 'conflict' });
        throw error;
      }
    },

    async dropDraft(key: Key): Promise<void> {
      await draft.delete(keyOf(key)).go();
    },

    async draft(key: Key): Promise<ReviewDraft | undefined> {
      const { data } = await draft.get(keyOf(key)).go({ consistent: true });
      return data ? draftSchema.parse(data) : undefined;
    },

    async draftsOf(keys: readonly Key[]): Promise<ReadonlyMap<string, DraftMark>> {
      if (keys.length === 0) return new Map();
      const { data } = await draft
        .get(keys.map(keyOf))
        .go({ attributes: ['id', 'version', 'savedAt'], concurrent: batchesAtOnce });
      return new Map(data.map(({ id, version, savedAt }) => [id, { version, savedAt }]));
    },

    async submission(key: Key): Promise<ReviewSubmission | undefined> {
      const { data } = await submission.get(keyOf(key)).go({ consistent: true });
      return data ? submissionSchema.parse(data) : undefined;
    },

    async revisionsOf(applicationId: string): Promise<ReadonlyMap<string, readonly ReviewSubmission[]>> {
      const { data } = await revision.query.byReview({ applicationId }).go({ pages: 'all' });
      const byReview = Map.groupBy(data, ({ id }) => id);
      return new Map([...byReview].map(([id, made]) => [id, made.map((one) => submissionSchema.parse(one))]));
    },

    async submissionsOf(applicationId: string): Promise<ReadonlyMap<string, ReviewSubmission>> {
      const { data } = await submission.query
        .byReview({ applicationId })
        .go({ consistent: true, pages: 'all' });
      return new Map(data.map((item) => [item.id, submissionSchema.parse(item)]));
    },
  };
};
