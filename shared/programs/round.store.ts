import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import { formNoOf, type PastForm, pastFormSchema, withForm } from './form-version.ts';
import type { RoundChange, Rounds } from './round.port.ts';
import { instantsOf, type Round, roundSchema } from './round.ts';

const roundEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'round', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        programId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        /** The opening in UTC, which sorts as local times of several zones do not. */
        opensAt: { type: 'string', required: true },
        /** The program, once a real round is announced; left out until then, and for made-up ones for good. */
        announcedIn: { type: 'string' },
        round: { type: CustomAttributeType<Round>('any'), required: true },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'round#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'round', casing: exactCase },
        },
        announced: {
          index: indexNames.lookup,
          pk: {
            field: 'gsi1pk',
            composite: ['announcedIn'],
            template: 'program#${announcedIn}/announced',
            casing: exactCase,
          },
          sk: {
            field: 'gsi1sk',
            composite: ['opensAt', 'id'],
            template: 'round#${opensAt}#${id}',
            casing: exactCase,
          },
        },
        byProgram: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['programId'],
            template: 'program#${programId}/rounds',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['opensAt', 'id'],
            template: 'round#${opensAt}#${id}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

/** A form that a later one has taken the place of; written once, with the change that did so, and never again. */
const pastFormEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'round-form', version: '1', service: 'shimai' },
      attributes: {
        roundId: { type: 'string', required: true },
        no: { type: 'number', required: true },
        endedAt: { type: 'string', required: true },
        terms: { type: CustomAttributeType<PastForm['terms']>('any'), required: true },
      },
      indexes: {
        byNo: {
          pk: { field: 'pk', composite: ['roundId'], template: 'round#${roundId}', casing: exactCase },
          sk: { field: 'sk', composite: ['no'], template: 'form#${no}', casing: exactCase },
        },
      },
    },
    table,
  );

const itemOf = (round: Round) => {
  const { id, programId, version, announcedAt, demo } = round;
  const announced = announcedAt && !demo ? { announcedIn: programId } : {};
  return { id, programId, version, opensAt: instantsOf(round).opens.toISOString(), ...announced, round };
};

export const roundWrites = (table: Table, { round, events, supersedes }: RoundChange): WriteItem[] => {
  const entity = roundEntity(table);
  const item = itemOf(round);
  const write =
    round.version === 1
      ? // A retried creation carries the same id and must not start the round over.
        entity.create(item)
      : // Only the version that was read may be replaced.
        entity.put(item).where(({ version }, { eq }) => eq(version, round.version - 1));
  // Applications read it as they were started under it: it may never be written over.
  const past = supersedes ? [putItem(pastFormEntity(table).create(supersedes).params())] : [];
  return [putItem(write.params()), ...past, ...eventWrites(table, events)];
};

/** A round carries its rubric and questions in two languages, some 4.4 KB: seven of them stay within four read units. */
const roundPage = 7;

export const roundStore = (table: Table): Rounds => {
  const entity = roundEntity(table);
  const pastForms = pastFormEntity(table);
  const earlierForm = async (roundId: string, no: number) => {
    const { data } = await pastForms.get({ roundId, no }).go({ consistent: true });
    // A form's number comes from a round, and the change that raised it has kept the one before.
    if (!data) throw new Error(`Round ${roundId} has no form ${no}`);
    return pastFormSchema.parse(data);
  };
  return {
    async find(id, form) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      if (!data) return undefined;
      const round = roundSchema.parse(data.round);
      const no = form ? formNoOf(form) : formNoOf(round);
      return no === formNoOf(round) ? round : withForm(round, await earlierForm(id, no));
    },

    async list(programId, position) {
      const query = entity.query.byProgram({ programId });
      const { data, cursor } = await query.go({
        order: 'desc',
        limit: roundPage,
        cursor: position ?? null,
      });
      return { items: data.map(({ round }) => roundSchema.parse(round)), next: cursor ?? undefined };
    },

    async announced(programId) {
      const query = entity.query.announced({ announcedIn: programId });
      const { data } = await query.go({ order: 'desc', pages: 'all' });
      return data.map(({ round }) => roundSchema.parse(round));
    },

    save: (change) => transact(table, roundWrites(table, change)),
  };
};
