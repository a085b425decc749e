import type * as z from 'zod';
import type { Failure } from '../../shared/failures.ts';
import { admits, publicActor } from '../../shared/kernel/actor.ts';
import type { Call, Endpoint, UseCase } from '../../shared/kernel/endpoint.ts';
import type { FieldProblem, InvalidInput } from '../../shared/kernel/failure.ts';
import type { ApiEvent, ApiResponse } from './event.ts';
import { problem } from './problem.ts';

/** A route from a contract and the use case behind it: admit, parse, run, map. No rule lives here. */
export const bind = <
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodObject,
  O extends z.ZodObject,
>(
  endpoint: Endpoint<P, Q, B, O>,
  run: UseCase<z.output<P> & z.output<Q> & z.output<B> & { version: number }, z.input<O>, Failure>,
) => ({
  method: endpoint.method,
  path: endpoint.path,
  handler: async (event: ApiEvent): Promise<ApiResponse> => {
    const { requestId } = event.requestContext;
    const refuse = (failure: Failure) => problem(failure, requestId);
    const actor = event.actor ?? publicActor;
    if (endpoint.access !== 'public' && actor.kind !== 'person') return refuse({ kind: 'not-signed-in' });
    if (!admits(endpoint.access, actor)) return refuse({ kind: 'not-found' });

    const version = Number(/^"?(\d{1,9})"?$/.exec(event.headers['if-match'] ?? '')?.[1]);
    if (endpoint.versioned && Number.isNaN(version)) return refuse({ kind: 'version-missing' });
    const key = event.headers['idempotency-key'] ?? '';
    if (endpoint.keyed && !/^[\x21-\x7e]{1,200}$/.test(key)) return refuse({ kind: 'key-missing' });

    const params = endpoint.params.safeParse(event.pathParameters ?? {});
    // An address that cannot name anything names nothing.
    if (!params.success) return refuse({ kind: 'not-found' });
    const query = endpoint.query.safeParse(event.queryStringParameters ?? {});
    const body = endpoint.body.safeParse(event.json ?? {});
    if (!query.success || !body.success) return refuse(invalid([query.error, body.error]));

    const call: Call = {
      receivedAt: new Date(event.requestContext.timeEpoch),
      idempotencyKey: key || requestId,
    };
    const done = await run(actor, { ...params.data, ...query.data, ...body.data, version }, call);
    if (!done.ok) return refuse(done.failure);
    return {
      statusCode: endpoint.success,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      // Parsing the way out drops whatever the contract does not name.
      body: JSON.stringify(endpoint.output.parse(done.value)),
    };
  },
});

const invalid = (errors: readonly (z.ZodError | undefined)[]): InvalidInput => ({
  kind: 'invalid-input',
  fields: errors.flatMap((error) => error?.issues.flatMap(problemsOf) ?? []),
});

// Zod reports unknown keys at their parent; each is named by itself here.
const problemsOf = (issue: z.core.$ZodIssue): FieldProblem[] => {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), code: 'unknown-field' }));
  if (issue.code !== 'custom') return [{ path, code: issue.code }];
  const detail: unknown = issue.params?.detail;
  return [{ path, code: issue.message || 'invalid', ...(typeof detail === 'string' && { detail }) }];
};
