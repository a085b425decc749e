import { Hono } from 'hono';
import type { Site } from '../../view.ts';
import { publicAskPages } from './public-ask.router.tsx';
import { staffQuestionPages } from './staff-questions.router.tsx';
import type { AskUseCases } from './use-cases.ts';

/** Ask staff: the form, what was answered in public, and staff's answering. */
export const askPages = (useCases: AskUseCases) =>
  new Hono<Site>().route('/', publicAskPages(useCases)).route('/', staffQuestionPages(useCases));
