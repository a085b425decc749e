import type { Application } from '../applications/application.ts';
import type { Rounds } from '../programs/round.port.ts';
import { leadingAsia, type Round } from '../programs/round.ts';
import { roundInput } from '../ranking/round-input.ts';
import { rankReviews } from '../ranking/sensitivity.ts';
import type { Review } from '../reviews/review.ts';
import { roundReviews, type StandingReviewsPorts } from '../reviews/standing-reviews.ts';
import type { Decisions } from './decision.port.ts';
import { isBeforeCommittee } from './list-decisions.ts';
import { factsOf, type PortfolioFacts, wholeScores } from './portfolio-facts.ts';

export type FactsPorts = StandingReviewsPorts & {
  rounds: Pick<Rounds, 'find' | 'announced'>;
  decisions: Pick<Decisions, 'ofRound'>;
};

export type RoundFacts = {
  readonly round: Round;
  /** All that was ever sent, withdrawn ones too: a portfolio of before may hold any of them. */
  readonly sent: readonly Application[];
  readonly applications: readonly Application[];
  /** Without those set aside. */
  readonly reviews: readonly Review[];
  /** By application's id. */
  readonly facts: readonly PortfolioFacts[];
  /** What a point is in the facts' scores. */
  readonly scale: number;
};

/** What a portfolio of the round is chosen by, as it is now. Linear in applications, reviews and earlier awards. */
export const factsOfRound = async (ports: FactsPorts, roundId: string): Promise<RoundFacts | undefined> => {
  const sent = ports.applications.allSent(roundId);
  const [round, listed, { reviews }, awarded] = await Promise.all([
    ports.rounds.find(roundId),
    sent,
    roundReviews(ports)(roundId, { sent }),
    awardedBefore(ports, roundId),
  ]);
  if (!round) return undefined;
  const applications = listed.filter(isBeforeCommittee);
  const ids = new Set(applications.map(({ id }) => id));
  const counted = reviews.filter(({ applicationId }) => ids.has(applicationId));
  const { scale, byId } = wholeScores(rankReviews(roundInput(round, counted)).standings);
  return { round, sent: listed, applications, reviews, scale, facts: factsOf(applications, byId, awarded) };
};

/** U.S. places with an announced award in another round of the program. */
const awardedBefore = async (
  { rounds, decisions }: Pick<FactsPorts, 'rounds' | 'decisions'>,
  roundId: string,
): Promise<ReadonlySet<string>> => {
  const announced = (await rounds.announced(leadingAsia)).filter(({ id }) => id !== roundId);
  const awards = await Promise.all(announced.map(({ id }) => decisions.ofRound(id, 'award')));
  return new Set(awards.flat().flatMap(({ pair, status }) => (status === 'announced' ? [pair.us] : [])));
};
