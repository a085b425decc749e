import type { Application } from '../applications/application.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import type { KeptFromYou, OverEnvelope } from './award.errors.ts';

/** One award that takes from the envelope, and whether the person who asks may know of it. */
export type Granted = { readonly amountCents: number; readonly seen: boolean };

/**
 * Whether awards are within what the round has to give. A refusal shows the figures of what the person sees where that
 * alone is too much, and none at all where it is so only with what they are kept from.
 */
export const withinEnvelope = (
  { envelopeCents, slots }: Pick<Round, 'envelopeCents' | 'slots'>,
  granted: readonly Granted[],
): Result<void, OverEnvelope | KeptFromYou> => {
  const sumOf = (awards: readonly Granted[]) => awards.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const fits = (awards: readonly Granted[]) => sumOf(awards) <= envelopeCents && awards.length <= slots;
  if (fits(granted)) return ok(undefined);
  const seen = granted.filter((one) => one.seen);
  if (fits(seen)) return fail({ kind: 'kept-from-you' });
  const awardedCents = sumOf(seen);
  return fail({ kind: 'over-envelope', awardedCents, envelopeCents, awards: seen.length, slots });
};

/** The announced awards that stand: given, and neither declined nor withdrawn. */
export const standingAwards = (applications: readonly Application[]): readonly Application[] =>
  applications.filter(({ status }) => status === 'awarded' || status === 'accepted');
