import type { Areas } from './app.tsx';
import { applicantPages } from './pages/applications/router.tsx';
import { publicAskPages } from './pages/ask/public-ask.router.tsx';
import { preferencePages } from './pages/assignment/preferences.router.tsx';
import { publicAwardPages } from './pages/awards-public/router.tsx';
import { componentPages } from './pages/components/router.tsx';
import { confirmPages } from './pages/confirm/router.tsx';
import { profilePages } from './pages/conflicts/profile.router.tsx';
import { outcomePages } from './pages/decisions/outcome-router.tsx';
import { discussionPages } from './pages/discussions/router.tsx';
import { homePages } from './pages/home/router.tsx';
import { legalPages } from './pages/legal/router.tsx';
import { organisationPages } from './pages/organisations/router.tsx';
import { partnershipPages } from './pages/partnerships/router.tsx';
import { accountPages } from './pages/people/account.router.tsx';
import { addressProofPages } from './pages/people/address-proof.router.tsx';
import { invitationPages } from './pages/people/invitation.router.tsx';
import { reviewPages } from './pages/reviews/router.tsx';
import { publicRoundPages } from './pages/rounds/public-rounds.router.tsx';
import { signInPages } from './pages/sign-in/router.tsx';
import { signOffPages } from './pages/sign-off/router.tsx';
import type { StaffUseCases } from './staff-areas.ts';

/**
 * What each router outside `/staff` asks for. An area adds one line here and one below; its pages under `/staff` are
 * another function's, and are listed in `staff-areas.ts`.
 */
export type VisitorUseCases = {
  home: Parameters<typeof homePages>[0];
  partnerships: Parameters<typeof partnershipPages>[0];
  organisations: Parameters<typeof organisationPages>[0];
  publicAwards: Parameters<typeof publicAwardPages>[0];
  people: Parameters<typeof invitationPages>[0] & Parameters<typeof accountPages>[0];
  applicant: Parameters<typeof applicantPages>[0];
  signOff: Parameters<typeof signOffPages>[0];
  confirm: Parameters<typeof confirmPages>[0];
  ask: Parameters<typeof publicAskPages>[0];
  rounds: Parameters<typeof publicRoundPages>[0];
  preferences: Parameters<typeof preferencePages>[0];
  conflicts: Parameters<typeof profilePages>[0];
  reviews: Parameters<typeof reviewPages>[0];
  discussions: Parameters<typeof discussionPages>[0];
  outcome: Parameters<typeof outcomePages>[0];
};

/** What all pages together ask for: two functions, each with its own. */
export type AreaUseCases = VisitorUseCases & StaffUseCases;

/**
 * The pages of the public, applicants, reviewers and link holders, of every area whose use cases are handed in.
 * Routers write their whole addresses, without language: `.get('/rounds/:id', …)`.
 */
export const visitorAreas =
  (of: Partial<VisitorUseCases>): Areas =>
  (app, ports, signedIn) => {
    app.route('/', signInPages(ports)).route('/', legalPages()).route('/', componentPages());
    if (of.home) app.route('/', homePages(of.home));
    if (of.partnerships) app.route('/', partnershipPages(of.partnerships, signedIn));
    if (of.organisations) app.route('/', organisationPages(of.organisations));
    if (of.publicAwards) app.route('/', publicAwardPages(of.publicAwards));
    if (of.people)
      app
        .route('/', invitationPages(of.people))
        .route('/', accountPages(of.people))
        .route('/', addressProofPages(of.people));
    if (of.applicant) app.route('/', applicantPages(of.applicant));
    if (of.signOff) app.route('/', signOffPages(of.signOff));
    if (of.confirm) app.route('/', confirmPages(of.confirm));
    if (of.ask) app.route('/', publicAskPages(of.ask));
    if (of.rounds) app.route('/', publicRoundPages(of.rounds));
    if (of.preferences) app.route('/', preferencePages(of.preferences));
    // Before the reviews' own: `/reviews/profile` would fit their address too.
    if (of.conflicts) app.route('/', profilePages(of.conflicts));
    if (of.reviews) app.route('/', reviewPages(of.reviews));
    if (of.discussions) app.route('/', discussionPages(of.discussions));
    if (of.outcome) app.route('/', outcomePages(of.outcome));
  };
