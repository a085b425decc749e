import * as z from 'zod';
import { type Theme, themeSchema } from '../kernel/theme.ts';
import rows from './recipients.json' with { type: 'json' };

/** A partnership funded in 2011 or 2012. The year is all that is known of when, and no amount is known. */
export type Recipient = {
  readonly year: number;
  readonly partnershipId: string;
  readonly theme: Theme;
  /** As the program's own page printed it. */
  readonly themeAsPrinted: string;
};

const rowSchema = z
  .tuple([z.int(), z.string(), themeSchema, z.string()])
  .transform(([year, partnershipId, theme, themeAsPrinted]) => ({
    year,
    partnershipId,
    theme,
    themeAsPrinted,
  }));

/** The twelve, by year. */
export const recipients: readonly Recipient[] = z.array(rowSchema).parse(rows);

export const fundingOf = (partnershipId: string): readonly Recipient[] =>
  recipients.filter((one) => one.partnershipId === partnershipId);
