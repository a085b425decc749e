import { Temporal } from 'temporal-polyfill';
import type { InvalidInput, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { RoundChange } from './round.port.ts';
import { instantsOf, type Round, type RoundTerms, roundTermsSchema } from './round.ts';
import { type Act, changed, mayAct, refused } from './round-steps.ts';
import { checkTerms } from './round-terms.ts';

type Extension = {
  readonly closes: string;
  readonly reviewDue: string;
  readonly reason: Bilingual;
  readonly version: number;
};

/** Puts the close off for everyone, to a time that is later and still to come; whoever writes is told by mail. */
export const extendRound = (
  round: Round,
  { closes, reviewDue, reason, version }: Extension,
  act: Act,
): Result<RoundChange, InvalidInput | Stale | StepRefused> => {
  if (!mayAct(round, 'extend', act.now)) return refused(round, 'extend', act.now);
  if (version !== round.version) return fail({ kind: 'stale', current: round.version });
  const extended = { ...round, closes, reviewDue, version: version + 1 };
  const later = instantsOf(extended).closes;
  const fields = [
    ...(later <= instantsOf(round).closes ? [{ path: 'closes', code: 'not-later' }] : []),
    ...(later <= act.now ? [{ path: 'closes', code: 'in-the-past' }] : []),
    ...checkTerms(extended),
  ];
  if (fields.length > 0) return fail({ kind: 'invalid-input', fields });
  const why = { from: round.closes, reason, at: act.now.toISOString() };
  return ok(changed({ ...extended, extended: why }, 'round-extended', act));
};

type Cancellation = { readonly reason: Bilingual; readonly version: number };

/** Ends a round that was never decided: it takes nothing more, what was written stays, and everyone reads why. */
export const cancelRound = (
  round: Round,
  { reason, version }: Cancellation,
  act: Act,
): Result<RoundChange, Stale | StepRefused> => {
  if (!mayAct(round, 'cancel', act.now)) return refused(round, 'cancel', act.now);
  if (version !== round.version) return fail({ kind: 'stale', current: round.version });
  const cancelled = { reason, at: act.now.toISOString() };
  return ok(changed({ ...round, cancelled, version: version + 1 }, 'round-cancelled', act));
};

/** The same wall-clock time a year later in the round's own zone; of February 29 the 28th. */
export const aYearLater = (local: string): string =>
  Temporal.PlainDateTime.from(local).add({ years: 1 }).toString({ smallestUnit: 'minute' });

/**
 * A round's terms for next year: everything as it was, each date a year later on the round's own clock. The rate of the yen is
 * that of its day, and stays behind.
 */
export const termsForNextYear = (round: Round): RoundTerms => {
  const { yenRate: _, ...terms } = roundTermsSchema.strip().parse(round);
  return {
    ...terms,
    opens: aYearLater(terms.opens),
    closes: aYearLater(terms.closes),
    reviewDue: aYearLater(terms.reviewDue),
  };
};
