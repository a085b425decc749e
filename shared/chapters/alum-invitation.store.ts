import { CustomAttributeType, Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import type { MessageChange } from '../messages/message.port.ts';
import { jetaaChapters } from '../reference/jetaa-chapters.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { AlumInvitations } from './alum-invitation.port.ts';
import { type AlumInvitation, alumInvitationId, alumInvitationSchema } from './alum-invitation.ts';

const invitationEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'alum-invitation', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        chapterId: { type: 'string', required: true },
        createdAt: { type: 'string', required: true },
        expiresAt: { type: 'number', required: true },
        invitation: { type: CustomAttributeType<AlumInvitation>('any'), required: true },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'alum-invitation#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'alum-invitation', casing: exactCase },
        },
        ofChapter: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['chapterId'],
            template: 'chapter#${chapterId}/alum-invitations',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['createdAt', 'id'],
            template: '${createdAt}#${id}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

const invitationPage = 30;

type MessageWrites = (table: Table, change: MessageChange) => WriteItem[];

/** The table forgets each when it has expired; its mail's writes are handed in, so that both stand or neither. */
export const alumInvitationStore = (table: Table, messageWrites: MessageWrites): AlumInvitations => {
  const entity = invitationEntity(table);
  return {
    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? alumInvitationSchema.parse(data.invitation) : undefined;
    },

    async many(ids) {
      if (ids.length === 0) return [];
      const { data, unprocessed } = await entity
        .get([...new Set(ids)].map((id) => ({ id })))
        .go({ consistent: true, concurrent: 4 });
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} invitations could not be read`);
      return data.map(({ invitation }) => alumInvitationSchema.parse(invitation));
    },

    async ofChapter(chapterId, position) {
      const { data, cursor } = await entity.query
        .ofChapter({ chapterId })
        .go({ order: 'desc', limit: invitationPage, cursor: position ?? null });
      return {
        items: data.map(({ invitation }) => alumInvitationSchema.parse(invitation)),
        next: cursor ?? undefined,
      };
    },

    save: (changes) =>
      transact(
        table,
        changes.flatMap(({ invitation, events, mail }) => {
          const { id, version, chapterId, createdAt } = invitation;
          const expiresAt = Math.ceil(new Date(invitation.expiresAt).getTime() / 1000);
          const item = { id, version, chapterId, createdAt, expiresAt, invitation };
          const write =
            version === 1
              ? // Of two leads who import one address in the same moment one finds the other's.
                entity.create(item)
              : // An answer that came meanwhile must not be undone.
                entity.put(item).where((stored, { eq }) => eq(stored.version, version - 1));
          return [
            putItem(write.params()),
            ...(mail ? messageWrites(table, mail) : []),
            ...eventWrites(table, events),
          ];
        }),
      ),
  };
};

/** What chapters have said of somebody whom they ask to register, under each of their addresses. */
export const alumInvitationData = (table: Table): PersonalData => {
  const entity = invitationEntity(table);
  const { many } = alumInvitationStore(table, () => []);
  const ofAddresses = (addresses: readonly string[]) =>
    many(addresses.flatMap((email) => jetaaChapters.map(({ id }) => alumInvitationId(id, email))));
  return {
    name: 'alum-invitations',
    export: async ({ addresses }) =>
      (await ofAddresses(addresses)).map(({ chapterId, status, createdAt, imported }) => ({
        ...{ chapter: chapterId, status, at: createdAt },
        ...imported,
      })),
    async erase({ addresses }) {
      for (const { id } of await ofAddresses(addresses)) await entity.delete({ id }).go();
    },
  };
};
