import { announcementOn, awardsUseCases } from '../../../functions/container/awards-use-cases.ts';
import { reviewsUseCases } from '../../../functions/container/reviews-use-cases.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import type { Table } from '../../../shared/table/table.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { callAt, done, inDays } from './clock.ts';

/** A complete assessment under the rubric of `rounds.ts`. */
export const assessment = {
  scores: { outcomes: 4, feasibility: 5 },
  comments: { outcomes: 'Clear measures.' },
  confidence: 'very',
  noteToCommittee: '',
  feedbackToApplicant: 'Well planned.',
} as const;

/** Reviews and decisions on applications, made by the use cases themselves, after the round has closed. */
export const reviewsOn = (table: Table) => {
  const act = reviewsUseCases({ table, cursors: cursorsWith('set-up') });
  const decide = awardsUseCases({
    table,
    cursors: cursorsWith('set-up'),
    compose: composeMail('http://shimai.test'),
  });
  const call = () => callAt(inDays(-10));

  const assign = async (staff: Person, roundId: string, applicationId: string, reviewerId: string) =>
    done(await act.assignReviewer(staff, { roundId, applicationId, reviewerId }, call())).id;

  /** The review's version goes up by one with each declaration. */
  const clear = async (reviewer: Person, reviewId: string) =>
    done(await act.declareNone(reviewer, { reviewId, version: 1 }, call()));
  const declare = async (reviewer: Person, reviewId: string) =>
    done(await act.declareConflict(reviewer, { reviewId, version: 1, reason: 'A former colleague' }, call()));
  const submit = async (reviewer: Person, reviewId: string) => {
    const input = { reviewId, version: 1, assessment: { ...assessment } };
    return done(await act.submitReview(reviewer, input, call()));
  };
  const flag = async (reviewer: Person, reviewId: string) =>
    done(await act.raiseFlag(reviewer, { reviewId, reason: 'A name stands in the summary' }, call())).id;
  const stepAside = async (staff: Person, applicationId: string) =>
    done(await act.declareStaffConflict(staff, { applicationId, reason: 'A relative' }, call()));

  const propose = async (staff: Person, applicationId: string) => {
    const input = {
      applicationId,
      version: 0,
      decision: 'award',
      amountCents: 600_000,
      reason: 'Strong',
    } as const;
    return done(await decide.proposeDecision(staff, input, call()));
  };
  const certify = async (staff: Person, applicationId: string) =>
    done(await decide.settleDecision(staff, { applicationId, action: 'certify', version: 1 }, call()));
  const spread = announcementOn(table, () => new Date());
  /** What the job does of its own accord where the platform runs whole; of two at a time one finds a conflict. */
  const announce = (roundId: string) => spread(roundId).catch(() => spread(roundId));
  return {
    act,
    decide,
    applyAnnouncement: announce,
    assign,
    clear,
    declare,
    submit,
    flag,
    stepAside,
    propose,
    certify,
  };
};
