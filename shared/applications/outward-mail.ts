import { fail, ok, type Result } from '../kernel/result.ts';
import type { MailPaused } from './application.errors.ts';

/** Between two mails to the same outsider about one application. */
export const pauseMinutes = 10;
/** Within twenty-four hours, to the same outsider about one application. */
export const mailsADay = 5;

const day = 86_400_000;

/**
 * Whoever is asked by mail has not asked for it: one may not be mailed at will. The instants that count after this mail,
 * or when the next may go. A mail that came back has disturbed nobody, so the address may be corrected at once.
 */
export const mailedAgain = (
  mailed: readonly string[],
  at: Date,
  { cameBack = false }: { cameBack?: boolean } = {},
): Result<readonly string[], MailPaused> => {
  const counted = mailed.filter((one) => new Date(one).getTime() > at.getTime() - day).toSorted();
  const paused = (from: string | undefined, ms: number) =>
    fail({
      kind: 'mail-paused' as const,
      until: new Date(new Date(from ?? at).getTime() + ms).toISOString(),
    });
  if (counted.length >= mailsADay) return paused(counted.at(-mailsADay), day);
  const last = counted.at(-1);
  const pause = pauseMinutes * 60_000;
  if (last && !cameBack && at.getTime() < new Date(last).getTime() + pause) return paused(last, pause);
  return ok([...counted, at.toISOString()]);
};
