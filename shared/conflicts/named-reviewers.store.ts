import { CustomAttributeType, Entity } from 'electrodb';
import type { EventsOf } from '../applications/application.port.ts';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { NamedReviewerLists } from './named-reviewers.port.ts';
import { eraseNamed, type NamedReviewers, namedReviewersSchema } from './named-reviewers.ts';
import { personProfileStore } from './person-profile.store.ts';

const namedEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'named-reviewers', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        at: { type: 'string', required: true },
        by: { type: 'string', required: true },
        people: { type: CustomAttributeType<NamedReviewers['people']>('any'), required: true },
      },
      indexes: {
        byApplication: {
          pk: {
            field: 'pk',
            composite: ['applicationId'],
            template: 'application#${applicationId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: [], template: 'named-reviewers', casing: exactCase },
        },
        byRound: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['roundId'],
            template: 'round#${roundId}/named-reviewers',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['applicationId'],
            template: '${applicationId}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

export const namedReviewersStore = (table: Table): NamedReviewerLists => {
  const entity = namedEntity(table);
  return {
    async find(applicationId) {
      const { data } = await entity.get({ applicationId }).go({ consistent: true });
      return data ? namedReviewersSchema.parse(data) : undefined;
    },

    async ofRound(roundId) {
      const { data } = await entity.query.byRound({ roundId }).go({ pages: 'all' });
      return data.map((item) => namedReviewersSchema.parse(item));
    },

    save: ({ named, events }) => {
      const { version } = named;
      const write =
        version === 1
          ? // Two editors at once: neither's names may vanish.
            entity.create(named)
          : entity.put(named).where((stored, { eq }) => eq(stored.version, version - 1));
      return transact(table, [putItem(write.params()), ...eventWrites(table, events)]);
    },
  };
};

/** Where an applicant named someone to be kept away, in every round that person reviewed in. Told to nobody but staff. */
export const namedReviewerData = (table: Table, eventsOf: EventsOf): PersonalData => {
  const { ofRound, find, save } = namedReviewersStore(table);
  const profiles = personProfileStore(table);
  return {
    name: 'named-by-applicants',
    export: async () => [],
    async erase(whose, at) {
      const said = (await profiles.many(whose.personIds)).map(({ nameJa }) => nameJa);
      const known = { ...whose, names: [...whose.names, ...said] };
      const events = await Promise.all(whose.personIds.map((id) => eventsOf(`person#${id}`)));
      const rounds = events
        .flat()
        .flatMap(({ type, data }) =>
          type === 'role-granted' && data.role === 'reviewer' ? [String(data.scope)] : [],
        );
      for (const roundId of new Set(rounds))
        for (const { applicationId } of await ofRound(roundId)) {
          const named = await find(applicationId);
          const erased = named && eraseNamed(named, known, at);
          if (!erased) continue;
          const saved = await save(erased);
          if (!saved.ok) throw new Error(`Whom application ${applicationId} names was changed meanwhile`);
        }
    },
  };
};
