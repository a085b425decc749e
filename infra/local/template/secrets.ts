import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeAtomically } from '../write-atomically.ts';

/** Values of secrets by their id, made up the first time one is asked for and kept in the file. */
export const secretsIn = (file: string) => {
  const secrets: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return (id: string): string => {
    const known = secrets[id];
    if (known) return known;
    const made = randomBytes(32).toString('hex');
    secrets[id] = made;
    writeAtomically(file, JSON.stringify(secrets));
    return made;
  };
};

// {{resolve:secretsmanager:<id or arn>:SecretString:<json key>:<stage>:<version>}}
const reference = /\{\{resolve:([a-z-]+):([^}]+)\}\}/g;

/** Replaces dynamic references in a resolved text. Another service than Secrets Manager is refused by `unknown`. */
export const fillSecrets = (
  text: string,
  secret: (id: string) => string,
  unknown: (service: string) => never,
) =>
  text.replace(reference, (_all, service: string, rest: string) => {
    if (service !== 'secretsmanager') return unknown(service);
    const [id = '', part = ''] = rest.split(/:SecretString:?/);
    const key = part.split(':')[0];
    return secret(key ? `${id}#${key}` : id);
  });
