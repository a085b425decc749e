import { CustomAttributeType, Entity } from 'electrodb';
import { whomOf, whomsOf } from '../accounts/whose.ts';
import type { PersonalData } from '../kernel/personal-data.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { tracesOf, traceWrite } from '../table/trace.store.ts';
import { putItem, transact } from '../table/transact.ts';
import type { Questions } from './question.port.ts';
import { eraseAsker, type Question, type QuestionStatus, questionSchema } from './question.ts';

const questionEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'question', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: CustomAttributeType<QuestionStatus>('string'), required: true },
        askedAt: { type: 'string', required: true },
        /** `round#<id>` or `general`; left out where nobody but the asker may see the answer. */
        publicIn: { type: 'string' },
        /** When it was answered; when it was asked until then. */
        latestAt: { type: 'string', required: true },
        question: { type: CustomAttributeType<Question>('any'), required: true },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'question#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'question', casing: exactCase },
        },
        inPublic: {
          index: indexNames.lookup,
          pk: {
            field: 'gsi1pk',
            composite: ['publicIn'],
            template: '${publicIn}/public-questions',
            casing: exactCase,
          },
          sk: {
            field: 'gsi1sk',
            composite: ['latestAt', 'id'],
            template: 'question#${latestAt}#${id}',
            casing: exactCase,
          },
        },
        byStatus: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['status'],
            template: 'question-status#${status}',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['askedAt', 'id'],
            template: 'question#${askedAt}#${id}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

const listOf = (roundId: string | undefined) => (roundId ? `round#${roundId}` : 'general');

const traced = 'question';
const traceOf = ({ id, askedBy, asker }: Question) => ({
  whom: askedBy ? (`person#${askedBy}` as const) : whomOf(asker.email),
  kind: traced,
  id,
});

const itemOf = (question: Question) => {
  const { id, version, status, askedAt, answer, roundId } = question;
  const inPublic = answer?.isPublic ? { publicIn: listOf(roundId) } : {};
  return { id, version, status, askedAt, latestAt: answer?.at ?? askedAt, ...inPublic, question };
};

/** Questions and answers are whole paragraphs: twenty of them stay within four read units. */
const questionPage = 20;

export const questionStore = (table: Table): Questions => {
  const entity = questionEntity(table);
  const page = ({ data, cursor }: { data: readonly { question: unknown }[]; cursor: string | null }) => ({
    items: data.map(({ question }) => questionSchema.parse(question)),
    next: cursor ?? undefined,
  });
  return {
    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? questionSchema.parse(data.question) : undefined;
    },

    async byStatus(status, position) {
      const query = entity.query.byStatus({ status });
      return page(await query.go({ order: 'desc', limit: questionPage, cursor: position ?? null }));
    },

    async answeredInPublic(roundId, position) {
      const query = entity.query.inPublic({ publicIn: listOf(roundId) });
      return page(await query.go({ order: 'desc', limit: questionPage, cursor: position ?? null }));
    },

    save: ({ question, events }) => {
      const item = itemOf(question);
      const written =
        question.version === 1
          ? // A form sent twice carries the same id and asks once.
            entity.create(item).params()
          : // Of two answers at once one stands; its mail is the only one.
            entity
              .put(item)
              .where(({ version }, { eq }) => eq(version, question.version - 1))
              .params();
      return transact(table, [
        putItem(written),
        ...(question.version === 1 ? [traceWrite(table, traceOf(question))] : []),
        ...eventWrites(table, events),
      ]);
    },
  };
};

/** Questions someone asked, with their name, address and words. An answer that is public stays, in staff's own wording. */
export const questionData = (table: Table): PersonalData => {
  const entity = questionEntity(table);
  const { find, save } = questionStore(table);
  const traces = tracesOf(table, traced);
  return {
    name: 'questions',
    async export(whose) {
      const found = await Promise.all((await traces.list(whomsOf(whose))).map(({ id }) => find(id)));
      return found.flatMap((one) =>
        one ? [{ ...one.asker, at: one.askedAt, text: one.text, answer: one.answer?.text ?? '' }] : [],
      );
    },
    async erase(whose) {
      for (const trace of await traces.list(whomsOf(whose))) {
        const question = await find(trace.id);
        if (question?.answer?.isPublic) {
          const saved = await save({ question: eraseAsker(question), events: [] });
          if (!saved.ok) throw new Error(`Question ${question.id} was changed while it was erased`);
        } else await entity.delete({ id: trace.id }).go();
        await traces.forget(trace);
      }
    },
  };
};
