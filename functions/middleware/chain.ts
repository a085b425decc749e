import middy from '@middy/core';
import headers from '@middy/http-header-normalizer';
import httpRouter, { type Route } from '@middy/http-router';
import { accessLog } from './access-log.ts';
import { actor, type PersonOf } from './actor.ts';
import type { ApiEvent, ApiResponse, Log } from './event.ts';
import { jsonBody } from './json-body.ts';
import { originSecret } from './origin-secret.ts';
import { problems } from './problem.ts';

type Ports = { personOf: PersonOf; originSecret: string; log: Log };

/**
 * The one chain of every API Lambda. `before` runs downwards, `after` and `onError` upwards, so:
 * the log stands outermost and sees the status that leaves, problems stand outside all that may throw,
 * and a body that cannot be read is refused before roles are fetched for it.
 */
export const chain = (routes: Route<ApiEvent, ApiResponse>[], ports: Ports) =>
  middy<ApiEvent, ApiResponse>()
    .use(accessLog(ports.log))
    .use(problems(ports.log))
    .use(headers())
    .use(originSecret(ports.originSecret))
    .use(jsonBody)
    .use(actor(ports.personOf))
    .handler(httpRouter(routes));
