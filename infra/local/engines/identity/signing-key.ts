import { existsSync, readFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { writeAtomically } from '../../write-atomically.ts';

export type SigningKey = JWK & { readonly kid: string; readonly alg: 'RS256' };

/** The data folder's own signing key, made the first time; no other folder's tokens are good here. */
export const signingKey = async (file: string): Promise<SigningKey> => {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key: SigningKey = {
    ...(await exportJWK(privateKey)),
    kid: crypto.randomUUID(),
    alg: 'RS256',
    use: 'sig',
  };
  writeAtomically(file, JSON.stringify(key));
  return key;
};

export const publicKey = ({ kty = 'RSA', n = '', e = '', kid, alg }: SigningKey): JWK => ({
  kty,
  n,
  e,
  kid,
  alg,
  use: 'sig',
});
