import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact } from '../table/transact.ts';
import type { IntroductionReports } from './introduction-report.port.ts';
import { type IntroductionReport, introductionReportSchema } from './introduction-report.ts';

const reportEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'introduction-report', version: '1', service: 'shimai' },
      attributes: {
        introductionId: { type: 'string', required: true },
        side: { type: CustomAttributeType<IntroductionReport['side']>('string'), required: true },
        version: { type: 'number', required: true },
        status: { type: CustomAttributeType<IntroductionReport['status']>('string'), required: true },
        text: { type: 'string', required: true },
        by: { type: 'string', required: true },
        at: { type: 'string', required: true },
        settled: { type: CustomAttributeType<NonNullable<IntroductionReport['settled']>>('any') },
      },
      indexes: {
        byIntroduction: {
          pk: {
            field: 'pk',
            composite: ['introductionId'],
            template: 'introduction#${introductionId}',
            casing: exactCase,
          },
          sk: { field: 'sk', composite: ['side'], template: 'report#${side}', casing: exactCase },
        },
        byStatus: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['status'],
            template: 'introduction-reports#${status}',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['at', 'introductionId', 'side'],
            template: '${at}#${introductionId}#${side}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

/** So many stay within four read units with reports of the usual length. */
const reportPage = 15;

export const introductionReportStore = (table: Table): IntroductionReports => {
  const entity = reportEntity(table);
  const parse = (data: unknown) => introductionReportSchema.parse(data);
  return {
    async find({ introductionId, side }) {
      const { data } = await entity.get({ introductionId, side }).go({ consistent: true });
      return data ? parse(data) : undefined;
    },
    async ofStatus(status, position) {
      const { data, cursor } = await entity.query
        .byStatus({ status })
        .go({ limit: reportPage, order: 'desc', cursor: position ?? null });
      return { items: data.map(parse), next: cursor ?? undefined };
    },
    save({ report, events }) {
      const write =
        report.version === 1
          ? // A second click finds the first one's.
            entity.create(report)
          : // Of two who settle it one is told.
            entity.put(report).where(({ version }, { eq }) => eq(version, report.version - 1));
      return transact(table, [putItem(write.params()), ...eventWrites(table, events)]);
    },
  };
};
