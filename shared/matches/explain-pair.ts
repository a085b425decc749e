import type { Withdrawals } from '../alumni/alum.port.ts';
import { alumNumber } from '../alumni/alum.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { MatchWeights } from '../matching/match-weights.ts';
import { type MatchParts, partsOf, scoreOf } from '../matching/score-pair.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import type { AlumCards } from './alum-card.port.ts';
import { type CardPlacement, factsOfCard, isListed } from './alum-card.ts';
import { type GroundPorts, openGround } from './ground.ts';
import { type Caution, type ToldReason, wordsOf } from './match-words.ts';

type Ports = GroundPorts & {
  withdrawals: Pick<Withdrawals, 'all'>;
  cards: Pick<AlumCards, 'find'>;
  directory: Pick<PartnershipDirectory, 'find'>;
};

export type PairExplained = {
  readonly partnership: Partnership;
  readonly alumId: string;
  readonly number: string;
  /** In hundredths of a point, as all parts are. */
  readonly score: number;
  readonly parts: MatchParts;
  readonly weights: MatchWeights;
  /** What place and recency go by. */
  readonly servedIn: readonly CardPlacement[];
  readonly reasons: readonly ToldReason[];
  readonly cautions: readonly Caution[];
};

/** How a pair's score comes about, part by part, for staff. Of an alum who is in no list nothing is told. */
export const explainPair =
  (ports: Ports): UseCase<{ partnershipId: string; alumId: string }, PairExplained, NotFound> =>
  async (actor, { partnershipId, alumId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    // Before the card, as in every list: whoever is no longer withdrawn has another card by then.
    const withdrawals = await ports.withdrawals.all();
    if (withdrawals.some((one) => one.alumId === alumId && one.purposes.includes('matched')))
      return fail({ kind: 'not-found' });
    const [card, partnership, ground, { weights }] = await Promise.all([
      ports.cards.find(alumId),
      ports.directory.find(partnershipId),
      openGround(ports)(receivedAt, [partnershipId]),
      ports.weights.find(),
    ]);
    const to = ground.of.get(partnershipId);
    if (!card || !partnership || !to || !isListed(card)) return fail({ kind: 'not-found' });
    const open = ground.matching.open(factsOfCard(card));
    return ok({
      ...{ partnership, alumId, number: alumNumber(alumId), weights, servedIn: card.servedIn },
      score: scoreOf(ground.matching, open, to),
      parts: partsOf(ground.matching, open, to),
      ...wordsOf(open, to, card),
    });
  };
