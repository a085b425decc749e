import { Hono } from 'hono';
import type { Site } from '../../view.ts';
import { accountPages } from './account.router.tsx';
import { invitationPages } from './invitation.router.tsx';
import { staffPeoplePages } from './staff-people.router.tsx';
import type { PeopleUseCases } from './use-cases.ts';

/** Staff's page of people, invitations, and one's own account. */
export const peoplePages = (useCases: PeopleUseCases) =>
  new Hono<Site>()
    .route('/', staffPeoplePages(useCases))
    .route('/', invitationPages(useCases))
    .route('/', accountPages(useCases));
