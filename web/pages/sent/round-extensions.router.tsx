import { Hono } from 'hono';
import { render } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { ExtensionsPage } from './extensions-page.tsx';
import type { ExtensionUseCases } from './use-cases.ts';

/** A round's extensions, and the way to an application by its number. */
export const roundExtensionPages = (useCases: Pick<ExtensionUseCases, 'listExtensions'>) =>
  new Hono<Site>().get('/staff/rounds/:id/extensions', async (c) => {
    const view = viewOf(c);
    const number = c.req.query('number')?.trim().slice(0, 40) ?? '';
    const seen = await useCases.listExtensions(view.actor, { roundId: c.req.param('id'), number }, view.call);
    return seen.ok
      ? render(c, <ExtensionsPage view={view} seen={seen.value} number={number} />)
      : c.notFound();
  });
