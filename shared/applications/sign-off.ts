import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';

/** A signature's link is open this long. */
export const linkLifeDays = 21;

/** Asked for and given: what the authorised official was sent, and what they signed. One per application. */
export const signOffSchema = z.object({
  applicationId: idSchema,
  version: z.int().positive(),
  asked: z
    .object({
      name: z.string(),
      email: z.email(),
      by: idSchema,
      at: z.iso.datetime(),
      tokenHash: z.string(),
      expiresAt: z.iso.datetime(),
      /** The request that asked, so that its retry sends no second mail. */
      key: z.string(),
      /** When the mail to this address came back. */
      bouncedAt: z.iso.datetime().exactOptional(),
    })
    .exactOptional(),
  signed: z
    .object({
      /** As typed by the signer. */
      name: z.string(),
      title: z.string(),
      at: z.iso.datetime(),
      /** A person's id, `link:sign-off` for whoever holds the link that was mailed, `paper` where it stands on paper. */
      by: z.string(),
      /** The day that stands beside a signature on paper. `at` is when staff recorded it. */
      signedOn: z.iso.date().exactOptional(),
      /** Who of staff recorded a signature on paper. */
      recordedBy: idSchema.exactOptional(),
      /** Of the sections' text that was signed. */
      digest: z.string(),
    })
    .exactOptional(),
  /** When the official was mailed, as far as it still counts for the next mail. */
  mailed: z.array(z.iso.datetime()).exactOptional(),
});
export type SignOff = z.output<typeof signOffSchema>;

export const signOffStates = ['none', 'requested', 'link-expired', 'outdated', 'signed'] as const;
export type SignOffState = (typeof signOffStates)[number];

/** Computed, never stored: a signature stands for the text it was given under, and for no other. */
export const signOffState = (signOff: SignOff | undefined, digest: string, now: Date): SignOffState => {
  if (signOff?.signed?.digest === digest) return 'signed';
  // A request made after the signature went out of date is what counts now.
  const { asked, signed } = signOff ?? {};
  if (asked && (!signed || asked.at > signed.at))
    return now >= new Date(asked.expiresAt) ? 'link-expired' : 'requested';
  return signed ? 'outdated' : 'none';
};
