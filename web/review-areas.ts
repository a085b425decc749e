import type { Areas } from './app.tsx';
import { preferencePages } from './pages/assignment/preferences.router.tsx';
import { profilePages } from './pages/conflicts/profile.router.tsx';
import { discussionPages } from './pages/discussions/router.tsx';
import { reviewPages } from './pages/reviews/router.tsx';

/** What each router under `/reviews` asks for. An area adds one line here and one below. */
export type ReviewerUseCases = {
  preferences: Parameters<typeof preferencePages>[0];
  conflicts: Parameters<typeof profilePages>[0];
  reviews: Parameters<typeof reviewPages>[0];
  discussions: Parameters<typeof discussionPages>[0];
};

/** The pages of reviewers, all of them under `/reviews`: the gateway sends their function nothing else. */
export const reviewAreas =
  (of: Partial<ReviewerUseCases>): Areas =>
  (app) => {
    if (of.preferences) app.route('/', preferencePages(of.preferences));
    // Before the reviews' own: `/reviews/profile` would fit their address too.
    if (of.conflicts) app.route('/', profilePages(of.conflicts));
    if (of.reviews) app.route('/', reviewPages(of.reviews));
    if (of.discussions) app.route('/', discussionPages(of.discussions));
  };
