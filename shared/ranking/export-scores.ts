import { receiptNumber } from '../applications/application.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { ok } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import { writeDecimal } from './rational.ts';
import { type SeenRoundPorts, seenRound } from './seen-round.ts';

/** One score, with what is the same of its application in every row: `npm run -s rank` reads these rows as they are. */
export type ScoreRow = {
  readonly application: string;
  readonly reviewer: string;
  readonly criterion: string;
  readonly score: number;
  readonly weight: number;
  readonly requestedCents: number;
  /** Empty where it has none. */
  readonly rank: string;
  /** Six decimals, empty where it has no rank. */
  readonly mean: string;
};

type ExportedScores = { readonly round: Round; readonly rows: readonly ScoreRow[] };

/**
 * Every criterion of every submitted review of a round as figures alone, for staff: some 150 bytes a row. One set aside
 * is not in it, so that whoever ranks the file ranks what counts; the reviews with their words list it.
 */
export const exportScores =
  (ports: SeenRoundPorts): UseCase<{ roundId: string }, ExportedScores, NotFound> =>
  async (actor, { roundId }) => {
    const found = await seenRound(ports)(actor, roundId);
    if (!found.ok) return found;
    const { round, applications, input, ranked, names } = found.value;
    const standings = new Map(ranked.standings.map((one) => [one.applicationId, one]));
    const reviews = Map.groupBy(input.reviews, ({ applicationId }) => applicationId);
    const rows = applications.flatMap(({ id, submission }) =>
      (reviews.get(id) ?? []).flatMap(({ reviewerId, scores }) =>
        round.rubric.criteria.flatMap(({ id: criterion, weight }): ScoreRow[] => {
          const [score, standing] = [scores.get(criterion), standings.get(id)];
          if (!score) return [];
          return [
            {
              application: receiptNumber(id),
              reviewer: names.get(reviewerId) || reviewerId,
              criterion,
              score: Number(writeDecimal(score)),
              weight,
              requestedCents: submission?.requestedCents ?? 0,
              rank: String(standing?.rank ?? ''),
              mean: standing ? writeDecimal(standing.mean) : '',
            },
          ];
        }),
      ),
    );
    return ok({ round, rows });
  };
