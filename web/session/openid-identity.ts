import * as oidc from 'openid-client';
import type { Identity } from './identity.ts';

type Settings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly log: (entry: Record<string, unknown>) => void;
};

/** Any OpenID provider; its description is fetched once per cold start. A public client: PKCE stands in for a secret. */
export const openidIdentity = ({ issuer, clientId, log }: Settings): Identity => {
  let discovered: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    const server = new URL(issuer);
    discovered ??= oidc
      .discovery(server, clientId, undefined, oidc.None(), {
        // The issuer is the deployment's word, and a deployment passes none but a user pool's https address.
        execute: server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        discovered = undefined;
        throw error;
      });
    return discovered;
  };

  return {
    async begin(redirectUri, language) {
      const underWay = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        response_type: 'code',
        ui_locales: language,
        state: underWay.state,
        nonce: underWay.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(underWay.verifier),
        code_challenge_method: 'S256',
      });
      return { address, underWay };
    },

    async finish(callback, { state, nonce, verifier }) {
      const provider = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(provider, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims || typeof claims.email !== 'string') return undefined;
        return { subject: claims.sub, email: claims.email, emailVerified: claims.email_verified === true };
      } catch (error) {
        // The person sees that it failed; why is for the log, without the address that holds the code.
        log({ level: 'warn', message: 'A sign-in was refused', error: String(error) });
        return undefined;
      }
    },
  };
};
