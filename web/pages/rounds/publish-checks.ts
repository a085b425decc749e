import type { Round } from '../../../shared/programs/round.ts';
import { instantsOf } from '../../../shared/programs/round.ts';
import { checkTerms, withoutJapanese } from '../../../shared/programs/round-terms.ts';

/** What is looked at before a round is public. Only the first two stand in the way; the rest is for staff to weigh. */
export const publishChecks = (round: Round, now: Date) => {
  const { closes, opens } = instantsOf(round);
  const days = (closes.getTime() - Math.max(opens.getTime(), now.getTime())) / 86_400_000;
  return [
    { name: 'terms', ok: checkTerms(round).length === 0 },
    { name: 'close', ok: closes > now },
    { name: 'japanese', ok: withoutJapanese(round).length === 0 },
    { name: 'time', ok: days >= 28 },
    { name: 'money', ok: round.slots * round.maximumAwardCents >= round.envelopeCents },
    { name: 'anchors', ok: round.rubric.criteria.some(({ commentRequired }) => commentRequired) },
  ] as const;
};
