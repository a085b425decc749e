import * as z from 'zod';
import { linkSchema, none } from '../applications/endpoint-parts.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { answerTermsSchema } from './answer-introduction.ts';
import { blockSchema } from './block-partnership.ts';
import { answered, ofChapter, ofPartnership, one } from './endpoint-parts.ts';
import { offerTermsSchema, requestTermsSchema } from './request-introduction.ts';

const requested = z.object({ id: idSchema, expiresAt: z.iso.datetime() });
const blocked = z.object({ partnershipId: idSchema, blocked: z.boolean() });

/** Asking an alum, for a partnership or from a chapter, and what the alum says to it. */
export const askingApi = {
  requestIntroduction: {
    method: 'POST',
    path: '/api/v1/partnerships/{partnershipId}/introductions',
    summary: 'Ask an alum, for a partnership one coordinates; the alum is mailed if they agreed to it',
    access: 'person',
    params: ofPartnership,
    query: none,
    body: requestTermsSchema,
    output: requested,
    success: 201,
    keyed: true,
  },
  offerIntroduction: {
    method: 'POST',
    path: '/api/v1/chapters/{chapterId}/introductions',
    summary:
      'Offer a partnership to an alum of the chapter who lets it see them; they are mailed if they agreed',
    access: 'person',
    params: ofChapter,
    query: none,
    body: offerTermsSchema,
    output: requested,
    success: 201,
    keyed: true,
  },
  answerIntroduction: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/answer',
    summary: 'Say yes or no as the alum; whoever asked is mailed',
    access: 'person',
    ...one,
    body: answerTermsSchema,
    output: answered,
    success: 200,
    keyed: true,
  },
  answerIntroductionByLink: {
    method: 'POST',
    path: '/api/v1/introduction-links/answer',
    summary: 'Say yes or no as the holder of the link; whoever asked is mailed',
    access: 'public',
    params: none,
    query: none,
    body: answerTermsSchema.extend(linkSchema.shape),
    output: answered,
    success: 200,
    keyed: true,
  },
  blockPartnership: {
    method: 'POST',
    path: '/api/v1/introductions/{introductionId}/block',
    summary: 'Hear nothing more of this partnership, where what stands with it ends, or let it ask again',
    access: 'person',
    ...one,
    body: blockSchema,
    output: blocked,
    success: 200,
    keyed: true,
  },
} as const satisfies Contract;
