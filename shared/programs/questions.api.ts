import * as z from 'zod';
import { languageSchema } from '../accounts/account.ts';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema, pageSchema } from '../kernel/page.ts';
import { answerSchema, askSchema, questionSchema, questionStatuses } from './question.ts';

const none = z.object({});
const noBody = z.strictObject({});
const ofQuestion = z.object({ questionId: idSchema });

const publicAnswersOutput = pageSchema(
  z.object({
    id: idSchema,
    question: z.string(),
    answer: z.string(),
    answeredAt: z.iso.datetime(),
    language: languageSchema,
  }),
);

/** Part of the programs' contract: ask staff, and what they answered. */
export const questionsApi = {
  askQuestion: {
    method: 'POST',
    path: '/api/v1/questions',
    summary: 'Ask the program office; the answer goes to the address given',
    access: 'public',
    params: none,
    query: none,
    body: askSchema,
    output: ofQuestion,
    success: 201,
    keyed: true,
  },
  listPublicAnswers: {
    method: 'GET',
    path: '/api/v1/questions',
    summary: 'Questions answered in public: one round’s, or the general ones',
    access: 'public',
    params: none,
    query: pageQuerySchema.extend({ roundId: idSchema.optional() }),
    body: noBody,
    output: publicAnswersOutput,
    success: 200,
  },
  listQuestions: {
    method: 'GET',
    path: '/api/v1/staff/questions',
    summary: 'What was asked, with who asked it, newest first',
    access: 'staff',
    params: none,
    query: pageQuerySchema.extend({ status: z.enum(questionStatuses) }),
    body: noBody,
    output: pageSchema(questionSchema),
    success: 200,
  },
  viewQuestion: {
    method: 'GET',
    path: '/api/v1/staff/questions/{questionId}',
    summary: 'One question with who asked it',
    access: 'staff',
    params: ofQuestion,
    query: none,
    body: noBody,
    output: questionSchema,
    success: 200,
  },
  answerQuestion: {
    method: 'POST',
    path: '/api/v1/staff/questions/{questionId}/answer',
    summary: 'Answer by mail, and in public where it helps others',
    access: 'staff',
    params: ofQuestion,
    query: none,
    body: answerSchema,
    output: questionSchema,
    success: 200,
    versioned: true,
    keyed: true,
  },
} as const satisfies Contract;
