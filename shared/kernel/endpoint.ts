import type * as z from 'zod';
import type { Access, Actor } from './actor.ts';
import type { Result } from './result.ts';

/** What an adapter knows of the call itself, beside what the caller says. */
export type Call = {
  /** When the gateway received it (`requestContext.timeEpoch`), never the function's clock: deadlines count by it. */
  readonly receivedAt: Date;
  /** The caller's key for this act; a retry carries the same one. Made by the page's form, or by the client. */
  readonly idempotencyKey: string;
};

/**
 * `(ports) => (actor, input, call) => Result`. The input is what the contract's params, query and body hold together,
 * plus `version` where the contract is `versioned`.
 */
export type UseCase<Input, Output, Failure> = (
  actor: Actor,
  input: Input,
  call: Call,
) => Promise<Result<Output, Failure>>;

/** One endpoint as data. Gateway, router, validation, API document and access tests all read it. */
export type Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodObject = z.ZodObject,
  Output extends z.ZodObject = z.ZodObject,
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Gateway syntax: `/api/v1/rounds/{roundId}`. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly params: Params;
  readonly query: Query;
  /** `z.strictObject`: an unknown field is refused by name. */
  readonly body: Body;
  readonly output: Output;
  readonly success: 200 | 201;
  /** The edit needs `If-Match` with the version read: 428 without, 412 when it no longer stands. */
  readonly versioned?: true;
  /** The write creates or decides and needs an `Idempotency-Key` header: 400 without. */
  readonly keyed?: true;
};

export type Contract = Readonly<Record<string, Endpoint>>;
