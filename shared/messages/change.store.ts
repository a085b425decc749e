import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { messageStatuses } from './message.ts';
import type { Change } from './route-change.ts';

const eventImage = z.object({
  __edb_e__: z.literal('event'),
  id: z.string(),
  subject: z.string(),
  type: z.string(),
  at: z.string(),
  by: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
const messageImage = z.object({
  __edb_e__: z.literal('message'),
  id: z.string(),
  status: z.enum(messageStatuses),
});

/** A stream record's new image as a change, or undefined for items that nobody waits for. */
export const changeOf = (image: Record<string, AttributeValue> | undefined): Change | undefined => {
  const item = image && unmarshall(image);
  const event = eventImage.safeParse(item);
  if (event.success) {
    const { __edb_e__: _, ...fields } = event.data;
    return { entity: 'event', event: fields };
  }
  const message = messageImage.safeParse(item);
  return message.success
    ? { entity: 'message', id: message.data.id, status: message.data.status }
    : undefined;
};
