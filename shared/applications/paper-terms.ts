import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';
import { lineSchema, proseSchema } from '../kernel/text.ts';
import { organisationTermsSchema } from '../partnerships/organisation.ts';

/** What staff say of a paper before they type it. */
export const paperTermsSchema = z.strictObject({
  partnershipId: idSchema,
  /** The applicant, where it has claimed the partnership here; otherwise `applicant` says who it is. */
  organisationId: idSchema.exactOptional(),
  applicant: organisationTermsSchema.exactOptional(),
  title: lineSchema(120).pipe(z.string().min(1)),
  receivedOn: z.iso.date(),
  /** Why a paper is taken that came after the close. Its applicant reads it. */
  lateReason: proseSchema(1000).pipe(z.string().min(1)).exactOptional(),
});
export type PaperTerms = z.output<typeof paperTermsSchema>;

/** The name under a paper as it stands there, and the day beside it. */
export const paperSignatureSchema = z.strictObject({
  name: lineSchema(120).pipe(z.string().min(1)),
  signedOn: z.iso.date(),
  textDigest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PaperSignature = z.output<typeof paperSignatureSchema>;
