import * as z from 'zod';
import { bilingualSchema } from '../kernel/text.ts';
import type { Cursors } from '../table/cursor.ts';
import { checkEligibility, overall } from './check-eligibility.ts';
import {
  checkKinds,
  type EligibilityAnswers,
  eligibilityAnswersSchema,
  standings,
} from './eligibility-rule.ts';
import { eligibilitySentences } from './eligibility-sentence.ts';
import { formNoOf } from './form-version.ts';
import type { Round } from './round.ts';

const findingSchema = z.object({
  kind: z.enum(checkKinds),
  /** As applicants of this form read it. */
  sentence: bilingualSchema(400),
  standing: z.enum(standings),
  figures: z.record(z.string(), z.number()),
});

/** What was asked, what was answered and what came of it: kept with the application that was started from it. */
export const eligibilityTrailSchema = z.object({
  formNo: z.int().positive(),
  at: z.iso.datetime(),
  answers: eligibilityAnswersSchema,
  result: z.enum(standings),
  findings: z.array(findingSchema).readonly(),
});
export type EligibilityTrail = z.output<typeof eligibilityTrailSchema>;

export const trailOf = (round: Round, answers: EligibilityAnswers, at: Date): EligibilityTrail => {
  const findings = checkEligibility(round, answers);
  const sentences = eligibilitySentences(round);
  return {
    formNo: formNoOf(round),
    at: at.toISOString(),
    answers,
    result: overall(findings),
    // Both lists are made from the same conditions, in the same order.
    findings: findings.map((finding, no) => ({
      ...finding,
      sentence: sentences[no]?.sentence ?? { en: finding.kind, ja: '' },
    })),
  };
};

const carriedSchema = z.object({
  formNo: z.int().positive(),
  at: z.iso.datetime(),
  answers: eligibilityAnswersSchema,
});
const scopeOf = (roundId: string) => `eligibility:${roundId}`;

/** The answers in a sealed text that an address can carry to the start of an application; nothing is stored before. */
export const sealAnswers = (
  cursors: Cursors,
  roundId: string,
  { formNo, at, answers }: EligibilityTrail,
): string => cursors.seal(scopeOf(roundId), JSON.stringify({ formNo, at, answers }));

/** What was sealed for this round; undefined where it was not sealed here, or for another round. */
export const openAnswers = (cursors: Cursors, roundId: string, sealed: string) => {
  const text = cursors.open(scopeOf(roundId), sealed);
  return text === undefined ? undefined : carriedSchema.safeParse(JSON.parse(text)).data;
};
