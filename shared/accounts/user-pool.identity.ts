import { createHash, createHmac } from 'node:crypto';
import type { Clock } from '../kernel/clock.ts';

/** The keys a function runs under, as Lambda hands them to it. */
export type Keys = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
};

type Signing = {
  readonly host: string;
  /** Beside `host` and `x-amz-date`, which every signature covers. Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly region: string;
  readonly service: string;
  readonly keys: Keys;
  readonly at: Date;
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/**
 * The headers of a POST to the root of an AWS service, signed by Signature Version 4
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export const signPost = ({ host, headers, body, region, service, keys, at }: Signing) => {
  const time = at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const all: Record<string, string> = {
    ...headers,
    host,
    'x-amz-date': time,
    ...(keys.sessionToken && { 'x-amz-security-token': keys.sessionToken }),
  };
  const names = Object.keys(all).toSorted();
  const canonical = [
    'POST',
    '/',
    '',
    ...names.map((name) => `${name}:${all[name]}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n');
  const scope = `${time.slice(0, 8)}/${region}/${service}/aws4_request`;
  const key = [time.slice(0, 8), region, service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${keys.secretAccessKey}`,
  );
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')).toString(
    'hex',
  );
  const { host: _, ...sent } = all;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
};

type Pool = {
  /** `https://host` of the identity provider. */
  readonly endpoint: string;
  readonly poolId: string;
  readonly region: string;
  readonly keys: Keys;
  readonly clock: Clock;
};

const target = 'AWSCognitoIdentityProviderService.AdminDeleteUser';
const patienceMilliseconds = 10_000;

/**
 * Deletes a subject of the user pool, with its sign-ins; one that has gone is gone. One call needs no client of its own.
 * Throws where the provider refuses or does not answer.
 */
export const userPool =
  ({ endpoint, poolId, region, keys, clock }: Pool) =>
  async (subject: string): Promise<void> => {
    const body = JSON.stringify({ UserPoolId: poolId, Username: subject });
    const headers = signPost({
      host: new URL(endpoint).host,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
      ...{ body, region, service: 'cognito-idp', keys, at: clock() },
    });
    const answer = await fetch(new URL('/', endpoint), {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    if (answer.ok) return;
    // `UserNotFoundException`, with or without its namespace. What the provider says further may name the person.
    const said = /UserNotFoundException/.test(await answer.text());
    if (!said) throw new Error(`The identity provider answered ${answer.status} to a deletion`);
  };
