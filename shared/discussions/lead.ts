import { confidences } from '../reviews/assessment.ts';
import type { Review } from '../reviews/review.ts';

type Counted = Pick<Review, 'applicationId' | 'reviewerId' | 'status' | 'submitted'>;
type Application = { readonly id: string; readonly receipt: string; readonly leadId?: string | undefined };

const confidenceOf = ({ submitted }: Counted) =>
  submitted?.confidence ? confidences.indexOf(submitted.confidence) : -1;
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Who might lead each application that has no lead yet: of those whose review is in the most confident one, then who
 * leads fewest so far, proposals before it included, then by id. Applications in the order of their receipts; one
 * without a submitted review gets none. Pass every review that no conflict takes away.
 */
export const proposeLeads = (
  applications: readonly Application[],
  reviews: readonly Counted[],
): ReadonlyMap<string, string> => {
  const led = new Map<string, number>();
  const lead = (personId: string) => led.set(personId, (led.get(personId) ?? 0) + 1);
  for (const { leadId } of applications) if (leadId) lead(leadId);
  const submitted = Map.groupBy(
    reviews.filter(({ status }) => status === 'submitted'),
    ({ applicationId }) => applicationId,
  );
  const proposed = new Map<string, string>();
  const open = applications
    .filter(({ leadId }) => !leadId)
    .toSorted((a, b) => inOrder(a.receipt, b.receipt) || inOrder(a.id, b.id));
  for (const { id } of open) {
    const [best] = (submitted.get(id) ?? []).toSorted(
      (a, b) =>
        confidenceOf(b) - confidenceOf(a) ||
        (led.get(a.reviewerId) ?? 0) - (led.get(b.reviewerId) ?? 0) ||
        inOrder(a.reviewerId, b.reviewerId),
    );
    if (!best) continue;
    proposed.set(id, best.reviewerId);
    lead(best.reviewerId);
  }
  return proposed;
};
