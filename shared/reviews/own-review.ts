import type { Applications } from '../applications/application.port.ts';
import { asTold } from '../conflicts/conflict-kind.ts';
import { findConflicts } from '../conflicts/find-conflicts.ts';
import { type Finding, keptBy } from '../conflicts/finding.ts';
import type { Interests } from '../conflicts/interests.port.ts';
import { type Actor, isReviewerOf, isSelf, type Person } from '../kernel/actor.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { applyingOrganisations } from './applying-organisations.ts';
import type { ConflictKind } from './conflict.ts';
import type { Reviews } from './review.port.ts';
import { applicationIdOf, isCleared, type ReviewFile } from './review.ts';
import { declaredBeside } from './staff-clearance.ts';
import type { StaffConflicts } from './staff-conflict.port.ts';

export type OwnReviewPorts = {
  reviews: Pick<Reviews, 'find' | 'allOfReviewer'>;
  staffConflicts: Pick<StaffConflicts, 'ofPerson'>;
  rounds: Pick<Rounds, 'find'>;
  applications: Pick<Applications, 'find' | 'ofOrganisation' | 'allSent'>;
  interests: Interests;
};

export type OwnReview = {
  readonly person: Person;
  readonly file: ReviewFile;
  readonly round: Round;
  /** Declared, or computed this moment. With one, nothing of the application is shown and nothing taken. */
  readonly conflict: ConflictKind | undefined;
  /** All that was computed, what staff have waived too. */
  readonly findings: readonly Finding[];
  /** Conflict declared to be none, and none has come up since. */
  readonly cleared: boolean;
};

type Depth = {
  /** Looks for rivals too, which takes the heads of all applications of the round. An autosave does without. */
  readonly rivals: boolean;
};

/** A review for the one who writes it, as long as they are a reviewer of its round; not found for everybody else. */
export const ownReview =
  (
    { reviews, rounds, applications, staffConflicts, interests }: OwnReviewPorts,
    { rivals }: Depth = { rivals: true },
  ) =>
  async (actor: Actor, reviewId: string): Promise<Result<OwnReview, NotFound>> => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    // Side by side, and the facts too, although some ask for what is not theirs: two waits in all.
    const [file, application, facts] = await Promise.all([
      reviews.find(reviewId),
      applications.find(applicationIdOf(reviewId)),
      interests.ofPerson(actor),
    ]);
    const isTheirs = file && isSelf(actor, file.review.reviewerId) && file.review.status !== 'removed';
    if (!isTheirs || !application || !isReviewerOf(actor, file.review.roundId))
      return fail({ kind: 'not-found' });
    const { roundId, status } = file.review;
    const [round, applying, others, named, declared] = await Promise.all([
      rounds.find(roundId, application),
      applyingOrganisations({ applications })(actor, roundId),
      rivals ? applications.allSent(roundId) : undefined,
      interests.namedIn(roundId),
      declaredBeside({ reviews, staffConflicts })(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const circumstances = { applying, named, declared, ...(others && { others }) };
    const findings = findConflicts(facts, application, circumstances);
    const conflict = status === 'conflicted' ? 'declared' : asTold(keptBy(findings));
    return ok({ person: actor, file, round, conflict, findings, cleared: !conflict && isCleared(status) });
  };
