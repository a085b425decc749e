import { CustomAttributeType, Entity } from 'electrodb';
import type { ApplicationChange } from '../applications/application.port.ts';
import type { MessageChange } from '../messages/message.port.ts';
import type { RoundChange } from '../programs/round.port.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { DecisionChange, Decisions } from './decision.port.ts';
import { type Decision, decisionSchema } from './decision.ts';

const decisionEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'decision', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: 'string', required: true },
        decision: { type: 'string', required: true },
        amountCents: { type: 'number', required: true },
        reason: { type: 'string', required: true },
        pair: { type: CustomAttributeType<Decision['pair']>('any'), required: true },
        title: { type: 'string', required: true },
        theme: { type: 'string', required: true },
        partnershipId: { type: 'string', required: true },
        proposedBy: { type: 'string', required: true },
        proposedAt: { type: 'string', required: true },
        settledBy: { type: 'string' },
        settledAt: { type: 'string' },
        waitlistRank: { type: 'number' },
        earlier: { type: CustomAttributeType<NonNullable<Decision['earlier']>>('any') },
      },
      indexes: {
        byApplication: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: [], template: 'decision' },
        },
        byRound: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['roundId'],
            template: 'round#${roundId}/decisions',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['decision', 'applicationId'],
            template: '${decision}#${applicationId}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

const decisionWrites = (table: Table, { decision, events }: DecisionChange): WriteItem[] => {
  const entity = decisionEntity(table);
  const write =
    decision.version === 1
      ? // A first proposal may not overwrite one that another member of staff has just made.
        entity.create(decision)
      : // Only the proposal that was read may be settled or replaced.
        entity.put(decision).where(({ version }, { eq }) => eq(version, decision.version - 1));
  return [putItem(write.params()), ...eventWrites(table, events)];
};

/** The writes of other areas' items, made by their own stores. */
type Foreign = {
  applicationWrites: (table: Table, change: ApplicationChange) => WriteItem[];
  messageWrites: (table: Table, change: MessageChange) => WriteItem[];
  roundWrites: (table: Table, change: RoundChange) => WriteItem[];
};

export const decisionStore = (
  table: Table,
  { applicationWrites, messageWrites, roundWrites }: Foreign,
): Decisions => {
  const entity = decisionEntity(table);
  const parse = (item: unknown) => decisionSchema.parse(item);
  return {
    async find(applicationId) {
      const { data } = await entity.get({ applicationId }).go({ consistent: true });
      return data ? parse(data) : undefined;
    },
    async ofApplications(applicationIds) {
      if (applicationIds.length === 0) return new Map();
      const keys = applicationIds.map((applicationId) => ({ applicationId }));
      const { data, unprocessed } = await entity.get(keys).go({ consistent: true, concurrent: 20 });
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} decisions could not be read`);
      return new Map(data.map((item) => [item.applicationId, parse(item)]));
    },
    async ofRound(roundId, kind) {
      const query = entity.query.byRound({ roundId });
      const { data } = await (kind ? query.begins({ decision: kind }) : query).go({ pages: 'all' });
      return data.map(parse);
    },
    save: (change) => transact(table, decisionWrites(table, change)),
    announce: ({ decision, application, letters, round }) =>
      transact(table, [
        ...applicationWrites(table, application),
        ...decisionWrites(table, decision),
        ...letters.flatMap((letter) => messageWrites(table, letter)),
        ...(round ? roundWrites(table, round) : []),
      ]),
  };
};
