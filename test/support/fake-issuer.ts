import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

const clientId = 'client-1';

/** An OpenID provider on loopback that hands out one token; `claims` says what it holds, and may lie. */
export const startIssuer = async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' };
  const state: { issuer: string; challenge: string; claims: JWTPayload } = {
    issuer: '',
    challenge: '',
    claims: {},
  };

  const idToken = () =>
    new SignJWT({ iss: state.issuer, aud: clientId, ...state.claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);

  const token = async (body: string) => {
    const verifier = new URLSearchParams(body).get('code_verifier') ?? '';
    const proven = createHash('sha256').update(verifier).digest('base64url') === state.challenge;
    return proven
      ? { access_token: 'access', token_type: 'bearer', id_token: await idToken() }
      : { error: 'invalid_grant' };
  };

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const answers: Record<string, () => Promise<object> | object> = {
      '/.well-known/openid-configuration': () => ({
        issuer: state.issuer,
        authorization_endpoint: `${state.issuer}/authorize`,
        token_endpoint: `${state.issuer}/token`,
        jwks_uri: `${state.issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/jwks': () => ({ keys: [jwk] }),
      '/token': () => token(body),
    };
    const answer = await answers[request.url ?? '']?.();
    const status = answer && !('error' in answer) ? 200 : 400;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  state.issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return { state, clientId, stop: () => server.close() };
};
