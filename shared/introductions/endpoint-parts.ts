import * as z from 'zod';
import { none } from '../applications/endpoint-parts.ts';
import { idSchema } from '../kernel/ids.ts';
import { jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { introductionStatuses } from './introduction.ts';

/** What this area's endpoints share: one introduction, those of a partnership or chapter, what became of one. */
export const one = { params: z.object({ introductionId: idSchema }), query: none } as const;
export const ofPartnership = z.object({ partnershipId: idSchema });
export const ofChapter = z.object({ chapterId: jetaaChapterSchema });

/** Of a no and of no answer the side that asked is told the same. */
export const status = z.enum([...introductionStatuses, 'not-taken-up']);
export const answered = z.object({ id: idSchema, status });
