import type { Areas } from './app.tsx';
import { staffQuestionPages } from './pages/ask/staff-questions.router.tsx';
import { planPages } from './pages/assignment/plans.router.tsx';
import { staffConflictPages } from './pages/conflicts/staff-conflicts.router.tsx';
import { answerPages } from './pages/decisions/answer-router.tsx';
import { decisionPages } from './pages/decisions/router.tsx';
import { staffDiscussionPages } from './pages/discussions/staff-discussions.router.tsx';
import { letterPages } from './pages/letters/router.tsx';
import { outboxPages } from './pages/outbox/router.tsx';
import { claimPages } from './pages/partnerships/claims-router.tsx';
import { staffPeoplePages } from './pages/people/staff-people.router.tsx';
import { staffPersonPages } from './pages/people/staff-person.router.tsx';
import { portfolioPages } from './pages/portfolio/router.tsx';
import { staffRoundPages } from './pages/rounds/staff-rounds.router.tsx';
import { staffReviewPages } from './pages/staff-reviews/router.tsx';
import { staffTodayPages } from './pages/staff-today/router.tsx';
import { waitlistPages } from './pages/waitlist/router.tsx';

/** What each router under `/staff` asks for. An area adds one line here and one below. */
export type StaffUseCases = {
  claims: Parameters<typeof claimPages>[0];
  people: Parameters<typeof staffPeoplePages>[0] & Parameters<typeof staffPersonPages>[0];
  ask: Parameters<typeof staffQuestionPages>[0];
  rounds: Parameters<typeof staffRoundPages>[0];
  plans: Parameters<typeof planPages>[0];
  staffReviews: Parameters<typeof staffReviewPages>[0];
  conflicts: Parameters<typeof staffConflictPages>[0];
  decisions: Parameters<typeof decisionPages>[0];
  answers: Parameters<typeof answerPages>[0];
  discussions: Parameters<typeof staffDiscussionPages>[0];
  portfolio: Parameters<typeof portfolioPages>[0];
  letters: Parameters<typeof letterPages>[0];
  waitlist: Parameters<typeof waitlistPages>[0];
  outbox: Parameters<typeof outboxPages>[0];
  staffToday: Parameters<typeof staffTodayPages>[0];
};

/** The pages of the program office, all of them under `/staff`: the gateway sends nothing else to their function. */
export const staffAreas =
  (of: Partial<StaffUseCases>): Areas =>
  (app) => {
    if (of.claims) app.route('/', claimPages(of.claims));
    if (of.people) app.route('/', staffPeoplePages(of.people)).route('/', staffPersonPages(of.people));
    if (of.ask) app.route('/', staffQuestionPages(of.ask));
    if (of.rounds) app.route('/', staffRoundPages(of.rounds));
    if (of.plans) app.route('/', planPages(of.plans));
    if (of.staffReviews) app.route('/', staffReviewPages(of.staffReviews));
    if (of.conflicts) app.route('/', staffConflictPages(of.conflicts));
    if (of.decisions) app.route('/', decisionPages(of.decisions));
    if (of.answers) app.route('/', answerPages(of.answers));
    if (of.discussions) app.route('/', staffDiscussionPages(of.discussions));
    if (of.portfolio) app.route('/', portfolioPages(of.portfolio));
    if (of.letters) app.route('/', letterPages(of.letters));
    if (of.waitlist) app.route('/', waitlistPages(of.waitlist));
    if (of.outbox) app.route('/', outboxPages(of.outbox));
    if (of.staffToday) app.route('/', staffTodayPages(of.staffToday));
  };
