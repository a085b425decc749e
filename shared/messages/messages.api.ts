import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { messageKinds, messageSchema, messageStatuses } from './message.ts';
import { settlements } from './settle-message.ts';

const head = z.object({ id: idSchema, version: z.int(), status: z.enum(messageStatuses) });

export const messagesApi = {
  listMessages: {
    method: 'GET',
    path: '/api/v1/messages',
    summary:
      'The outbox: messages of one status, newest first; none about an application the reader conflicts with',
    access: 'staff',
    params: z.object({}),
    query: pageQuerySchema.extend({ status: z.enum(messageStatuses).default('held') }),
    body: z.strictObject({}),
    output: pageSchema(
      messageSchema
        .omit({ linkToken: true, values: true, words: true, sender: true })
        .extend({ letter: z.object({ subject: z.string(), text: z.string() }) }),
    ).extend({ kept: z.int() }),
    success: 200,
  },
  countHeld: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/letters/held',
    summary: 'How many letters of each kind wait for release',
    access: 'staff',
    params: z.object({ roundId: idSchema }),
    query: z.object({}),
    body: z.strictObject({}),
    output: z.object({
      count: z.int(),
      kinds: z.array(z.object({ kind: z.enum(messageKinds), count: z.int() })).readonly(),
    }),
    success: 200,
  },
  settleMessage: {
    method: 'POST',
    path: '/api/v1/messages/{messageId}/settlements',
    summary: 'Release, withdraw, resend or confirm one message; releasing and resending mail its reader',
    access: 'staff',
    params: z.object({ messageId: idSchema }),
    query: z.object({}),
    body: z.strictObject({ action: z.enum(settlements) }),
    output: head,
    success: 200,
    versioned: true,
  },
  releaseLetters: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/letters/release',
    summary:
      'Release all held letters of a round that one may see, each by mail, once; one whose application has moved on since is withdrawn',
    access: 'staff',
    params: z.object({ roundId: idSchema }),
    query: z.object({}),
    body: z.strictObject({}),
    output: z.object({ released: z.int(), withdrawn: z.int() }),
    success: 200,
    keyed: true,
  },
} as const satisfies Contract;
