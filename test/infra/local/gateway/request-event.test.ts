import { expect, test } from 'vitest';
import { type GatewayRequest, requestEvent } from '../../../../infra/local/gateway/request-event.ts';

const aRequest = (given: Partial<GatewayRequest> = {}) => {
  const request: GatewayRequest = {
    method: 'POST',
    url: '/a',
    rawHeaders: [],
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    receivedAt: new Date('2026-03-12T19:03:58.390Z'),
    ...given,
  };
  return requestEvent(request, {
    routeKey: 'POST /a/{id}',
    pathParameters: { id: '1' },
    host: 'api.execute-api.us-east-1.amazonaws.com',
    added: { 'x-secret': 'real' },
  });
};

test('names are in lower case, repeated headers joined by a comma, cookies apart', () => {
  const event = aRequest({
    rawHeaders: ['Accept', 'a', 'ACCEPT', 'b', 'Cookie', 'x=1; y=2', 'cookie', 'z=3'],
  });
  expect(event.headers.accept).toBe('a,b');
  expect(event.headers).not.toHaveProperty('cookie');
  expect(event.cookies).toEqual(['x=1', 'y=2', 'z=3']);
});

test('the host is the gateway’s, and an added header beats the visitor’s', () => {
  const { headers } = aRequest({ rawHeaders: ['Host', 'localhost:3000', 'X-Secret', 'forged'] });
  expect(headers).toMatchObject({
    host: 'api.execute-api.us-east-1.amazonaws.com',
    'x-secret': 'real',
    'x-forwarded-proto': 'https',
  });
});

test('repeated query keys are joined by a comma, the raw query stays as it came', () => {
  const event = aRequest({ url: '/a%20b?k=1&k=2&w=%E6%9D%B1' });
  expect(event).toMatchObject({
    rawPath: '/a b',
    rawQueryString: 'k=1&k=2&w=%E6%9D%B1',
    queryStringParameters: { k: '1,2', w: '東' },
  });
});

test.each([
  ['application/json', '{"a":"東"}', false],
  ['application/problem+json; charset=utf-8', '{}', false],
  ['text/plain', 'words', false],
  ['application/x-www-form-urlencoded', 'a=1', true],
  ['multipart/form-data; boundary=x', '--x', true],
  ['', 'a', true],
])('a body of type "%s" is text or base64 as an HTTP API has it', (type, text, isBase64Encoded) => {
  const event = aRequest({ rawHeaders: ['Content-Type', type], body: Buffer.from(text) });
  expect(event.isBase64Encoded).toBe(isBase64Encoded);
  expect(Buffer.from(event.body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString()).toBe(text);
});

test('JSON that is no UTF-8 reaches the function byte for byte', () => {
  const event = aRequest({
    rawHeaders: ['Content-Type', 'application/json'],
    body: Buffer.from([0x22, 0xff, 0x22]),
  });
  expect(event).toMatchObject({ isBase64Encoded: true, body: 'Iv8i' });
});

test('no body, query or cookie means no such member', () => {
  const event = aRequest();
  for (const member of ['body', 'queryStringParameters', 'cookies']) expect(event).not.toHaveProperty(member);
  expect(event.isBase64Encoded).toBe(false);
});

test('the context holds the instant it was received, and claims only behind an authorizer', () => {
  const { requestContext } = aRequest();
  expect(requestContext).toMatchObject({
    timeEpoch: 1773342238390,
    time: '12/Mar/2026:19:03:58 +0000',
    http: { method: 'POST', path: '/a' },
  });
  expect(requestContext).not.toHaveProperty('authorizer');
});
