import type { Hono, MiddlewareHandler } from 'hono';
import { applicantPages } from './pages/applications/router.tsx';
import { askPages } from './pages/ask/router.tsx';
import { publicAwardPages } from './pages/awards-public/router.tsx';
import { confirmPages } from './pages/confirm/router.tsx';
import { outcomePages } from './pages/decisions/outcome-router.tsx';
import { decisionPages } from './pages/decisions/router.tsx';
import { homePages } from './pages/home/router.tsx';
import { organisationPages } from './pages/organisations/router.tsx';
import { outboxPages } from './pages/outbox/router.tsx';
import { claimPages } from './pages/partnerships/claims-router.tsx';
import { partnershipPages } from './pages/partnerships/router.tsx';
import { peoplePages } from './pages/people/router.tsx';
import { reviewPages } from './pages/reviews/router.tsx';
import { roundPages } from './pages/rounds/router.tsx';
import { signOffPages } from './pages/sign-off/router.tsx';
import { staffReviewPages } from './pages/staff-reviews/router.tsx';
import { staffTodayPages } from './pages/staff-today/router.tsx';
import type { Site } from './view.ts';

/**
 * What each router asks for, as `functions/container/web.ts` hands it in. An area adds one line here and one below:
 *   rounds: Parameters<typeof roundPages>[0];
 */
export type AreaUseCases = {
  home: Parameters<typeof homePages>[0];
  partnerships: Parameters<typeof partnershipPages>[0];
  claims: Parameters<typeof claimPages>[0];
  organisations: Parameters<typeof organisationPages>[0];
  publicAwards: Parameters<typeof publicAwardPages>[0];
  people: Parameters<typeof peoplePages>[0];
  applicant: Parameters<typeof applicantPages>[0];
  signOff: Parameters<typeof signOffPages>[0];
  confirm: Parameters<typeof confirmPages>[0];
  ask: Parameters<typeof askPages>[0];
  rounds: Parameters<typeof roundPages>[0];
  reviews: Parameters<typeof reviewPages>[0];
  staffReviews: Parameters<typeof staffReviewPages>[0];
  decisions: Parameters<typeof decisionPages>[0];
  outcome: Parameters<typeof outcomePages>[0];
  outbox: Parameters<typeof outboxPages>[0];
  staffToday: Parameters<typeof staffTodayPages>[0];
};

/**
 * Mounts at the root every area whose use cases are handed in: routers write their whole addresses, without language
 * (`.get('/rounds/:id', …)`). `signedIn` is for single routes outside `signedInPaths`.
 */
export const mountAreas = (
  app: Hono<Site>,
  useCases: Partial<AreaUseCases>,
  signedIn: MiddlewareHandler<Site>,
): void => {
  const of = useCases;
  if (of.home) app.route('/', homePages(of.home));
  if (of.partnerships) app.route('/', partnershipPages(of.partnerships, signedIn));
  if (of.claims) app.route('/', claimPages(of.claims));
  if (of.organisations) app.route('/', organisationPages(of.organisations));
  if (of.publicAwards) app.route('/', publicAwardPages(of.publicAwards));
  if (of.people) app.route('/', peoplePages(of.people));
  if (of.applicant) app.route('/', applicantPages(of.applicant));
  if (of.signOff) app.route('/', signOffPages(of.signOff));
  if (of.confirm) app.route('/', confirmPages(of.confirm));
  if (of.ask) app.route('/', askPages(of.ask));
  if (of.rounds) app.route('/', roundPages(of.rounds));
  if (of.reviews) app.route('/', reviewPages(of.reviews));
  if (of.staffReviews) app.route('/', staffReviewPages(of.staffReviews));
  if (of.decisions) app.route('/', decisionPages(of.decisions));
  if (of.outcome) app.route('/', outcomePages(of.outcome));
  if (of.outbox) app.route('/', outboxPages(of.outbox));
  if (of.staffToday) app.route('/', staffTodayPages(of.staffToday));
};
