import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { eligibilityTrailSchema } from '../programs/eligibility-trail.ts';
import type { Table } from '../table/table.ts';
import { applicationSchema } from './application.ts';
import { attachmentSchema, attachmentSpaceSchema } from './attachment.ts';
import { confirmationSchema } from './confirmation.ts';
import type { Drafts } from './draft.port.ts';
import { findSectionIn, saveSectionIn, sectionSchema } from './section.store.ts';
import { signOffSchema } from './sign-off.ts';

const kindSchema = z.object({ __edb_e__: z.string() });
type Item = Record<string, unknown>;

/**
 * The draft's items share the sort key's beginning `application`, so that one query reads them and neither the large
 * submissions nor the growing history beside them. ElectroDB has no query over entities with keys of their own.
 */
export const draftStore = (table: Table): Drafts => {
  const itemsOf = async (applicationId: string, from?: Item): Promise<Item[]> => {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :draft)',
        ExpressionAttributeValues: { ':pk': `application#${applicationId}`, ':draft': 'application' },
        ExclusiveStartKey: from,
      }),
    );
    return LastEvaluatedKey ? [...Items, ...(await itemsOf(applicationId, LastEvaluatedKey))] : Items;
  };

  return {
    async find(applicationId) {
      const items = await itemsOf(applicationId);
      const all = (kind: string) => items.filter((item) => kindSchema.parse(item).__edb_e__ === kind);
      const [head] = all('application');
      if (!head) return undefined;
      const [signOff] = all('sign-off');
      const [confirmation] = all('confirmation');
      const [trail] = all('eligibility-trail');
      const [space] = all('attachment-space');
      return {
        application: applicationSchema.parse(head),
        sections: all('section').map((item) => sectionSchema.parse(item)),
        attachments: all('attachment')
          .map((item) => attachmentSchema.parse(item))
          .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
        space: space && attachmentSpaceSchema.parse(space),
        signOff: signOff && signOffSchema.parse(signOff),
        confirmation: confirmation && confirmationSchema.parse(confirmation),
        trail: trail && eligibilityTrailSchema.parse(trail.trail),
      };
    },
    section: findSectionIn(table),
    saveSection: saveSectionIn(table),
  };
};
