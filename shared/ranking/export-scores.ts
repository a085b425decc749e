import { receiptNumber } from '../applications/application.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { ok } from '../kernel/result.ts';
import { tieColumns } from '../programs/ranking-terms.ts';
import type { Round } from '../programs/round.ts';
import { toNumber, writeDecimal } from './rational.ts';
import { type SeenRoundPorts, seenRound } from './seen-round.ts';
import type { WeightedCriterion } from './weigh.ts';

/** One score, with what is the same of its application in every row: `npm run -s rank` reads these rows as they are. */
export type ScoreRow = {
  readonly application: string;
  /** The name, with the end of the id behind it where two share it: the command tells reviewers apart by this alone. */
  readonly reviewer: string;
  readonly criterion: string;
  readonly score: number;
  readonly weight: number;
  readonly requestedCents: number;
  /** Empty where it has none. */
  readonly rank: string;
  /** Six decimals, empty where it has no rank. */
  readonly mean: string;
  /** What the round's rules ask for beside scores, by the rules' own names and as they compare it; absent where none does. */
  readonly requested?: string | undefined;
  readonly 'first-time'?: string | undefined;
};

/** How a criterion counts: the command reads these rows beside those. */
export type WeightRow = {
  readonly criterion: string;
  readonly weight: number;
  readonly direction: WeightedCriterion['better'];
};

export type ExportedScores = {
  readonly round: Round;
  readonly rows: readonly ScoreRow[];
  readonly weights: readonly WeightRow[];
};

/**
 * Every criterion of every submitted review of a round as figures alone, for staff: some 150 bytes a row. One set aside
 * is not in it, so that whoever ranks the file ranks what counts; the reviews with their words list it. Of criteria, those
 * that somebody scored: the command refuses a weight for nothing.
 */
export const exportScores =
  (ports: SeenRoundPorts): UseCase<{ roundId: string }, ExportedScores, NotFound> =>
  async (actor, { roundId }) => {
    const found = await seenRound(ports)(actor, roundId, { firstTime: 'reviewed' });
    if (!found.ok) return found;
    const { round, applications, input, ranked, names } = found.value;
    const standings = new Map(ranked.standings.map((one) => [one.applicationId, one]));
    const reviews = Map.groupBy(input.reviews, ({ applicationId }) => applicationId);
    const reviewerOf = toldApart(names, input.reviews);
    const asked = tieColumns.filter((name) =>
      input.ties.some(({ by, of }) => by === 'column' && of === name),
    );
    const rows = applications.flatMap(({ id, submission }) =>
      (reviews.get(id) ?? []).flatMap(({ reviewerId, scores }) =>
        round.rubric.criteria.flatMap(({ id: criterion, weight }): ScoreRow[] => {
          const [score, standing] = [scores.get(criterion), standings.get(id)];
          if (!score) return [];
          return [
            {
              application: receiptNumber(id),
              reviewer: reviewerOf(reviewerId),
              criterion,
              score: Number(writeDecimal(score)),
              weight,
              requestedCents: submission?.requestedCents ?? 0,
              rank: String(standing?.rank ?? ''),
              mean: standing ? writeDecimal(standing.mean) : '',
              ...Object.fromEntries(asked.map((name) => [name, input.columns?.get(name)?.get(id) ?? ''])),
            },
          ];
        }),
      ),
    );
    const scored = new Set(rows.map(({ criterion }) => criterion));
    const weights = input.criteria.flatMap(({ id, weight, better }) =>
      scored.has(id) ? [{ criterion: id, weight: toNumber(weight), direction: better }] : [],
    );
    return ok({ round, rows, weights });
  };

/** Each reviewer by a name that no other in the file has. */
const toldApart = (
  names: ReadonlyMap<string, string>,
  reviews: readonly { readonly reviewerId: string }[],
): ((reviewerId: string) => string) => {
  const plain = (id: string) => names.get(id) || id;
  const ids = [...new Set(reviews.map(({ reviewerId }) => reviewerId))];
  const bearers = Map.groupBy(ids, plain);
  return (id) => {
    const name = plain(id);
    return (bearers.get(name)?.length ?? 0) > 1 ? `${name} (${id.slice(-8)})` : name;
  };
};
