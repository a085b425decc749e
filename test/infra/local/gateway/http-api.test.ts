import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { answerOf } from '../../../../infra/local/gateway/answer.ts';
import { httpApi } from '../../../../infra/local/gateway/http-api.ts';
import { FunctionError } from '../../../../infra/local/lambda/function-error.ts';

const call = {
  method: 'GET',
  url: '/',
  rawHeaders: [],
  body: Buffer.alloc(0),
  sourceIp: '',
  receivedAt: new Date(0),
};
const apiOf = (invoke: () => Promise<unknown>, limitSeconds = 1) =>
  httpApi(
    'host',
    [{ key: 'GET /', target: { handler: { name: 'f', invoke, end: async () => undefined } } }],
    limitSeconds,
  );

test('a call over the gateway’s limit is 503, whatever the function still does', async () => {
  expect(await apiOf(() => sleep(500), 0.05)(call, {})).toMatchObject({ status: 503 });
});

test('a function that failed is a bare 500', async () => {
  const answer = await apiOf(() => Promise.reject(new FunctionError('timed-out', 'with detail')))(call, {});
  expect([answer.status, answer.body.toString()]).toEqual([500, '{"message":"Internal Server Error"}']);
});

test('an unknown route is 404', async () => {
  expect(await apiOf(async () => '')({ ...call, url: '/other' }, {})).toMatchObject({ status: 404 });
});

test('an answer without a status is its JSON, one that is no answer a 500', () => {
  expect(answerOf({ a: 1 })).toMatchObject({ status: 200, body: Buffer.from('{"a":1}') });
  expect(answerOf({ statusCode: 'many' })).toMatchObject({ status: 500 });
});

test('base64 is decoded and cookies become one header each', () => {
  const answer = answerOf({
    statusCode: 201,
    body: Buffer.from([0, 255]).toString('base64'),
    isBase64Encoded: true,
    cookies: ['a=1', 'b=2'],
  });
  expect(answer).toMatchObject({
    status: 201,
    body: Buffer.from([0, 255]),
    headers: { 'set-cookie': ['a=1', 'b=2'] },
  });
});
