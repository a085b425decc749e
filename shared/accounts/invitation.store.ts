import { CustomAttributeType, Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import type { MessageChange } from '../messages/message.port.ts';
import { leadingAsia } from '../programs/round.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { tracesOf, traceWrite } from '../table/trace.store.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { Invitations } from './invitation.port.ts';
import { type Invitation, invitationSchema } from './invitation.ts';
import { roleWrites } from './role.store.ts';
import { roleName } from './role.ts';
import { whomOf, whomsOf } from './whose.ts';

const invitationEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'invitation', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        sender: { type: 'string', required: true },
        createdAt: { type: 'string', required: true },
        invitation: { type: CustomAttributeType<Invitation>('any'), required: true },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'invitation#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'invitation', casing: exactCase },
        },
        bySender: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['sender'],
            template: '${sender}/invitations',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['createdAt', 'id'],
            template: 'invitation#${createdAt}#${id}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

// Whose list it stands in: the organisation's own, else the program office's.
const senderOf = ({ role }: Invitation) =>
  role.kind === 'member' ? `organisation#${role.organisationId}` : `program#${leadingAsia}`;

/** With its hash, addresses and instants an invitation is twice a list's usual line: thirty, and four read units. */
const invitationPage = 30;

const traced = 'invitation';

type MessageWrites = (table: Table, change: MessageChange) => WriteItem[];

/** The mail is another area's item: its pure writes are handed in, so that both stand or neither. */
export const invitationStore = (table: Table, messageWrites: MessageWrites): Invitations => {
  const entity = invitationEntity(table);
  return {
    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? invitationSchema.parse(data.invitation) : undefined;
    },

    async list(sender, position) {
      const query = entity.query.bySender({ sender });
      const { data, cursor } = await query.go({
        order: 'desc',
        limit: invitationPage,
        cursor: position ?? null,
      });
      return {
        items: data.map(({ invitation }) => invitationSchema.parse(invitation)),
        next: cursor ?? undefined,
      };
    },

    save: ({ invitation, events }, { message, grant } = {}) => {
      const { id, version, createdAt } = invitation;
      const item = { id, version, createdAt, sender: senderOf(invitation), invitation };
      const written =
        version === 1
          ? // A retried invitation carries the same id: one mail goes out, not two.
            entity.create(item).params()
          : // Of two who accept at once one finds it used.
            entity
              .put(item)
              .where((stored, { eq }) => eq(stored.version, version - 1))
              .params();
      return transact(table, [
        putItem(written),
        ...(version === 1 ? [traceWrite(table, { whom: whomOf(invitation.email), kind: traced, id })] : []),
        ...(message ? messageWrites(table, message) : []),
        ...(grant ? roleWrites(table, grant) : []),
        ...eventWrites(table, events),
      ]);
    },
  };
};

/** Invitations that went to someone's addresses. Who invited whom to what stays in the events, by ids. */
export const invitationData = (table: Table): PersonalData => {
  const entity = invitationEntity(table);
  const { find } = invitationStore(table, () => []);
  const traces = tracesOf(table, traced);
  return {
    name: 'invitations',
    async export(whose) {
      const found = await Promise.all((await traces.list(whomsOf(whose))).map(({ id }) => find(id)));
      return found.flatMap((one) =>
        one ? [{ email: one.email, role: roleName(one.role), at: one.createdAt, status: one.status }] : [],
      );
    },
    async erase(whose) {
      for (const trace of await traces.list(whomsOf(whose))) {
        await entity.delete({ id: trace.id }).go();
        await traces.forget(trace);
      }
    },
  };
};
