import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { APIGatewayEventRequestContextV2, APIGatewayProxyEventV2WithRequestContext } from 'aws-lambda';

export type GatewayRequest = {
  readonly method: string;
  /** As it came: path and query, still encoded. */
  readonly url: string;
  /** Names and values in turn, as Node's `rawHeaders`. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly receivedAt: Date;
};

type Routed = {
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, string>> | undefined;
  readonly host: string;
  readonly added: Readonly<Record<string, string>>;
};

type Context = APIGatewayEventRequestContextV2 & {
  authorizer?: { jwt: { claims: Readonly<Record<string, string>>; scopes: readonly string[] | null } };
};
export type GatewayEvent = APIGatewayProxyEventV2WithRequestContext<Context>;

// What an HTTP API hands over as text; any other body comes in base64, forms too.
const isText = /^(text\/|application\/(json|javascript|xml)\b|application\/[\w.-]+\+(json|xml)\b)/i;

/** Repeated headers joined by a comma, names in lower case, cookies apart. Viewer headers of the same name as `added` lose. */
const headersOf = (raw: readonly string[], added: Routed['added']) => {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    const value = raw[at + 1] ?? '';
    if (name === 'cookie') cookies.push(...value.split(/;\s*/).filter(Boolean));
    else if (!(name in added)) headers[name] = name in headers ? `${headers[name]},${value}` : value;
  }
  return { headers: { ...headers, ...added }, cookies };
};

const queryOf = (query: string) => {
  const values: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    values[name] = name in values ? `${values[name]},${value}` : value;
  return values;
};

const decodePath = (path: string) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

// 12/Mar/2020:19:03:58 +0000
const clfTime = (at: Date) => {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(at.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
};

/** The request as an HTTP API hands it to a function behind CloudFront, payload format 2.0. */
export const requestEvent = (request: GatewayRequest, routed: Routed): GatewayEvent => {
  const { method, url, body, sourceIp, receivedAt } = request;
  const mark = url.indexOf('?');
  const rawPath = decodePath(mark < 0 ? url : url.slice(0, mark));
  const rawQueryString = mark < 0 ? '' : url.slice(mark + 1);
  const { headers, cookies } = headersOf(request.rawHeaders, {
    ...routed.added,
    host: routed.host,
    'x-forwarded-for': sourceIp,
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  });
  const query = queryOf(rawQueryString);
  const isBase64Encoded = body.length > 0 && !(isText.test(headers['content-type'] ?? '') && isUtf8(body));
  return {
    version: '2.0',
    routeKey: routed.routeKey,
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(Object.keys(routed.pathParameters).length > 0 && { pathParameters: { ...routed.pathParameters } }),
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
    requestContext: {
      accountId: '000000000000',
      apiId: routed.host.split('.')[0] ?? '',
      domainName: routed.host,
      domainPrefix: routed.host.split('.')[0] ?? '',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp, userAgent: headers['user-agent'] ?? '' },
      requestId: randomUUID(),
      routeKey: routed.routeKey,
      stage: '$default',
      time: clfTime(receivedAt),
      timeEpoch: receivedAt.getTime(),
      ...(routed.claims && { authorizer: { jwt: { claims: routed.claims, scopes: null } } }),
    },
  };
};
