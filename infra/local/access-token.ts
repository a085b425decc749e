import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { LocalPerson } from './engines/identity/people.ts';
import type { SigningKey } from './engines/identity/signing-key.ts';

type Given = {
  readonly person: LocalPerson;
  readonly key: SigningKey;
  readonly issuer: string;
  readonly clientId: string;
};

/** A token for the local API, good for an hour: what the local provider hands out after a sign-in. */
export const accessToken = async ({ person, key, issuer, clientId }: Given): Promise<string> =>
  new SignJWT({
    client_id: clientId,
    token_use: 'access',
    scope: 'openid email',
    username: person.sub,
    email: person.email,
    email_verified: true,
  })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(clientId)
    .setSubject(person.sub)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(await importJWK(key, key.alg));
