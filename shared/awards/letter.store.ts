import { CustomAttributeType, Entity } from 'electrodb';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { AnswerDateChange, Letters, LetterTemplateChange } from './letter.port.ts';
import { answerDateSchema, type LetterTemplate, letterTemplateSchema } from './letter.ts';

const templateEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'letter-template', version: '1', service: 'shimai' },
      attributes: {
        roundId: { type: 'string', required: true },
        kind: { type: 'string', required: true },
        version: { type: 'number', required: true },
        subject: { type: CustomAttributeType<LetterTemplate['subject']>('any'), required: true },
        body: { type: CustomAttributeType<LetterTemplate['body']>('any'), required: true },
        savedBy: { type: 'string', required: true },
        savedAt: { type: 'string', required: true },
      },
      indexes: {
        templates: {
          pk: { field: 'pk', composite: ['roundId'], template: 'round#${roundId}', casing: exactCase },
          sk: { field: 'sk', composite: ['kind'], template: 'letter#${kind}', casing: exactCase },
        },
      },
    },
    table,
  );

const answerDateEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'answer-date', version: '1', service: 'shimai' },
      attributes: {
        roundId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        answerBy: { type: 'string', required: true },
        setBy: { type: 'string', required: true },
        setAt: { type: 'string', required: true },
      },
      indexes: {
        ofRound: {
          pk: { field: 'pk', composite: ['roundId'], template: 'round#${roundId}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'answer-date' },
        },
      },
    },
    table,
  );

const templateWrites = (table: Table, { template, events }: LetterTemplateChange): WriteItem[] => {
  const entity = templateEntity(table);
  const write =
    template.version === 1
      ? // The first own words may not overwrite those that another member of staff has just written.
        entity.create(template)
      : // Only the words that were read may be replaced.
        entity.put(template).where(({ version }, { eq }) => eq(version, template.version - 1));
  return [putItem(write.params()), ...eventWrites(table, events)];
};

const answerDateWrites = (table: Table, { answerDate, events }: AnswerDateChange): WriteItem[] => {
  const entity = answerDateEntity(table);
  const write =
    answerDate.version === 1
      ? // Two who set the first date at once: one stands.
        entity.create(answerDate)
      : // Only the date that was read may be moved.
        entity.put(answerDate).where(({ version }, { eq }) => eq(version, answerDate.version - 1));
  return [putItem(write.params()), ...eventWrites(table, events)];
};

export const letterStore = (table: Table): Letters => ({
  async book(roundId) {
    const [templates, date] = await Promise.all([
      templateEntity(table).query.templates({ roundId }).go({ consistent: true, pages: 'all' }),
      answerDateEntity(table).get({ roundId }).go({ consistent: true }),
    ]);
    const parsed = templates.data.map((one) => letterTemplateSchema.parse(one));
    return {
      templates: new Map(parsed.map((one) => [one.kind, one])),
      answerDate: date.data ? answerDateSchema.parse(date.data) : undefined,
    };
  },
  saveTemplate: (change) => transact(table, templateWrites(table, change)),
  saveAnswerDate: (change) => transact(table, answerDateWrites(table, change)),
});
