import { randomUUID } from 'node:crypto';
import { type Area, contracts } from '../../shared/contracts.ts';
import type { Contract, Endpoint } from '../../shared/kernel/endpoint.ts';

/** Every endpoint by the name its contract and the API document give it. */
export type OperationId = { [A in Area]: keyof (typeof contracts)[A] & string }[Area];

const operations: ReadonlyMap<string, Endpoint> = new Map(
  Object.values(contracts).flatMap((contract: Contract) => Object.entries(contract)),
);
// The map's keys are the contracts' own.
export const operationIds = [...operations.keys()] as readonly OperationId[];

export const endpointOf = (operation: OperationId): Endpoint => {
  const found = operations.get(operation);
  if (!found) throw new Error(`No contract has ${operation}`);
  return found;
};

/** What a call says beside who makes it. */
export type Ask = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** For If-Match. */
  readonly version?: number;
};
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every endpoint go through here.
  readonly json: any;
};
export type Sent = { readonly method: string; readonly path: string; readonly init: RequestInit };

const fill = (path: string, params: Readonly<Record<string, string>>) =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));

/** The request an honest client makes: key and version where the contract asks for them. */
export const requestFor = (operation: OperationId, ask: Ask, token?: string): Sent => {
  const { method, path, versioned, keyed } = endpointOf(operation);
  const query = new URLSearchParams(ask.query).toString();
  const body = ask.body === undefined ? {} : { body: JSON.stringify(ask.body) };
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(ask.body !== undefined && { 'content-type': 'application/json' }),
    ...(versioned && ask.version !== undefined && { 'if-match': `"${ask.version}"` }),
    ...(keyed && { 'idempotency-key': randomUUID() }),
  };
  const address = fill(path, ask.params ?? {}) + (query && `?${query}`);
  return { method, path: address, init: { method, headers, ...body } };
};

/** Calls the API by its contracts, or with whatever request a test makes up. */
export const apiClient = (origin: string) => {
  const send = async ({ path, init }: Sent): Promise<Answer> => {
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    const { status, headers } = response;
    return { status, headers, text, json: isJson ? JSON.parse(text) : undefined };
  };
  return {
    send,
    call: (operation: OperationId, ask: Ask = {}, token?: string) => send(requestFor(operation, ask, token)),
  };
};
export type ApiClient = ReturnType<typeof apiClient>;
