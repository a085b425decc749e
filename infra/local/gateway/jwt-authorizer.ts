import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';

export type JwtAuthorizer = (
  authorization: string | undefined,
) => Promise<Readonly<Record<string, string>> | undefined>;

/**
 * An HTTP API's JWT authorizer: signature by the issuer's keys, issuer, times, and the audience in `aud` or, where the
 * token has none, in `client_id`, as Cognito's access tokens have it. The claims as texts, or undefined: 401.
 */
export const jwtAuthorizer = (
  { issuer, audience }: { issuer: string; audience: readonly string[] },
  keys: JSONWebKeySet,
): JwtAuthorizer => {
  const keySet = createLocalJWKSet(keys);
  return async (authorization) => {
    const token = /^(?:Bearer\s+)?([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization?.trim() ?? '')?.[1];
    if (!token) return undefined;
    try {
      const { payload } = await jwtVerify(token, keySet, {
        issuer,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
      });
      return isMeantFor(payload, audience) ? textsOf(payload) : undefined;
    } catch {
      return undefined;
    }
  };
};

const isMeantFor = ({ aud, client_id }: JWTPayload, audience: readonly string[]) =>
  [aud ?? client_id].flat().some((one) => typeof one === 'string' && audience.includes(one));

const textsOf = (payload: JWTPayload) =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? `[${value.join(' ')}]`
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value),
    ]),
  );
