import type { RoundDiscussionAction } from '../../../shared/discussions/round-discussion.ts';
import type { AgendaChoose, AgendaView } from '../../../shared/discussions/view-agenda.ts';
import type { DiscussionView } from '../../../shared/discussions/view-discussion.ts';
import type { MyAgenda } from '../../../shared/discussions/view-my-agenda.ts';
import type { RoundDiscussionView } from '../../../shared/discussions/view-round-discussion.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Assessment } from '../../../shared/reviews/assessment.ts';
import type { ReviewView } from '../../../shared/reviews/view-review.ts';

type OfRound = { roundId: string };
type OfApplication = { applicationId: string };
type OfReview = { reviewId: string };
type Versioned = { version: number };
type Terms = {
  startsAt: string;
  minutes: number;
  applicationIds: readonly string[];
  awayIds: readonly string[];
};

/** What the page of one application's discussion asks of the house, whoever reads it. */
export type OneDiscussionUseCases = {
  readonly viewDiscussion: UseCase<OfApplication & { cursor?: string | undefined }, DiscussionView, Failure>;
  readonly addPost: UseCase<OfApplication & { text: string; replyTo?: number | undefined }, unknown, Failure>;
  readonly nameLead: UseCase<OfApplication & Versioned & { reviewerId: string }, unknown, Failure>;
  readonly saveNotes: UseCase<
    OfApplication & Versioned & { text: string; keep: boolean },
    { version: number; savedAt: string },
    Failure
  >;
};

/** What reviewers' pages of discussions ask of the house; `functions/container/web.ts` hands it in. */
export type DiscussionUseCases = OneDiscussionUseCases & {
  readonly viewReview: UseCase<OfReview, ReviewView, Failure>;
  readonly reviseReview: UseCase<
    OfReview & Versioned & { assessment: Assessment; reason: string },
    unknown,
    Failure
  >;
  readonly viewMyAgenda: UseCase<OfReview, MyAgenda, Failure>;
};

/** What staff's pages of a round's discussion ask of the house. */
export type RoundDiscussionUseCases = {
  readonly viewRoundDiscussion: UseCase<OfRound, RoundDiscussionView, Failure>;
  readonly moveDiscussion: UseCase<
    OfRound & Versioned & { action: RoundDiscussionAction; early: boolean },
    unknown,
    Failure
  >;
  readonly nameLeads: UseCase<OfRound, unknown, Failure>;
  readonly viewAgenda: UseCase<OfRound & { choose?: AgendaChoose | undefined }, AgendaView, Failure>;
  readonly setAgenda: UseCase<OfRound & Versioned & Terms, unknown, Failure>;
};
