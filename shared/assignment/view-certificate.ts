import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { readFindings } from './findings-text.ts';
import { type PartScore, partsOf } from './pair-score.ts';
import type { Plans } from './plan.port.ts';
import { clearedPlan, type PlanClearancePorts } from './plan-clearance.ts';
import type { BoundRecord, PlanFigures, PlanRecord, PlanReviewer } from './plan-record.ts';

type Ports = PlanClearancePorts & { plans: Pick<Plans, 'find' | 'shelves' | 'proof'> };
type Input = { roundId: string; planId: string };

export type CertifiedRow = {
  readonly application: string;
  readonly demand: number;
  /** Of every reviewer in order; null for a pair that a conflict keeps out. */
  readonly scores: readonly (number | null)[];
  readonly pairs: readonly {
    readonly reviewer: string;
    readonly score: number;
    readonly fixed: boolean;
    readonly byHand: boolean;
    readonly parts: readonly PartScore[];
  }[];
};

/** All that somebody needs to check a plan with a sum of their own, by ids and in no one's words. */
export type PlanCertificate = Pick<PlanRecord, 'id' | 'roundId' | 'madeAt' | 'settings' | 'moved'> & {
  readonly figures: PlanFigures;
  readonly reviewers: readonly PlanReviewer[];
  readonly bounds: readonly BoundRecord[];
  readonly rows: readonly CertifiedRow[];
};

/** A plan's certificate, whole, for staff whom nothing keeps from any application of the round. Linear in the plan. */
export const viewCertificate =
  (ports: Ports): UseCase<Input, PlanCertificate, NotFound> =>
  async (actor, input) => {
    const [cleared, shelves, proof] = await Promise.all([
      clearedPlan(ports)(actor, input),
      ports.plans.shelves(input.planId),
      ports.plans.proof(input.planId),
    ]);
    if (!cleared.ok) return cleared;
    const { plan, kept } = cleared.value;
    if (!proof || !plan.figures || kept.size > 0) return fail({ kind: 'not-found' });
    const { id, roundId, madeAt, settings, moved, figures } = plan;
    const places = new Map(proof.reviewers.map((reviewer, at) => [reviewer.id, at]));
    const rows = shelves.flatMap((shelf) =>
      shelf.rows.map(({ applicationId, demand, pairs }, at): CertifiedRow => {
        const parts = (place: number) => {
          const says = readFindings(shelf.found[at] ?? '', place);
          return says && partsOf(says, settings.weights);
        };
        const sum = (found: readonly PartScore[] | undefined) =>
          found ? found.reduce((whole, { points }) => whole + points, 0) : null;
        return {
          application: applicationId,
          demand,
          scores: proof.reviewers.map((_, place) => sum(parts(place))),
          pairs: pairs.map(({ reviewerId, score, isFixed, byHand }) => ({
            reviewer: reviewerId,
            score,
            fixed: isFixed,
            byHand,
            parts: parts(places.get(reviewerId) ?? -1) ?? [],
          })),
        };
      }),
    );
    return ok({ id, roundId, madeAt, settings, moved, figures, ...proof, rows });
  };
