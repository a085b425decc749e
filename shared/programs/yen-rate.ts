import * as z from 'zod';

/**
 * What a dollar is worth in yen, as the program office states it: hundredths of a yen, and the day of that rate. It is shown
 * beside an amount for orientation; nothing is ever paid or decided by it.
 */
export const yenRateSchema = z.strictObject({
  hundredths: z.int().min(1000).max(100_000),
  asOf: z.iso.date(),
});
export type YenRate = z.output<typeof yenRateSchema>;

/** Whole yen, rounded: cents times hundredths of a yen for a dollar are ten-thousandths of a yen. */
export const yenOf = (cents: number, { hundredths }: YenRate): number =>
  Number((BigInt(cents) * BigInt(hundredths) + 5000n) / 10_000n);
