import type { Areas } from './app.tsx';
import { ownAlumPages } from './pages/alumni/me.router.tsx';
import { alumInvitationPages, chapterInvitationPages } from './pages/chapters/invitations.router.tsx';
import { chapterPages } from './pages/chapters/router.tsx';
import { matchPages } from './pages/matches/router.tsx';

/** What each router of alumni, chapters, introductions and workspaces asks for. An area adds one line here and one below. */
export type AlumniPagesUseCases = {
  ownAlum: Parameters<typeof ownAlumPages>[0];
  chapters: Parameters<typeof chapterPages>[0];
  matches: Parameters<typeof matchPages>[0];
};

/** The pages under `/alumni`, `/chapters`, `/workspace` and `/introductions`: the gateway sends their function nothing else. */
export const alumniAreas =
  (of: Partial<AlumniPagesUseCases>): Areas =>
  (app, _ports, signedIn) => {
    if (of.ownAlum) app.route('/', ownAlumPages(of.ownAlum));
    if (of.chapters)
      app
        .route('/', chapterPages(of.chapters, signedIn))
        .route('/', chapterInvitationPages(of.chapters, signedIn))
        .route('/', alumInvitationPages(of.chapters));
    if (of.matches) app.route('/', matchPages(of.matches, signedIn));
  };
