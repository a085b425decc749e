import type { Clock } from '../kernel/clock.ts';
import { allOf } from '../kernel/page.ts';
import { placesAfter } from './alum-requests.ts';
import type { Introductions } from './introduction.port.ts';
import { expireAt } from './introduction-steps.ts';

type Ports = { introductions: Pick<Introductions, 'open' | 'requestsOf' | 'save'>; clock: Clock };

/**
 * Writes down what has expired; every reader knows it by the clock already. One that was answered in the same moment stays as it
 * is. Answers how many. Linear in what is open.
 */
export const expireIntroductions =
  ({ introductions, clock }: Ports) =>
  async (): Promise<number> => {
    const now = clock();
    const open = await allOf(introductions.open);
    let written = 0;
    for (const one of open) {
      const expired = expireAt(one, now);
      if (!expired.ok) continue;
      const requests = placesAfter(await introductions.requestsOf(one.personId), one, now);
      const saved = await introductions.save({ ...expired.value, requests });
      if (saved.ok) written += 1;
    }
    return written;
  };
