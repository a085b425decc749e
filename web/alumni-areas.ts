import type { Areas } from './app.tsx';
import { ownAlumPages } from './pages/alumni/me.router.tsx';
import { alumInvitationPages, chapterInvitationPages } from './pages/chapters/invitations.router.tsx';
import { chapterOfferPages } from './pages/chapters/offer.router.tsx';
import { chapterPages } from './pages/chapters/router.tsx';
import { answerPages } from './pages/introductions/answer.router.tsx';
import { ownIntroductionPages } from './pages/introductions/own.router.tsx';
import { matchPages } from './pages/matches/router.tsx';
import { scorePages } from './pages/matches/score.router.tsx';
import { chapterPlanPages, staffMatchingPages } from './pages/matches/studies.router.tsx';
import { workspacePages } from './pages/workspace/router.tsx';

/** What each router of alumni, chapters, introductions and workspaces asks for. An area adds one line here and one below. */
export type AlumniPagesUseCases = {
  ownAlum: Parameters<typeof ownAlumPages>[0];
  chapters: Parameters<typeof chapterPages>[0];
  offers: Parameters<typeof chapterOfferPages>[0];
  introductions: Parameters<typeof ownIntroductionPages>[0] & Parameters<typeof answerPages>[0];
  workspace: Parameters<typeof workspacePages>[0];
  matches: Parameters<typeof matchPages>[0] & Parameters<typeof chapterPlanPages>[0];
  matching: Parameters<typeof staffMatchingPages>[0] & Parameters<typeof scorePages>[0];
};

/** The pages under `/alumni`, `/chapters`, `/workspace` and `/introductions`: the gateway sends their function nothing else. */
export const alumniAreas =
  (of: Partial<AlumniPagesUseCases>): Areas =>
  (app, _ports, signedIn) => {
    if (of.ownAlum) app.route('/', ownAlumPages(of.ownAlum));
    if (of.introductions)
      app.route('/', ownIntroductionPages(of.introductions)).route('/', answerPages(of.introductions));
    if (of.workspace) app.route('/', workspacePages(of.workspace));
    if (of.chapters)
      app
        .route('/', chapterPages(of.chapters, signedIn))
        .route('/', chapterInvitationPages(of.chapters, signedIn))
        .route('/', alumInvitationPages(of.chapters));
    if (of.offers) app.route('/', chapterOfferPages(of.offers, signedIn));
    if (of.matches)
      app.route('/', matchPages(of.matches, signedIn)).route('/', chapterPlanPages(of.matches, signedIn));
    if (of.matching) app.route('/', staffMatchingPages(of.matching)).route('/', scorePages(of.matching));
  };
