import type { Context } from 'aws-lambda';
import type { chain } from '../../functions/middleware/chain.ts';
import type { ApiEvent } from '../../functions/middleware/event.ts';

type Ask = {
  body?: unknown;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** The subject the gateway vouches for. */
  as?: string;
  /** When the gateway received it. */
  at?: Date;
  /** What the gateway calls it by. */
  requestId?: string;
};

export const originSecret = 'front-door';
export const midday = new Date('2027-01-04T12:00:00.000Z');

/** A call as the HTTP API hands it over, payload format 2.0. */
const eventOf = (
  method: string,
  path: string,
  { body, query, headers, as, at = midday, requestId = 'request-1' }: Ask,
): ApiEvent => ({
  version: '2.0',
  routeKey: `${method} ${path}`,
  rawPath: path,
  rawQueryString: new URLSearchParams(query).toString(),
  headers: {
    'x-shimai-origin': originSecret,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  },
  ...(query && { queryStringParameters: query }),
  ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  isBase64Encoded: false,
  requestContext: {
    accountId: '',
    apiId: '',
    domainName: '',
    domainPrefix: '',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    requestId,
    routeKey: '',
    stage: '$default',
    time: '',
    timeEpoch: at.getTime(),
    ...(as && { authorizer: { jwt: { claims: { sub: as } } } }),
  },
});

// The chain reads nothing of Lambda's context but the time that is left: here more than any handler takes.
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

/** Calls an area's handler: `await call('GET', '/api/v1/rounds', { as: 'staff-1' })`. */
export const apiCall =
  (handler: ReturnType<typeof chain>) =>
  async (method: string, path: string, ask: Ask = {}) => {
    const { statusCode, headers, body } = await handler(eventOf(method, path, ask), context);
    return { status: statusCode, headers: headers ?? {}, json: JSON.parse(body ?? '{}') };
  };
