import { Hono } from 'hono';
import type { Site } from '../../view.ts';
import { DiscussionPage } from './discussion-page.tsx';
import { NotesPage } from './notes-page.tsx';
import { oneDiscussion } from './one-discussion.tsx';
import type { OneDiscussionUseCases } from './use-cases.ts';

/** Staff's pages about the discussion of one application. */
export const staffDiscussionPages = (useCases: OneDiscussionUseCases) => {
  const one = oneDiscussion(useCases);
  return new Hono<Site>()
    .get('/staff/applications/:id/discussion', (c) => one.page(c, DiscussionPage, c.req.param('id')))
    .post('/staff/applications/:id/discussion', (c) => one.talk(c, c.req.param('id')))
    .get('/staff/applications/:id/notes', (c) => one.page(c, NotesPage, c.req.param('id')))
    .post('/staff/applications/:id/notes', (c) => one.note(c, c.req.param('id')));
};
