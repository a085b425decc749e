import { CustomAttributeType, Entity } from 'electrodb';
import { pageSize } from '../kernel/page.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { checkItem, putItem, transact, type WriteItem } from '../table/transact.ts';
import type { ApplicationChange, Applications } from './application.port.ts';
import { type Application, applicationSchema } from './application.ts';
import { trailWrite } from './eligibility-trail.store.ts';
import { pairEntryWrite } from './pair-entry.store.ts';

/** Drafts lie apart from what was sent, so that a staff list reads none of them. */
const shelfOf = ({ status, submission }: Application) =>
  submission && status !== 'draft' ? 'sent' : 'unsent';

const applicationEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'application', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        status: { type: 'string', required: true },
        shelf: { type: ['sent', 'unsent'] as const, required: true },
        /** The submission's, once more: what a key is made of stands at the top. */
        theme: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
        organisationId: { type: 'string', required: true },
        partnershipId: { type: 'string', required: true },
        pair: { type: CustomAttributeType<Application['pair']>('any'), required: true },
        title: { type: 'string', required: true },
        createdAt: { type: 'string', required: true },
        formVersion: { type: 'number' },
        submission: { type: CustomAttributeType<NonNullable<Application['submission']>>('any') },
        facts: { type: CustomAttributeType<NonNullable<Application['facts']>>('any') },
        outcome: { type: CustomAttributeType<NonNullable<Application['outcome']>>('any') },
        returned: { type: CustomAttributeType<NonNullable<Application['returned']>>('any') },
        extension: { type: CustomAttributeType<NonNullable<Application['extension']>>('any') },
        recorded: { type: CustomAttributeType<NonNullable<Application['recorded']>>('any') },
        paper: { type: CustomAttributeType<NonNullable<Application['paper']>>('any') },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'application#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'application', casing: exactCase },
        },
        // Only what was sent stands here. A draft's text is in no head, so no autosave rewrites this entry or the next.
        byTheme: {
          index: indexNames.lookup,
          condition: ({ shelf }) => shelf === 'sent',
          pk: {
            field: 'gsi1pk',
            composite: ['roundId', 'theme'],
            template: 'round#${roundId}/${theme}',
            casing: exactCase,
          },
          sk: { field: 'gsi1sk', composite: ['status'], template: '${status}', casing: exactCase },
        },
        // Named as shortly as can be: a page of heads has to stay within four read units.
        byRound: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['roundId'],
            template: 'round#${roundId}/applications',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['shelf', 'status'],
            template: '${shelf}#${status}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

/** Under its organisation, written once: whose an application is, and in which round, is never read late. */
const ownedEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'owned-application', version: '1', service: 'shimai' },
      attributes: {
        organisationId: { type: 'string', required: true },
        createdAt: { type: 'string', required: true },
        id: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
      },
      indexes: {
        byOrganisation: {
          pk: {
            field: 'pk',
            composite: ['organisationId'],
            template: 'organisation#${organisationId}',
            casing: exactCase,
          },
          sk: {
            field: 'sk',
            composite: ['createdAt', 'id'],
            template: 'application#${createdAt}#${id}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

/** The writes of a head's change, for its own transaction or for that of the act which causes it. */
export const applicationWrites = (
  table: Table,
  { application, events, trail }: ApplicationChange,
): WriteItem[] => {
  const head = applicationEntity(table);
  const shelf = shelfOf(application);
  const theme = application.submission?.theme ?? 'none';
  const item = { ...application, shelf, theme } as const;
  const { organisationId, createdAt, id, roundId } = application;
  if (application.version === 1)
    return [
      // A first version may not overwrite one that a retry of the same request has made.
      putItem(head.create(item).params()),
      putItem(ownedEntity(table).create({ organisationId, createdAt, id, roundId }).params()),
      pairEntryWrite(table, application),
      ...(trail ? [trailWrite(table, id, trail)] : []),
      ...eventWrites(table, events),
    ];
  // Only the version that was read may be replaced, or one of two steps would vanish.
  const replace = head.put(item).where(({ version }, { eq }) => eq(version, application.version - 1));
  return [putItem(replace.params()), ...eventWrites(table, events)];
};

/** That no step was taken since the head was read at this version. */
export const applicationUnchanged = (
  table: Table,
  { id, version: seen }: Pick<Application, 'id' | 'version'>,
): WriteItem =>
  checkItem(
    applicationEntity(table)
      .delete({ id })
      .where(({ version }, { eq }) => eq(version, seen))
      .params(),
  );

/** With the facts that conflicts are judged from, a head is some 900 bytes: so many stay within four read units. */
const sentPage = 35;

// A batch takes a hundred keys at most; ElectroDB would send one after the other.
const batchesAtOnce = 20;

export const applicationStore = (table: Table): Applications => {
  const head = applicationEntity(table);
  const owned = ownedEntity(table);
  const parse = (data: unknown) => applicationSchema.parse(data);
  const pageOf = (position: string | undefined) => ({ limit: pageSize, cursor: position ?? null });

  return {
    async find(id) {
      const { data } = await head.get({ id }).go({ consistent: true });
      return data ? parse(data) : undefined;
    },
    async many(ids) {
      if (ids.length === 0) return [];
      const { data, unprocessed } = await head
        .get(ids.map((id) => ({ id })))
        .go({ consistent: true, concurrent: batchesAtOnce });
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} heads could not be read`);
      return data.map(parse);
    },
    async ofRound(roundId, position) {
      const { data, cursor } = await head.query.byRound({ roundId }).go(pageOf(position));
      return { items: data.map(parse), next: cursor ?? undefined };
    },
    async sentInRound(roundId, position, { status, theme } = {}) {
      const query = theme
        ? head.query.byTheme({ roundId, theme })
        : head.query.byRound({ roundId, shelf: 'sent', ...(status && { status }) });
      const { data, cursor } = await query.go({ ...pageOf(position), limit: sentPage });
      return { items: data.map(parse), next: cursor ?? undefined };
    },
    async allSent(roundId, status) {
      const query = head.query.byRound({ roundId, shelf: 'sent', ...(status && { status }) });
      const { data } = await query.go({ pages: 'all' });
      return data.map(parse);
    },
    async applicantsIn(roundId) {
      const { data } = await head.query
        .byRound({ roundId })
        .go({ pages: 'all', attributes: ['organisationId'] });
      return new Set(data.map(({ organisationId }) => organisationId));
    },
    async heldInRound(roundId) {
      const [drafts, returned] = await Promise.all([
        head.query.byRound({ roundId, shelf: 'unsent' }).begins({ status: 'draft' }).go({ pages: 'all' }),
        head.query.byRound({ roundId, shelf: 'sent', status: 'returned' }).go({ pages: 'all' }),
      ]);
      return [...drafts.data, ...returned.data].map(parse);
    },
    async ofOrganisation(organisationId, position) {
      const found = await owned.query
        .byOrganisation({ organisationId })
        .go({ ...pageOf(position), consistent: true, order: 'desc' });
      return {
        items: found.data.map(({ id, roundId }) => ({ id, roundId })),
        next: found.cursor ?? undefined,
      };
    },
    save: (change) => transact(table, applicationWrites(table, change)),
  };
};
