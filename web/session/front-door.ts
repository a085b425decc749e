import type { MiddlewareHandler } from 'hono';
import type { Site } from '../view.ts';
import type { SitePorts } from './site-ports.ts';

type Ports = Pick<SitePorts, 'cameByFrontDoor' | 'log'>;

/** One line per request, without addresses that hold tokens; and no way in but by the front door. */
export const frontDoor =
  ({ cameByFrontDoor, log }: Ports): MiddlewareHandler<Site> =>
  async (c, next) => {
    if (!cameByFrontDoor((name) => c.req.header(name))) return c.text('Come by the public address', 403);
    await next();
    const view = c.get('view');
    log({
      level: 'info',
      requestId: view?.requestId,
      method: c.req.method,
      page: c.req.routePath,
      actor: view?.actor.kind,
      status: c.res.status,
    });
    return undefined;
  };
