import { CustomAttributeType, Entity } from 'electrodb';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, type WriteItem } from '../table/transact.ts';
import {
  type BoundRecord,
  boundSchema,
  type PlanProof,
  type PlanReviewer,
  planReviewerSchema,
  type Shelf,
  shelfSchema,
} from './plan-record.ts';

/** Some rows of a plan, beside its head. `attempt` is the try that made it. */
const shelfEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'plan-shelf', version: '1', service: 'shimai' },
      attributes: {
        planId: { type: 'string', required: true },
        no: { type: 'number', required: true },
        version: { type: 'number', required: true },
        attempt: { type: 'number', required: true },
        rows: { type: CustomAttributeType<Shelf['rows']>('any'), required: true },
        found: { type: CustomAttributeType<Shelf['found']>('any'), required: true },
        appliedAt: { type: 'string' },
      },
      indexes: {
        byPlan: {
          pk: { field: 'pk', composite: ['planId'], template: 'plan#${planId}', casing: exactCase },
          sk: { field: 'sk', composite: ['no'], template: 'shelf#${no}', casing: exactCase },
        },
      },
    },
    table,
  );

/** What a plan was made of, and each bound with its prices: thousands of numbers, so an item each. */
const proofEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'plan-proof', version: '1', service: 'shimai' },
      attributes: {
        planId: { type: 'string', required: true },
        part: { type: 'string', required: true },
        attempt: { type: 'number', required: true },
        reviewers: { type: CustomAttributeType<readonly PlanReviewer[]>('any') },
        bound: { type: CustomAttributeType<BoundRecord>('any') },
      },
      indexes: {
        byPlan: {
          pk: { field: 'pk', composite: ['planId'], template: 'plan#${planId}', casing: exactCase },
          sk: { field: 'sk', composite: ['part'], template: 'proof#${part}', casing: exactCase },
        },
      },
    },
    table,
  );

/** A plan's rows and proof: reads, and writes for the head's transactions. */
export const planShelves = (table: Table) => {
  const shelf = shelfEntity(table);
  const proof = proofEntity(table);
  return {
    async find(planId: string, no: number): Promise<Shelf | undefined> {
      const { data } = await shelf.get({ planId, no }).go({ consistent: true });
      return data ? shelfSchema.parse(data) : undefined;
    },
    async all(planId: string): Promise<readonly Shelf[]> {
      const { data } = await shelf.query.byPlan({ planId }).go({ consistent: true, pages: 'all' });
      return data.map((item) => shelfSchema.parse(item)).sort((one, other) => one.no - other.no);
    },
    /** A shelf as a try made it. A try that has lost its lease must not write over what a later one made. */
    first: ({ planId, no, rows, found }: Shelf, attempt: number): WriteItem =>
      putItem(
        shelf
          .put({ planId, no, version: 1, attempt, rows, found })
          .where(
            (stored, { notExists, lte }) => `${notExists(stored.attempt)} OR ${lte(stored.attempt, attempt)}`,
          )
          .params(),
      ),
    /** The shelf's next version, in place of the one that was read. The try that made it is long over. */
    next: ({ planId, no, version, rows, found, appliedAt }: Shelf): WriteItem =>
      putItem(
        shelf
          .put({ planId, no, version, attempt: 0, rows, found, ...(appliedAt && { appliedAt }) })
          // Two moves on one shelf, or a move and an applying: one of them is told that the other came first.
          .where((stored, { eq }) => eq(stored.version, version - 1))
          .params(),
      ),
    proofWrites: (planId: string, { reviewers, bounds }: PlanProof, attempt: number): WriteItem[] =>
      [{ part: 'reviewers', reviewers }, ...bounds.map((bound, at) => ({ part: `bound-${at}`, bound }))].map(
        (part) =>
          putItem(
            proof
              .put({ planId, attempt, ...part })
              .where(
                (stored, { notExists, lte }) =>
                  `${notExists(stored.attempt)} OR ${lte(stored.attempt, attempt)}`,
              )
              .params(),
          ),
      ),
    async proof(planId: string): Promise<PlanProof | undefined> {
      const { data } = await proof.query.byPlan({ planId }).go({ consistent: true, pages: 'all' });
      const reviewers = data.find(({ part }) => part === 'reviewers')?.reviewers;
      if (!reviewers) return undefined;
      return {
        reviewers: planReviewerSchema.array().parse(reviewers),
        bounds: data.flatMap(({ bound }) => (bound ? [boundSchema.parse(bound)] : [])),
      };
    },
  };
};
