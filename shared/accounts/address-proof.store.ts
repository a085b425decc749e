import { CustomAttributeType, Entity } from 'electrodb';
import type { MessageChange } from '../messages/message.port.ts';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import { accountVersionWrite, mergeWrites } from './account.store.ts';
import { addressHash } from './account.ts';
import type { AddressProofs } from './address-proof.port.ts';
import { type AddressProof, addressProofSchema } from './address-proof.ts';
import { identityWrite } from './identity.store.ts';

const proofEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'address-proof', version: '1', service: 'shimai' },
      attributes: {
        id: { type: 'string', required: true },
        version: { type: 'number', required: true },
        proof: { type: CustomAttributeType<AddressProof>('any'), required: true },
      },
      indexes: {
        byId: {
          pk: { field: 'pk', composite: ['id'], template: 'address-proof#${id}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'address-proof', casing: exactCase },
        },
      },
    },
    table,
  );

type MessageWrites = (table: Table, change: MessageChange) => WriteItem[];

/** Proofs with what they bring about: all of it or none. The mail's writes are handed in, as for invitations. */
export const addressProofStore = (table: Table, messageWrites: MessageWrites): AddressProofs => {
  const entity = proofEntity(table);
  return {
    async find(id) {
      const { data } = await entity.get({ id }).go({ consistent: true });
      return data ? addressProofSchema.parse(data.proof) : undefined;
    },

    save: ({ proof, events }, { message, claim, merge } = {}) => {
      const { id, version, personId, usedAt } = proof;
      const item = { id, version, proof };
      const written =
        version === 1
          ? entity.create(item).params()
          : entity
              .put(item)
              .where((stored, { eq }) => eq(stored.version, version - 1))
              .params();
      const address = claim && {
        kind: 'address' as const,
        value: addressHash(claim.email),
        personId,
        at: usedAt ?? proof.createdAt,
      };
      return transact(table, [
        putItem(written),
        ...(message ? messageWrites(table, message) : []),
        ...(claim ? [accountVersionWrite(table, claim.account)] : []),
        ...(address ? [identityWrite(table, address)] : []),
        ...(merge ? mergeWrites(table, merge) : []),
        ...eventWrites(table, events),
      ]);
    },
  };
};
