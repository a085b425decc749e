import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import { type Application, receiptNumber } from '../applications/application.ts';
import type { Interests } from '../conflicts/interests.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { leniencyOf } from './leniency.ts';
import { type Progress, progressOf } from './progress.ts';
import { disagreementFrom, type Standing, scoresOf } from './ranking.ts';
import type { Reviews } from './review.port.ts';
import type { Review } from './review.ts';
import { namesOf, reviewersNames } from './reviewer-names.ts';
import { staffClearance } from './staff-clearance.ts';
import type { StaffConflicts } from './staff-conflict.port.ts';

type Ports = {
  applications: Pick<Applications, 'allSent'>;
  rounds: Pick<Rounds, 'find'>;
  reviews: Pick<Reviews, 'ofRound' | 'allOfReviewer'>;
  people: Pick<People, 'find' | 'reviewersOf'>;
  staffConflicts: Pick<StaffConflicts, 'ofPerson'>;
  interests: Interests;
};

export type ScoredApplication = Pick<Application, 'id' | 'title' | 'pair' | 'status'> & {
  readonly receipt: string;
  readonly theme?: string | undefined;
  readonly requestedCents: number;
};
export type RankedApplication = ScoredApplication &
  Pick<Standing, 'rank' | 'mean' | 'spread'> & {
    readonly disagree: boolean;
    /** Sum of what is asked for down to this rank. */
    readonly runningCents: number;
    /** Points, lowest first. */
    readonly scores: readonly {
      readonly reviewId: string;
      readonly reviewer: string;
      readonly score: number;
    }[];
  };
export type RoundScores = {
  readonly round: Round;
  /** Best first, by the stated tie rule. */
  readonly ranked: readonly RankedApplication[];
  /** In review without a single submitted review yet. */
  readonly unranked: readonly ScoredApplication[];
  readonly leniency: readonly {
    readonly reviewer: string;
    readonly compared: number;
    readonly distance: number;
  }[];
  readonly progress: Progress;
  /** How many this person is kept from. They are in no rank, sum or mean above. */
  readonly kept: number;
};

/** Whether it stands before the reviewers, has stood there, or still may. */
export const isBeforeReviewers = ({ status }: Pick<Application, 'status'>): boolean =>
  !['draft', 'returned', 'withdrawn'].includes(status);

/**
 * A round's ranking, spread, leniency and progress, for staff. Applications they conflict with, and those they still
 * have to review themselves, are left out of everything. Linear in the round's size.
 */
export const scoreRound =
  (ports: Ports): UseCase<{ roundId: string }, RoundScores, NotFound> =>
  async (actor, { roundId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, listed, reviews, conflict, known] = await Promise.all([
      ports.rounds.find(roundId),
      ports.applications.allSent(roundId),
      ports.reviews.ofRound(roundId),
      staffClearance(ports)(actor, roundId),
      reviewersNames(ports.people, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const concerned = listed.filter(isBeforeReviewers);
    const owed = owedBy(actor.personId, reviews);
    const seen = concerned.filter((application) => !conflict(application) && !owed.has(application.id));
    const ids = new Set(seen.map(({ id }) => id));
    const counted = reviews.filter(({ applicationId }) => ids.has(applicationId));
    // Only who is no reviewer any more is left to be asked for.
    const left = counted.map(({ reviewerId }) => reviewerId).filter((id) => !known.has(id));
    const names = new Map([...known, ...(await namesOf(ports.people, left))]);
    const standings = scoresOf(round, counted);
    return ok({
      round,
      ...rankedOf(standings, seen, names),
      leniency: leniencyOf(standings).map(({ reviewerId, compared, distance }) => ({
        reviewer: names.get(reviewerId) ?? '',
        compared,
        distance,
      })),
      progress: progressOf(round, seen, counted),
      kept: concerned.length - seen.length,
    });
  };

/** A member of staff who also reviews sees no score of an application before submitting their own. */
export const owedBy = (personId: string, reviews: readonly Review[]): ReadonlySet<string> =>
  new Set(
    reviews
      .filter(
        ({ reviewerId, status }) =>
          reviewerId === personId && (status === 'assigned' || status === 'reviewing'),
      )
      .map(({ applicationId }) => applicationId),
  );

const rankedOf = (
  standings: readonly Standing[],
  applications: readonly Application[],
  names: ReadonlyMap<string, string>,
) => {
  const byId = new Map(applications.map((application) => [application.id, application]));
  let runningCents = 0;
  const ranked = standings.flatMap((standing): RankedApplication[] => {
    const application = byId.get(standing.applicationId);
    if (!application) return [];
    byId.delete(application.id);
    const scored = describe(application);
    runningCents += scored.requestedCents;
    const { rank, mean, spread } = standing;
    const scores = standing.scores.map(({ reviewId, reviewerId, hundredths }) => ({
      reviewId,
      reviewer: names.get(reviewerId) ?? '',
      score: hundredths / 100,
    }));
    return [{ ...scored, rank, mean, spread, runningCents, disagree: spread >= disagreementFrom, scores }];
  });
  const unranked = [...byId.values()].map(describe).sort((a, b) => (a.receipt < b.receipt ? -1 : 1));
  return { ranked, unranked };
};

const describe = ({ id, title, pair, status, submission }: Application): ScoredApplication => ({
  id,
  title,
  pair,
  status,
  receipt: receiptNumber(id),
  theme: submission?.theme,
  requestedCents: submission?.requestedCents ?? 0,
});
