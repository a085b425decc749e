import { type Failure, failures } from '../../shared/failures.ts';
import type { ApiMiddleware, ApiResponse, Log } from './event.ts';

const respond = (statusCode: number, body: object): ApiResponse => ({
  statusCode,
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  body: JSON.stringify({ ...body, status: statusCode }),
});

/** RFC 6901: `lines.0.unitCost` as `/lines/0/unitCost`; the whole body is the empty pointer. */
const pointer = (path: string) => (path === '' ? '' : `/${path.split('.').map(escapePart).join('/')}`);
const escapePart = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** A failure as RFC 9457 problem details; its data become extension members, wrong fields become pointers. */
export const problem = (failure: Failure, requestId: string): ApiResponse => {
  const { kind, ...data } = failure;
  const { status, title } = failures[kind];
  const extensions =
    failure.kind === 'invalid-input'
      ? { errors: failure.fields.map(({ path, ...what }) => ({ pointer: pointer(path), ...what })) }
      : data;
  return respond(status, {
    ...extensions,
    type: `/problems/${kind}`,
    title,
    instance: `urn:request:${requestId}`,
  });
};

/** What is refused before any use case is asked, by the status it is thrown with; and what should not happen at all. */
export const thrownKinds: Readonly<Record<number, string>> = {
  400: 'unreadable-body',
  403: 'not-by-the-public-address',
  404: 'no-such-address',
  413: 'body-too-large',
  415: 'body-not-json',
  500: 'fault',
};

/** Turns what was thrown into a response: the framework's own 4xx by its number, all else into a bare 500. */
export const problems = (log: Log): ApiMiddleware => ({
  onError: (request) => {
    const { error, event } = request;
    const { requestId } = event.requestContext;
    const status = error && 'statusCode' in error ? Number(error.statusCode) : 500;
    // The detail stays in the log: a message may name a table, a key or another person.
    if (status >= 500)
      log({
        level: 'error',
        requestId,
        error: String(error),
        stack: error?.stack,
        cause: String(error?.cause),
      });
    const title = status >= 500 || !error ? 'Something went wrong on our side' : error.message;
    const type = `/problems/${thrownKinds[status] ?? 'fault'}`;
    request.response = respond(status, { type, title, instance: `urn:request:${requestId}` });
  },
});
