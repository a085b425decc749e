import { CustomAttributeType, Entity } from 'electrodb';
import type { EventsOf } from '../applications/application.port.ts';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { PreferencesPort } from './plan.port.ts';
import { type Preferences, preferencesSchema } from './preference.ts';

/** Under the round, so that a plan reads all of them consistently; in no index. */
const preferencesEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'preferences', version: '1', service: 'shimai' },
      attributes: {
        roundId: { type: 'string', required: true },
        personId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        savedAt: { type: 'string', required: true },
        most: { type: 'number' },
        choices: { type: CustomAttributeType<Preferences['choices']>('any'), required: true },
      },
      indexes: {
        byRound: {
          pk: {
            field: 'pk',
            composite: ['roundId'],
            template: 'round#${roundId}/preferences',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: ['personId'], template: 'reviewer#${personId}', casing: exactCase },
        },
      },
    },
    table,
  );

export const preferenceStore = (table: Table): PreferencesPort => {
  const entity = preferencesEntity(table);
  return {
    async find(personId, roundId) {
      const { data } = await entity.get({ personId, roundId }).go({ consistent: true });
      return data ? preferencesSchema.parse(data) : undefined;
    },
    async ofRound(roundId) {
      const { data } = await entity.query.byRound({ roundId }).go({ consistent: true, pages: 'all' });
      return data.map((item) => preferencesSchema.parse(item));
    },
    save: ({ preferences, events }) => {
      const { most, ...always } = preferences;
      const item = { ...always, ...(most !== undefined && { most }) };
      const write =
        preferences.version === 1
          ? // Two first saves at once: one of them is told that the other came first.
            entity.create(item).params()
          : // Only the version that was read may be replaced, or what another tab said would vanish.
            entity
              .put(item)
              .where(({ version }, { eq }) => eq(version, preferences.version - 1))
              .params();
      return transact(table, [putItem(write), ...eventWrites(table, events)]);
    },
  };
};

/** What a reviewer said they would like to review. In which rounds they said it stands in their events. */
export const preferenceData = (table: Table, eventsOf: EventsOf): PersonalData => {
  const entity = preferencesEntity(table);
  const { find } = preferenceStore(table);
  const keys = async (personIds: readonly string[]) => {
    const all = await Promise.all(
      personIds.map(async (personId) => {
        const stated = (await eventsOf(`person#${personId}`)).filter(
          ({ type }) => type === 'preferences-stated',
        );
        const rounds = new Set(stated.map(({ data }) => String(data.roundId)));
        return [...rounds].map((roundId) => ({ personId, roundId }));
      }),
    );
    return all.flat();
  };
  return {
    name: 'preferences',
    async export({ personIds }) {
      const found = await Promise.all(
        (await keys(personIds)).map(({ personId, roundId }) => find(personId, roundId)),
      );
      return found.flatMap((one) =>
        one ? [{ roundId: one.roundId, at: one.savedAt, choices: one.choices }] : [],
      );
    },
    async erase({ personIds }) {
      for (const key of await keys(personIds)) await entity.delete(key).go();
    },
  };
};
