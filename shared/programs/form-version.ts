import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import type { Round, RoundTerms } from './round.ts';
import { roundTermsSchema } from './round.ts';

/** What applicants fill in. After the opening a change makes the next form, for applications started later. */
export const formFields = [
  'themes',
  'maximumAwardCents',
  'matchPercent',
  'extraQuestions',
  'eligibility',
] as const satisfies readonly (keyof RoundTerms)[];
export type FormField = (typeof formFields)[number];

const formTermsSchema = roundTermsSchema.pick({
  themes: true,
  maximumAwardCents: true,
  matchPercent: true,
  extraQuestions: true,
  eligibility: true,
});

/** A form that another one has taken the place of: kept as it was, for the applications started under it. */
export const pastFormSchema = z.object({
  roundId: idSchema,
  no: z.int().positive(),
  endedAt: z.iso.datetime(),
  terms: formTermsSchema,
});
export type PastForm = z.output<typeof pastFormSchema>;

/** Which form a round or an application has: what is left out is the first. */
export const formNoOf = ({ formVersion }: { readonly formVersion?: number }): number => formVersion ?? 1;

/** The form that the round has now, to be kept when the next one takes its place. */
export const pastFormOf = (round: Round, now: Date): PastForm => ({
  roundId: round.id,
  no: formNoOf(round),
  endedAt: now.toISOString(),
  terms: formTermsSchema.strip().parse(round),
});

/** The round as it is to an application of an earlier form. */
export const withForm = (round: Round, { no, terms }: PastForm): Round => {
  const { formVersion: _, ...rest } = round;
  return { ...rest, ...terms, ...asForm(no) };
};

/** The number as an application's head holds it. */
export const asForm = (no: number): { readonly formVersion?: number } => (no > 1 ? { formVersion: no } : {});
