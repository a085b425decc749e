import { Hono } from 'hono';
import type { Site } from '../../view.ts';
import { publicRoundPages } from './public-rounds.router.tsx';
import { staffRoundPages } from './staff-rounds.router.tsx';
import type { RoundUseCases } from './use-cases.ts';

/** The call as everyone sees it, and as staff write it. */
export const roundPages = (useCases: RoundUseCases) =>
  new Hono<Site>().route('/', publicRoundPages(useCases)).route('/', staffRoundPages(useCases));
