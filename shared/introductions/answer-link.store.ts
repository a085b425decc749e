import { Entity } from 'electrodb';
import type { MessageChange } from '../messages/message.port.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { AnswerLink, Introductions } from './introduction.port.ts';

const linkEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'introduction-link', version: '1', service: 'shimai' },
      attributes: {
        tokenHash: { type: 'string', required: true },
        introductionId: { type: 'string', required: true },
        /** When the table forgets it: seconds since 1970, UTC. */
        expiresAt: { type: 'number', required: true },
      },
      indexes: {
        byLink: {
          pk: { field: 'pk', composite: ['tokenHash'], template: 'link#${tokenHash}', casing: exactCase },
          sk: { field: 'sk', composite: [], template: 'introduction', casing: exactCase },
        },
      },
    },
    table,
  );

/** Whoever comes late is told that it has ended, and not that there never was anything. */
const rememberedDays = 90;

/** A link, in the transaction of the mail that alone knows its token. */
export const linkWrite = (table: Table, { tokenHash, introductionId, at }: AnswerLink): WriteItem => {
  const expiresAt = Math.floor(new Date(at).getTime() / 1000) + rememberedDays * 86_400;
  // A token is never given out twice.
  return putItem(linkEntity(table).create({ tokenHash, introductionId, expiresAt }).params());
};

type MailWrites = (table: Table, change: MessageChange) => readonly WriteItem[];

export const answerLinkStore = (
  table: Table,
  { messageWrites }: { messageWrites: MailWrites },
): Pick<Introductions, 'byLink' | 'remind'> => {
  const entity = linkEntity(table);
  return {
    async byLink(tokenHash) {
      const { data } = await entity.get({ tokenHash }).go({ consistent: true });
      return data?.introductionId;
    },
    remind: ({ link, mail }) => transact(table, [linkWrite(table, link), ...messageWrites(table, mail)]),
  };
};
