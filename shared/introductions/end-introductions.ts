import { leaveAll } from './alum-requests.ts';
import type { EndedIntroductions, Introductions } from './introduction.port.ts';
import type { Introduction } from './introduction.ts';
import { endedFor } from './introduction-steps.ts';

type Ports = { introductions: Pick<Introductions, 'requestsOf' | 'many' | 'ofPerson'> };
type Act = { readonly by: string; readonly at: Date };

/**
 * What ends when an alum withdraws their consent to be matched: every request that waits, three at most; or to be seen by their
 * chapter: those of its leads. For the transaction of the withdrawal (`endOpenWrites`); a conflict there means that somebody asked
 * or answered in between: read and try again.
 */
export const endOpenOf =
  ({ introductions }: Ports) =>
  async (
    personId: string,
    act: Act,
    asked: 'by-anyone' | 'by-leads' = 'by-anyone',
  ): Promise<EndedIntroductions> => {
    const earlier = await introductions.requestsOf(personId);
    const open = await introductions.many(earlier?.open.map((one) => one.introductionId) ?? []);
    const ending = asked === 'by-leads' ? open.filter((one) => one.asked.as === 'lead') : open;
    const only = asked === 'by-leads' ? ending.map(({ id }) => id) : undefined;
    return {
      requests: leaveAll(earlier, { personId, only }, act.at),
      changes: ending.flatMap((one) => endedFor(one, act, 'open') ?? []),
    };
  };

/** Without a word of anybody's: what is kept once the alum has deleted their account. */
const withoutWords = ({ asked, outcome, ...kept }: Introduction): Introduction => ({
  ...kept,
  asked: { ...asked, note: '' },
  ...(outcome && { outcome: { ...outcome, text: '' } }),
});

/**
 * What of an introduction goes with an alum's account: it ends, whatever stood, and the words about them leave it. Undefined where
 * that is done. `ofPerson` lists them all.
 */
export const erasedFor = (from: Introduction, act: Act) => {
  const ended = endedFor(from, act, 'all');
  const kept = withoutWords(ended?.introduction ?? from);
  const hasWords = from.asked.note !== '' || Boolean(from.outcome?.text);
  if (!ended && !hasWords) return undefined;
  return {
    introduction: { ...kept, version: from.version + 1 },
    events: ended?.events ?? [],
  };
};
