import * as z from 'zod';
import type { Contract } from '../kernel/endpoint.ts';
import { idSchema } from '../kernel/ids.ts';
import { pageQuerySchema } from '../kernel/page.ts';
import { decisionSchema } from './decision.ts';
import { answerDateSchema, letterKinds, letterTemplateSchema, letterWordsSchema } from './letter.ts';
import { remarkListSchema, remarkSchema, remarksSchema } from './remarks.ts';

const ofRound = { params: z.object({ roundId: idSchema }), query: z.object({}) };
const ofApplication = { params: z.object({ applicationId: idSchema }), query: z.object({}) };
const nothing = z.strictObject({});
const letter = z.object({ subject: z.string(), text: z.string() });
const stored = letterTemplateSchema.pick({ kind: true, version: true, subject: true, body: true });

/** The committee's letters, before they are written and after; and what applicants may read of their reviews. */
export const lettersApi = {
  viewLetters: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/letters',
    summary:
      'The words of a round’s letters in both languages, what lacks Japanese, and the date to answer by',
    access: 'staff',
    ...ofRound,
    body: nothing,
    output: z.object({
      letters: z
        .array(
          stored.extend({
            /** 0: the words it comes with. */
            version: z.int().min(0),
            missing: z.array(z.enum(['subject', 'body'])).readonly(),
          }),
        )
        .readonly(),
      answerDate: answerDateSchema.pick({ version: true, answerBy: true }).optional(),
    }),
    success: 200,
  },
  saveLetter: {
    method: 'PUT',
    path: '/api/v1/rounds/{roundId}/letters/{kind}',
    summary:
      'Write one kind of letter with placeholders in braces; If-Match "0" in place of the words it comes with. Nobody gets mail',
    access: 'staff',
    params: z.object({ roundId: idSchema, kind: z.enum(letterKinds) }),
    query: z.object({}),
    body: letterWordsSchema,
    output: stored,
    success: 200,
    versioned: true,
  },
  setAnswerDate: {
    method: 'PUT',
    path: '/api/v1/rounds/{roundId}/answer-date',
    summary: 'Set until when awardees are asked to answer, local to the round’s zone. Nobody gets mail',
    access: 'staff',
    ...ofRound,
    body: z.strictObject({ answerBy: answerDateSchema.shape.answerBy }),
    output: answerDateSchema.pick({ version: true, answerBy: true }),
    success: 200,
    versioned: true,
  },
  previewLetters: {
    method: 'GET',
    path: '/api/v1/rounds/{roundId}/letter-previews',
    summary:
      'Every letter to every recipient as it would be written now, in the reader’s language and the other',
    access: 'staff',
    params: z.object({ roundId: idSchema }),
    query: pageQuerySchema,
    body: nothing,
    output: z.object({
      items: z
        .array(
          z.object({
            application: z.object({ id: idSchema, title: z.string(), pair: decisionSchema.shape.pair }),
            kind: z.enum(letterKinds),
            status: decisionSchema.shape.status,
            letters: z
              .array(
                z.object({
                  to: z.object({ name: z.string(), address: z.string() }),
                  language: z.enum(['en', 'ja']),
                  letter,
                  other: letter,
                  lacksJapanese: z.boolean(),
                }),
              )
              .readonly(),
          }),
        )
        .readonly(),
      count: z.int(),
      kept: z.int(),
      next: z.string().optional(),
    }),
    success: 200,
  },
  requestConfirmations: {
    method: 'POST',
    path: '/api/v1/rounds/{roundId}/confirmation-requests',
    summary:
      'After the date to answer by: set a new one and write a held letter to each owner of an unanswered award',
    access: 'staff',
    ...ofRound,
    body: z.strictObject({ answerBy: answerDateSchema.shape.answerBy }),
    output: z.object({ written: z.int() }),
    success: 200,
    versioned: true,
    keyed: true,
  },
  viewRemarks: {
    method: 'GET',
    path: '/api/v1/applications/{applicationId}/feedback',
    summary:
      'What the reviewers wrote for the applicant and what staff make of it; never notes to the committee',
    access: 'staff',
    ...ofApplication,
    body: nothing,
    output: z.object({
      written: z.array(remarkSchema).readonly(),
      remarks: z.array(remarkSchema).readonly(),
      stands: remarksSchema.pick({ version: true, status: true, approvedAt: true }).optional(),
    }),
    success: 200,
  },
  saveRemarks: {
    method: 'PUT',
    path: '/api/v1/applications/{applicationId}/feedback',
    summary:
      'Save what the applicant may read as a draft, or approve it; only what is approved is shown. Nobody gets mail',
    access: 'staff',
    ...ofApplication,
    body: z.strictObject({ action: z.enum(['save', 'approve']), remarks: remarkListSchema }),
    output: remarksSchema.pick({ version: true, status: true, remarks: true }),
    success: 200,
    versioned: true,
  },
} as const satisfies Contract;
