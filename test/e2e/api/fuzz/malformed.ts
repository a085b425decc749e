import { randomUUID } from 'node:crypto';
import type { Endpoint } from '../../../../shared/kernel/endpoint.ts';
import type { Sent } from '../../../support/api-client.ts';

type Request = Sent & { readonly why: string };
const megabyte = 1024 * 1024;
const json = { 'content-type': 'application/json' };

const with_ = (
  sent: Sent,
  why: string,
  over: { body?: BodyInit; headers?: Record<string, string> },
): Request => {
  const headers = { ...(sent.init.headers as Record<string, string>), ...over.headers }; // Only requestFor makes them.
  return { ...sent, why, init: { ...sent.init, ...over, headers } };
};

/** The same request with a body that is no body of ours. */
export const badBodies = (sent: Sent): readonly Request[] => {
  if (sent.method === 'GET') return [];
  const body = typeof sent.init.body === 'string' ? sent.init.body : '{}';
  const texts: Readonly<Record<string, string>> = {
    'cut short': '{"text": "',
    'two documents': '{}{}',
    'an array': '[]',
    'a text': '"text"',
    'a number': '1',
    'not a number': 'NaN',
    'nested a hundred thousand deep': '['.repeat(100_000),
    'a prototype': '{"__proto__": {"staff": true}, "constructor": {"prototype": {}}}',
    'one megabyte': JSON.stringify({ text: 'x'.repeat(megabyte) }),
    'one megabyte in the right shape': body.replace(/"(?=[^"]*"\s*[,}])/, `"${'x'.repeat(megabyte)}`),
    'an unknown field': JSON.stringify({ ...JSON.parse(body), surprise: 1 }),
  };
  const bytes = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from('"}')]);
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'json',
    'text/json',
  ];
  return [
    ...Object.entries(texts).map(([why, text]) => with_(sent, why, { body: text, headers: json })),
    with_(sent, 'no UTF-8', { body: bytes, headers: json }),
    with_(sent, 'no UTF-8 as latin1', {
      body: bytes,
      headers: { 'content-type': 'application/json; charset=latin1' },
    }),
    ...types.map((type) => with_(sent, `typed ${type}`, { body, headers: { 'content-type': type } })),
  ];
};

const absurdVersions = ['', '*', '"a"', '-1', '1.5', '99999999999', '"1", "2"', 'W/"1"', '\u00ff'];
const absurdKeys = ['', ' ', 'k'.repeat(201), 'a b', '\u00e9'];
const absurdHeaders: readonly (readonly [string, string])[] = [
  ['accept', 'nothing/at-all'],
  ['accept', '*/*;q=banana'],
  ['content-encoding', 'gzip'],
  ['x-forwarded-for', '::1, '.repeat(500)],
  ['x-shimai-origin', 'guessed'],
  ['cookie', 'session=stolen.token; a=b'],
  ['accept-language', 'xx-'.repeat(300)],
  ['range', 'bytes=0-1'],
];

/** The same request with a version or a key that is none, where the contract asks for one. */
export const badVersionsAndKeys = (
  sent: Sent,
  { versioned, keyed }: Pick<Endpoint, 'versioned' | 'keyed'>,
): readonly Request[] => [
  ...(versioned ? absurdVersions : []).map((value) =>
    with_(sent, `if-match: ${value}`, { headers: { 'if-match': value } }),
  ),
  ...(keyed ? absurdKeys : []).map((value) =>
    with_(sent, `idempotency-key: ${value.slice(0, 20)}`, { headers: { 'idempotency-key': value } }),
  ),
];

/** The same request under headers nobody sends. */
export const badHeaders = (sent: Sent): readonly Request[] =>
  absurdHeaders.map(([name, value]) =>
    with_(sent, `${name}: ${value.slice(0, 30)}`, { headers: { [name]: value } }),
  );

const strangeIds = [
  '%00',
  '..%2F..',
  '%F0%9F%99%82',
  '%20',
  'a'.repeat(65),
  '__proto__',
  "'--",
  '%FF',
  'null',
  '%25',
];

/** The contract's address with ids that name nothing, or that are none. */
export const badAddresses = (sent: Sent, path: string): readonly Request[] => {
  if (!path.includes('{')) return [];
  const named = (id: string) => ({
    ...sent,
    why: `id ${id.slice(0, 12)}`,
    path: path.replace(/\{\w+\}/g, id),
  });
  return [randomUUID(), ...strangeIds].map(named);
};

const queries = [
  'cursor=forged',
  'cursor=',
  `cursor=${'A'.repeat(2500)}`,
  'cursor=a&cursor=b',
  'surprise=1',
  '%00=%00',
  'status=__proto__',
  '%',
  'cursor[]=1',
  `x=${'y'.repeat(6000)}`,
];

/** The same request with a query that the contract does not know. */
export const badQueries = (sent: Sent): readonly Request[] =>
  queries.map((query) => ({
    ...sent,
    why: `?${query.slice(0, 20)}`,
    path: `${sent.path.split('?')[0]}?${query}`,
  }));
