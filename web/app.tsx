import { Hono, type MiddlewareHandler } from 'hono';
import { getPath } from 'hono/utils/url';
import { splitAddress } from './messages/language.ts';
import { FailedPage, NotFoundPage } from './pages/errors/error-pages.tsx';
import { render } from './respond.tsx';
import { frontDoor } from './session/front-door.ts';
import { noReferrer } from './session/link-privacy.ts';
import { nameable } from './session/nameable.ts';
import { securityHeaders } from './session/security-headers.ts';
import { signedInOnly, staffOnly } from './session/signed-in.tsx';
import { linkPages, signedInPaths, staffPaths } from './session/site-paths.ts';
import type { SitePorts } from './session/site-ports.ts';
import { viewOfRequest } from './session/view.middleware.tsx';
import { type Site, viewOf } from './view.ts';

/** Mounts pages on the site. `signedIn` is for single routes outside `signedInPaths`. */
export type Areas = (app: Hono<Site>, ports: SitePorts, signedIn: MiddlewareHandler<Site>) => void;

/**
 * The site with these areas. Their use cases are handed in; nothing here knows a store. `/en/…` and `/ja/…` are the same pages as
 * those without a language: routers see the address without it.
 */
export const createApp = (ports: SitePorts, ...areas: readonly Areas[]) => {
  const app = new Hono<Site>({ getPath: (request) => splitAddress(getPath(request)).path });
  for (const page of linkPages) app.use(`${page}/*`, noReferrer);
  app.use(frontDoor(ports)).use(securityHeaders(ports)).use(viewOfRequest(ports)).use(nameable);

  const signedIn = signedInOnly(ports);
  for (const path of signedInPaths) app.use(`${path}/*`, signedIn);
  for (const path of staffPaths) app.use(`${path}/*`, staffOnly);

  for (const mount of areas) mount(app, ports, signedIn);

  app.notFound((c) => render(c, <NotFoundPage view={viewOf(c)} />, 404));
  app.onError((error, c) => {
    const { requestId } = viewOf(c);
    ports.log({
      level: 'error',
      requestId,
      error: String(error),
      stack: error.stack,
      cause: String(error.cause),
    });
    return render(c, <FailedPage view={viewOf(c)} />, 500);
  });
  return app;
};
