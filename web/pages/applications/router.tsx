import { Hono } from 'hono';
import type { Site } from '../../view.ts';
import { applicationPages } from './applications.router.tsx';
import { askingPages } from './asking/asking.router.tsx';
import { budgetPages } from './budget/budget.router.tsx';
import { copyPages } from './copy/copy.router.tsx';
import { filePages } from './files/files.router.tsx';
import { myPages } from './my/my.router.tsx';
import { namedPages } from './named/named.router.tsx';
import { sectionPages } from './sections/section.router.tsx';
import type { ApplicationUseCases } from './use-cases.ts';

/** Everything an applicant sees. Sections come last: their address would fit the others' too. */
export const applicantPages = (useCases: ApplicationUseCases) =>
  new Hono<Site>()
    .route('/', myPages(useCases))
    .route('/', applicationPages(useCases))
    .route('/', askingPages(useCases))
    .route('/', filePages(useCases))
    .route('/', namedPages(useCases))
    .route('/', budgetPages(useCases))
    .route('/', copyPages(useCases))
    .route('/', sectionPages(useCases));
