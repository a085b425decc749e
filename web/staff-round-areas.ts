import type { Areas } from './app.tsx';
import { planPages } from './pages/assignment/plans.router.tsx';
import { roundComplaintPages } from './pages/complaints/round-complaints.router.tsx';
import { staffConflictPages } from './pages/conflicts/staff-conflicts.router.tsx';
import { decisionPages } from './pages/decisions/router.tsx';
import { roundDiscussionPages } from './pages/discussions/round-discussions.router.tsx';
import { letterPages } from './pages/letters/router.tsx';
import { paperPages } from './pages/papers/router.tsx';
import { portfolioPages } from './pages/portfolio/router.tsx';
import { staffRoundPages } from './pages/rounds/staff-rounds.router.tsx';
import { roundExtensionPages } from './pages/sent/round-extensions.router.tsx';
import { staffReviewPages } from './pages/staff-reviews/router.tsx';
import { waitlistPages } from './pages/waitlist/router.tsx';

/** What each router under `/staff/rounds` asks for. An area adds one line here and one below. */
export type StaffRoundUseCases = {
  rounds: Parameters<typeof staffRoundPages>[0];
  plans: Parameters<typeof planPages>[0];
  staffReviews: Parameters<typeof staffReviewPages>[0];
  complaints: Parameters<typeof roundComplaintPages>[0];
  papers: Parameters<typeof paperPages>[0];
  extensions: Parameters<typeof roundExtensionPages>[0];
  staffConflicts: Parameters<typeof staffConflictPages>[0];
  decisions: Parameters<typeof decisionPages>[0];
  roundDiscussions: Parameters<typeof roundDiscussionPages>[0];
  portfolio: Parameters<typeof portfolioPages>[0];
  letters: Parameters<typeof letterPages>[0];
  waitlist: Parameters<typeof waitlistPages>[0];
};

/** The program office's pages about rounds, all of them under `/staff/rounds`. */
export const staffRoundAreas =
  (of: Partial<StaffRoundUseCases>): Areas =>
  (app) => {
    if (of.rounds) app.route('/', staffRoundPages(of.rounds));
    if (of.plans) app.route('/', planPages(of.plans));
    if (of.staffReviews) app.route('/', staffReviewPages(of.staffReviews));
    if (of.complaints) app.route('/', roundComplaintPages(of.complaints));
    if (of.papers) app.route('/', paperPages(of.papers));
    if (of.extensions) app.route('/', roundExtensionPages(of.extensions));
    if (of.staffConflicts) app.route('/', staffConflictPages(of.staffConflicts));
    if (of.decisions) app.route('/', decisionPages(of.decisions));
    if (of.roundDiscussions) app.route('/', roundDiscussionPages(of.roundDiscussions));
    if (of.portfolio) app.route('/', portfolioPages(of.portfolio));
    if (of.letters) app.route('/', letterPages(of.letters));
    if (of.waitlist) app.route('/', waitlistPages(of.waitlist));
  };
