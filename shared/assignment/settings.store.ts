import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { SettingsPort } from './plan.port.ts';
import { type PlanSettings, type RoundSettings, roundSettingsSchema } from './settings.ts';

const settingsEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'assignment-settings', version: '1', service: 'shimai' },
      attributes: {
        roundId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        settings: { type: CustomAttributeType<PlanSettings>('any'), required: true },
        appliedAt: { type: 'string' },
      },
      indexes: {
        byRound: {
          pk: { field: 'pk', composite: ['roundId'], template: 'round#${roundId}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'assignment-settings', casing: exactCase },
        },
      },
    },
    table,
  );

/** The write of a round's settings, for its own transaction or for that of the step which closes preferences. */
export const settingsWrite = (table: Table, settings: RoundSettings): WriteItem => {
  const entity = settingsEntity(table);
  const { appliedAt, ...always } = settings;
  const item = { ...always, ...(appliedAt && { appliedAt }) };
  return putItem(
    settings.version === 1
      ? // Settings that another member of staff has just made are not overwritten unread.
        entity.create(item).params()
      : // Only the version that was read may be replaced.
        entity
          .put(item)
          .where(({ version }, { eq }) => eq(version, settings.version - 1))
          .params(),
  );
};

export const settingsStore = (table: Table): SettingsPort => ({
  async find(roundId) {
    const { data } = await settingsEntity(table).get({ roundId }).go({ consistent: true });
    return data ? roundSettingsSchema.parse(data) : undefined;
  },
  save: (settings, events) =>
    transact(table, [settingsWrite(table, settings), ...eventWrites(table, events)]),
});
