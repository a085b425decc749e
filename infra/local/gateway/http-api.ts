import { setTimeout as delay } from 'node:timers/promises';
import { FunctionError } from '../lambda/function-error.ts';
import type { RunningFunction } from '../lambda/function-runner.ts';
import { type Answer, answerOf, gatewayAnswer } from './answer.ts';
import type { JwtAuthorizer } from './jwt-authorizer.ts';
import { type GatewayRequest, requestEvent } from './request-event.ts';
import { type Route, routeTable } from './routes.ts';

export type ApiTarget = {
  readonly handler: RunningFunction;
  readonly authorizer?: JwtAuthorizer | undefined;
};

/** An HTTP API's own limit on a call, whatever its function's time-out says. */
const callLimitSeconds = 30;

const timedOut = Symbol('timed out');

/** Answers a request as an HTTP API does: its route, its authorizer, its function, and its own words where one fails. */
export const httpApi = (
  host: string,
  routes: readonly Route<ApiTarget>[],
  limitSeconds = callLimitSeconds,
) => {
  const match = routeTable(routes);
  return async (request: GatewayRequest, added: Readonly<Record<string, string>>): Promise<Answer> => {
    const found = match(request.method, request.url.split('?')[0] ?? '/');
    if (!found) return gatewayAnswer(404, 'Not Found');
    const { route, pathParameters } = found;
    const { handler, authorizer } = route.target;
    let claims: Readonly<Record<string, string>> | undefined;
    if (authorizer) {
      const at = request.rawHeaders.findIndex(
        (name, index) => index % 2 === 0 && name.toLowerCase() === 'authorization',
      );
      claims = await authorizer(at < 0 ? undefined : request.rawHeaders[at + 1]);
      if (!claims) return gatewayAnswer(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
    }
    const event = requestEvent(request, { routeKey: route.key, pathParameters, claims, host, added });
    const stop = new AbortController();
    try {
      const result = await Promise.race([
        handler.invoke(event),
        delay(limitSeconds * 1000, timedOut, { signal: stop.signal }),
      ]);
      if (result === timedOut) return gatewayAnswer(503, 'Service Unavailable');
      const answer = answerOf(result);
      return { ...answer, headers: { ...answer.headers, 'apigw-requestid': event.requestContext.requestId } };
    } catch (error) {
      if (error instanceof FunctionError) return gatewayAnswer(500, 'Internal Server Error');
      throw error;
    } finally {
      stop.abort();
    }
  };
};
export type HttpApi = ReturnType<typeof httpApi>;
