import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { signPost, userPool } from '../../../shared/accounts/user-pool.identity.ts';

const keys = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

test('signs as AWS’s own example of a bare POST is signed', () => {
  // `post-vanilla` of the Signature Version 4 test suite.
  const { authorization } = signPost({
    host: 'example.amazonaws.com',
    headers: {},
    body: '',
    region: 'us-east-1',
    service: 'service',
    keys,
    at: new Date('2015-08-30T12:36:00.000Z'),
  });
  expect(authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  );
});

const serving = async (status: number, text: string) => {
  const asked: { headers: unknown; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      asked.push({ headers: request.headers, body });
      response.writeHead(status).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // A TCP server has one.
  const pool = { poolId: 'us-east-1_Pool', region: 'us-east-1', keys: { ...keys, sessionToken: 'session' } };
  const forget = userPool({ endpoint: `http://127.0.0.1:${port}`, ...pool, clock: () => new Date(0) });
  return { asked, forget, close: () => server.close() };
};

test('asks the pool for one deletion by the subject', async () => {
  const { asked, forget, close } = await serving(200, '{}');
  await forget('subject-1');
  expect(asked).toMatchObject([
    {
      headers: {
        'x-amz-target': 'AWSCognitoIdentityProviderService.AdminDeleteUser',
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-security-token': 'session',
      },
      body: '{"UserPoolId":"us-east-1_Pool","Username":"subject-1"}',
    },
  ]);
  close();
});

test('who has gone already is no fault; any other refusal is, without a word of whom it was about', async () => {
  const gone = await serving(400, '{"__type":"UserNotFoundException","message":"User does not exist."}');
  expect(await gone.forget('subject-1')).toBeUndefined();
  gone.close();
  const refused = await serving(400, '{"__type":"AccessDeniedException","message":"subject-1"}');
  const error = await refused.forget('subject-1').catch(String);
  expect(error).toContain('answered 400');
  expect(error).not.toContain('subject-1');
  refused.close();
});
