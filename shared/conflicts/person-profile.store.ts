import { CustomAttributeType, Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { ownItems } from '../table/own-items.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { PersonProfiles } from './person-profile.port.ts';
import { type PersonProfile, type ProfileChange, personProfileSchema } from './person-profile.ts';

const profileEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'person-profile', version: '1', service: 'shimai' },
      attributes: {
        personId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        profile: { type: CustomAttributeType<PersonProfile>('any'), required: true },
      },
      indexes: {
        byPerson: {
          pk: { field: 'pk', composite: ['personId'], template: 'person#${personId}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'person-profile', casing: exactCase },
        },
      },
    },
    table,
  );

/** The writes of a profile's change, for its own transaction or for that of an area which keeps more of the person. */
export const profileWrites = (table: Table, { profile, events }: ProfileChange): WriteItem[] => {
  const entity = profileEntity(table);
  const { personId, version } = profile;
  const item = { personId, version, profile };
  const write =
    version === 1
      ? // Of two first saves in the same moment one is told.
        entity.create(item).params()
      : // Only the version that was read may be replaced, or a placement would vanish unsaid.
        entity
          .put(item)
          .where((stored, { eq }) => eq(stored.version, version - 1))
          .params();
  return [putItem(write), ...eventWrites(table, events)];
};

export const personProfileStore = (table: Table): PersonProfiles => {
  const entity = profileEntity(table);
  return {
    async find(personId) {
      const { data } = await entity.get({ personId }).go({ consistent: true });
      return data ? personProfileSchema.parse(data.profile) : undefined;
    },

    async many(personIds) {
      if (personIds.length === 0) return [];
      const keys = [...new Set(personIds)].map((personId) => ({ personId }));
      const { data, unprocessed } = await entity.get(keys).go({ consistent: true, concurrent: 4 });
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} profiles could not be read`);
      return data.map(({ profile }) => personProfileSchema.parse(profile));
    },

    save: (change) => transact(table, profileWrites(table, change)),
  };
};

/** What a person says of themselves, and what they said once. */
export const profileData = (table: Table): PersonalData =>
  ownItems(table, {
    name: 'profile',
    under: (personId) => `person#${personId}`,
    begins: 'person-profile',
    shows: ({ profile }) => {
      const { personId: _, version: __, ...said } = personProfileSchema.parse(profile);
      return said;
    },
  });
