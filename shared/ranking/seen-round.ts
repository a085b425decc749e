import type { Applications } from '../applications/application.port.ts';
import { type Application, receiptNumber } from '../applications/application.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { isBeforeReviewers } from '../reviews/before-reviewers.ts';
import type { Review } from '../reviews/review.ts';
import { nameOf, namesOf } from '../reviews/reviewer-names.ts';
import type { SetAside } from '../reviews/set-aside.ts';
import { committeeClearance } from '../reviews/staff-clearance.ts';
import { roundReviews, type StandingReviewsPorts } from '../reviews/standing-reviews.ts';
import { type Band, bandsOf } from './bands.ts';
import { isFirstTime } from './first-time.ts';
import { type Columns, inOrder } from './rank.ts';
import { roundInput } from './round-input.ts';
import { type Ranked, type RankingInput, rankReviews } from './sensitivity.ts';

export type SeenRoundPorts = StandingReviewsPorts & {
  applications: Pick<Applications, 'many'>;
  rounds: Pick<Rounds, 'find'>;
};

/** A round's scores as far as one member of staff may see them, and what they make of it. */
export type SeenRound = {
  readonly round: Round;
  /** By receipt number. */
  readonly applications: readonly Application[];
  /** Theirs, in every status, without those set aside. */
  readonly reviews: readonly Review[];
  /** Theirs that were submitted and count no more. */
  readonly setAside: readonly SetAside[];
  readonly names: ReadonlyMap<string, string>;
  readonly input: RankingInput;
  readonly ranked: Ranked;
  readonly bands: ReadonlyMap<string, Band>;
  /** How many this person is kept from. They are in nothing above. */
  readonly kept: number;
};

/**
 * Where a rule goes by who applies for the first time, whom that is asked of. The ranking needs it of those level in it
 * alone; another way of counting makes others level, so it needs all that have a review in.
 */
export type FirstTimeOf = 'tied' | 'reviewed';

/**
 * The one door to a round's scores: ranking, sensitivity and export all come through here. Applications this person
 * conflicts with, those they still have to review themselves, and those they typed from paper are left out of everything. Linear in the round's size.
 */
export const seenRound =
  (ports: SeenRoundPorts) =>
  async (
    actor: Actor,
    roundId: string,
    { firstTime = 'tied' }: { firstTime?: FirstTimeOf } = {},
  ): Promise<Result<SeenRound, NotFound>> => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const sent = ports.applications.allSent(roundId);
    const [round, listed, { reviews, setAside, people }, conflict] = await Promise.all([
      ports.rounds.find(roundId),
      sent,
      roundReviews(ports)(roundId, { sent }),
      committeeClearance(ports)(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const concerned = listed.filter(isBeforeReviewers);
    const applications = concerned
      .filter((application) => !conflict(application))
      .sort((a, b) => inOrder(receiptNumber(a.id), receiptNumber(b.id)) || inOrder(a.id, b.id));
    const byId = new Map(applications.map((application) => [application.id, application]));
    const counted = reviews.filter(({ applicationId }) => byId.has(applicationId));
    const known = new Map([...people].map(([id, person]) => [id, nameOf(person)]));
    // Only who is no reviewer any more and has no review in is left to be asked for.
    const left = counted.map(({ reviewerId }) => reviewerId).filter((id) => !known.has(id));
    const [names, columns] = await Promise.all([
      namesOf(ports.people, left),
      columnsOf(ports)(round, byId, counted, firstTime),
    ]);
    // Accounts that were merged are one voice: in leniency, in the draws, and when reviewers are left out one by one.
    const voices = counted.map((review) => ({
      ...review,
      reviewerId: people.get(review.reviewerId)?.account.id ?? review.reviewerId,
    }));
    const input = roundInput(round, voices, columns);
    const ranked = rankReviews(input);
    const cents = (id: string) => byId.get(id)?.submission?.requestedCents ?? 0;
    const { slots, envelopeCents, ranking } = round;
    return ok({
      round,
      applications,
      reviews: counted,
      setAside: setAside.filter(({ review }) => byId.has(review.applicationId)),
      names: new Map([...known, ...names]),
      input,
      ranked,
      bands: bandsOf(ranked.standings, cents, { slots, envelopeCents, ...ranking }),
      kept: concerned.length - applications.length,
    });
  };

/** What the round's rules may name beside scores. */
const columnsOf =
  (ports: SeenRoundPorts) =>
  async (
    round: Round,
    applications: ReadonlyMap<string, Application>,
    reviews: readonly Review[],
    firstTime: FirstTimeOf,
  ): Promise<Columns> => {
    const requested = new Map(
      [...applications].map(([id, { submission }]) => [id, String(submission?.requestedCents ?? 0)]),
    );
    const input = roundInput(round, reviews);
    const asked = input.ties.some(({ by, of }) => by === 'column' && of === 'first-time');
    const cells = (asked ? concernedBy(input, firstTime) : []).map(async (applicationId) => {
      const application = applications.get(applicationId);
      const first = application && (await isFirstTime(ports)(application));
      return [applicationId, first ? '1' : '0'] as const;
    });
    return new Map([
      ['requested', requested],
      ['first-time', new Map(await Promise.all(cells))],
    ]);
  };

const concernedBy = (input: RankingInput, firstTime: FirstTimeOf): readonly string[] => {
  if (firstTime === 'reviewed') return [...new Set(input.reviews.map(({ applicationId }) => applicationId))];
  const { standings } = rankReviews({ ...input, ties: [] });
  return standings.filter(({ tied }) => tied).map(({ applicationId }) => applicationId);
};
