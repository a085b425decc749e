import { CustomAttributeType, Entity } from 'electrodb';
import type { PersonalData } from '../kernel/personal-data.ts';
import type { MessageChange } from '../messages/message.port.ts';
import { eventWrites } from '../table/event.store.ts';
import { exactCase, type Table } from '../table/table.ts';
import { tracesOf, traceWrite } from '../table/trace.store.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import { accountVersionWrite, mergeWrites } from './account.store.ts';
import { addressHash } from './account.ts';
import type { AddressProofs } from './address-proof.port.ts';
import { type AddressProof, addressProofSchema, proofIdOf } from './address-proof.ts';
import { identityWrites } from './identity.store.ts';
import { whomOf, whomsOf } from './whose.ts';

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

const traced = 'address-proof';

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
        ...(message ? [traceWrite(table, { whom: whomOf(proof.email), kind: traced, id })] : []),
        ...(message ? messageWrites(table, message) : []),
        ...(claim ? [accountVersionWrite(table, claim.account)] : []),
        ...(address ? identityWrites(table, address) : []),
        ...(merge ? mergeWrites(table, merge) : []),
        ...eventWrites(table, events),
      ]);
    },
  };
};

/** Links that went to a second address: the person's own, and those by which somebody else asked for theirs. */
export const addressProofData = (table: Table): PersonalData => {
  const entity = proofEntity(table);
  const traces = tracesOf(table, traced);
  const find = async (id: string) => (await entity.get({ id }).go({ consistent: true })).data?.proof;
  const own = (personIds: readonly string[]) => personIds.map(proofIdOf);
  return {
    name: 'address-proofs',
    async export({ personIds }) {
      const found = await Promise.all(own(personIds).map(find));
      return found.flatMap((proof) => (proof ? [{ email: proof.email, at: proof.createdAt }] : []));
    },
    async erase(whose) {
      for (const id of own(whose.personIds)) await entity.delete({ id }).go();
      for (const trace of await traces.list(whomsOf(whose))) {
        const proof = await find(trace.id);
        // Whoever asked may have asked for another address since.
        if (proof && whose.addresses.includes(proof.email)) await entity.delete({ id: trace.id }).go();
        await traces.forget(trace);
      }
    },
  };
};
