import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { applicationReviews, type StandingReviewsPorts } from '../reviews/standing-reviews.ts';
import type { DiscussionChange, Discussions } from './discussion.port.ts';
import type { Discussion } from './discussion.ts';
import { type SeatPorts, seatAt } from './seat.ts';

type Ports = SeatPorts & StandingReviewsPorts & { discussions: Pick<Discussions, 'save'> };
/** `version` counts how often a lead was named; 0 where none was. */
type Input = { applicationId: string; reviewerId: string; version: number };
type NamedLead = { readonly applicationId: string; readonly reviewerId: string; readonly version: number };

type Naming = { readonly applicationId: string; readonly roundId: string; readonly reviewerId: string };

/** The discussion's next version with this lead. */
export const withLead = (
  earlier: Discussion | undefined,
  { applicationId, roundId, reviewerId }: Naming,
  { by, at }: { by: string; at: Date },
): DiscussionChange & { readonly discussion: Required<Discussion> } => {
  const version = (earlier?.version ?? 0) + 1;
  const lead = { reviewerId, no: (earlier?.lead?.no ?? 0) + 1 };
  const event: DomainEvent = {
    id: `${applicationId}/discussion/${version}`,
    subject: `application#${applicationId}`,
    type: 'discussion-lead-named',
    at: at.toISOString(),
    by,
    data: { reviewerId },
  };
  return {
    discussion: { applicationId, roundId, version, posts: earlier?.posts ?? 0, lead },
    events: [event],
  };
};

/** Staff name who leads an application's discussion: one of its reviewers whose review is in and counts. Nobody gets mail. */
export const nameLead =
  (ports: Ports): UseCase<Input, NamedLead, NotFound | Conflict | Stale | InvalidInput> =>
  async (actor, { applicationId, reviewerId, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [found, standing] = await Promise.all([
      seatAt(ports)(actor, applicationId),
      applicationReviews(ports)(ports.reviews.ofApplication(applicationId)),
    ]);
    if (!found.ok) return found;
    const { discussion, application } = found.value;
    const stands = discussion?.lead;
    if (stands?.reviewerId === reviewerId) return ok({ applicationId, reviewerId, version: stands.no });
    const current = stands?.no ?? 0;
    if (version !== current) return fail({ kind: 'stale', current });
    const isIn = standing.reviews.some(
      (review) => review.reviewerId === reviewerId && review.status === 'submitted',
    );
    if (!isIn)
      return fail({ kind: 'invalid-input', fields: [{ path: 'reviewerId', code: 'not-a-reviewer' }] });

    const naming = { applicationId, roundId: application.roundId, reviewerId };
    const change = withLead(discussion, naming, { by: actor.personId, at: receivedAt });
    const saved = await ports.discussions.save(change);
    return saved.ok ? ok({ applicationId, reviewerId, version: change.discussion.lead.no }) : saved;
  };
