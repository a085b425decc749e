import type { DatabaseSync } from 'node:sqlite';
import { type Configuration, errors, Provider } from 'oidc-provider';
import { identityAdapter } from './identity-store.ts';
import type { LocalPeople } from './people.ts';
import type { SigningKey } from './signing-key.ts';

/** A user pool's client: who may ask for sign-ins, and where they may return. */
export type IdentityClient = {
  readonly id: string;
  readonly callbacks: readonly string[];
  readonly signedOut: readonly string[];
};

type Given = {
  readonly issuer: string;
  readonly clients: readonly IdentityClient[];
  readonly people: LocalPeople;
  readonly key: SigningKey;
  readonly cookieKey: string;
  readonly store: DatabaseSync;
};

// Cognito's access token is meant for nobody by name; oidc-provider makes JWTs only for a named resource.
const resource = 'urn:shimai:api';
const hour = 3600;

/** An OIDC provider that answers as the user pool does: code flow with PKCE, RS256, access tokens as JWT. */
export const identityProvider = ({ issuer, clients, people, key, cookieKey, store }: Given): Provider => {
  const configuration: Configuration = {
    adapter: identityAdapter(store),
    clients: clients.map(({ id, callbacks, signedOut }) => ({
      client_id: id,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [...callbacks],
      post_logout_redirect_uris: [...signedOut],
    })),
    jwks: { keys: [key] },
    cookies: { keys: [cookieKey] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    // Cognito puts the address into the ID token itself.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      Grant: 24 * hour,
      IdToken: hour,
      Interaction: hour,
      RefreshToken: 24 * hour,
      Session: 24 * hour,
    },
    findAccount: (_context, sub) => {
      const person = people.bySub(sub);
      return person && { accountId: sub, claims: () => ({ sub, email: person.email, email_verified: true }) };
    },
    extraTokenClaims: (_context, token) => {
      const person = 'accountId' in token && token.accountId ? people.bySub(token.accountId) : undefined;
      return (
        person && { email: person.email, email_verified: true, token_use: 'access', username: person.sub }
      );
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    // Whoever signs in has agreed: the site is the pool's own.
    loadExistingGrant: async ({ oidc }) => {
      const { client, account, params, provider } = oidc;
      if (!client || !account) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
      const scope = String(params?.scope ?? 'openid');
      grant.addOIDCScope(scope);
      grant.addResourceScope(resource, scope);
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, asked, client) => {
          if (asked !== resource) throw new errors.InvalidTarget();
          return {
            scope: 'openid email',
            audience: client.clientId,
            accessTokenFormat: 'jwt',
            accessTokenTTL: hour,
          };
        },
      },
    },
    renderError: (context, out) => {
      context.type = 'text/plain';
      context.body = `${out.error}: ${out.error_description ?? ''}`;
    },
  };
  return new Provider(issuer, configuration);
};
