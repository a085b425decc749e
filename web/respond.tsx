import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Failure, failures } from '../shared/failures.ts';
import { type Site, viewOf } from './view.ts';

/**
 * Sends a page. With a failure its status goes out too: a refused form comes back with what was typed.
 * `return render(c, <Layout …>…</Layout>, failure)`.
 */
export const render = (c: Context<Site>, page: Child, outcome: Failure | ContentfulStatusCode = 200) =>
  c.html(html`<!doctype html>${page}`, typeof outcome === 'number' ? outcome : failures[outcome.kind].status);

/** To another page of ours after a success, by GET, in the language of this one. */
export const seeOther = (c: Context<Site>, path: string) => c.redirect(viewOf(c).href(path), 303);
