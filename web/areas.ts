import type { Areas } from './app.tsx';
import { publicAskPages } from './pages/ask/public-ask.router.tsx';
import { publicAwardPages } from './pages/awards-public/router.tsx';
import { componentPages } from './pages/components/router.tsx';
import { confirmPages } from './pages/confirm/router.tsx';
import { homePages } from './pages/home/router.tsx';
import { legalPages } from './pages/legal/router.tsx';
import { organisationPages } from './pages/organisations/router.tsx';
import { ownDataPages } from './pages/own-data/own-data.router.tsx';
import { partnershipPages } from './pages/partnerships/router.tsx';
import { accountPages } from './pages/people/account.router.tsx';
import { addressProofPages } from './pages/people/address-proof.router.tsx';
import { invitationPages } from './pages/people/invitation.router.tsx';
import { publicRoundPages } from './pages/rounds/public-rounds.router.tsx';
import { signInPages } from './pages/sign-in/router.tsx';
import { signOffPages } from './pages/sign-off/router.tsx';

/**
 * What each router asks for whose pages lie in none of the folders that have a function of their own
 * (`infra/functions.ts`; those routers stand in `*-areas.ts`). An area adds one line here and one below.
 */
export type VisitorUseCases = {
  home: Parameters<typeof homePages>[0];
  partnerships: Parameters<typeof partnershipPages>[0];
  organisations: Parameters<typeof organisationPages>[0];
  publicAwards: Parameters<typeof publicAwardPages>[0];
  people: Parameters<typeof invitationPages>[0] &
    Parameters<typeof accountPages>[0] &
    Parameters<typeof ownDataPages>[0];
  signOff: Parameters<typeof signOffPages>[0];
  confirm: Parameters<typeof confirmPages>[0];
  ask: Parameters<typeof publicAskPages>[0];
  rounds: Parameters<typeof publicRoundPages>[0];
};

/**
 * The pages of the public, of accounts and organisations, and of link holders, of every area whose use cases are
 * handed in. Routers write their whole addresses, without language: `.get('/rounds/:id', …)`.
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
        .route('/', addressProofPages(of.people))
        .route('/', ownDataPages(of.people, ports));
    if (of.signOff) app.route('/', signOffPages(of.signOff, ports));
    if (of.confirm) app.route('/', confirmPages(of.confirm, ports));
    if (of.ask) app.route('/', publicAskPages(of.ask));
    if (of.rounds) app.route('/', publicRoundPages(of.rounds));
  };
