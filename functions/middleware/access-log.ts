import type { ApiMiddleware, Log } from './event.ts';

/** One line per request. Never headers, addresses or bodies: they hold tokens and people's words. */
export const accessLog = (log: Log): ApiMiddleware => {
  const write: ApiMiddleware['after'] = ({ event, response }) => {
    log({
      level: 'info',
      requestId: event.requestContext.requestId,
      route: event.routeKey,
      actor: event.actor?.kind,
      status: response?.statusCode,
    });
    // Nothing is returned: middy would send a hook's return value as the response.
  };
  return { after: write, onError: write };
};
