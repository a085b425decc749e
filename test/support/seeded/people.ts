import { join } from 'node:path';
import { newId } from '../../../functions/container/clients.ts';
import { accessToken } from '../../../infra/local/access-token.ts';
import { signingKey } from '../../../infra/local/engines/identity/signing-key.ts';
import { readRunning } from '../../../infra/local/running.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { pledge } from '../../../shared/accounts/pledge.ts';
import { roleStore } from '../../../shared/accounts/role.store.ts';
import { signIn } from '../../../shared/accounts/sign-in.ts';
import { type Person, publicActor, type Role } from '../../../shared/kernel/actor.ts';
import type { Language } from '../../../shared/kernel/text.ts';
import type { Table } from '../../../shared/table/table.ts';
import { callAt, done, inDays } from './clock.ts';

export type Someone = {
  readonly personId: string;
  readonly email: string;
  /** A bearer token of the local identity provider, good for an hour. */
  readonly token: string;
};

/** Tokens as the local identity provider of a data folder signs them. */
export const tokensOf = (dataFolder: string) => async (sub: string, email: string) => {
  const { issuer, clientId } = readRunning(dataFolder);
  const key = await signingKey(join(dataFolder, 'identity-key.json'));
  return accessToken({ person: { sub, email }, key, issuer, clientId });
};

/** People as a first sign-in in a language leaves them, and their roles. */
export const peopleOn = (table: Table, dataFolder: string, language: Language = 'en') => {
  const accounts = accountStore(table);
  const roles = roleStore(table);
  const enter = signIn({ accounts, newId });
  const token = tokensOf(dataFolder);

  /** An account for this name, with the roles given. */
  const join = async (name: string, ...held: readonly Role[]): Promise<Someone> => {
    const email = `${name}@people.example`;
    const subject = `subject-of-${name}`;
    const entered = await enter(publicActor, { subject, email, language }, callAt(inDays(-200)));
    const { personId } = done(entered);
    for (const role of held) await grant(personId, role);
    return { personId, email, token: await token(subject, email) };
  };

  const grant = async (personId: string, role: Role): Promise<void> => {
    const at = inDays(-190);
    const signed = role.kind === 'reviewer' && { pledge: { version: pledge.version, at: at.toISOString() } };
    done(await roles.grant({ personId, role, by: personId, at, ...signed }));
  };

  /** The person with the roles they have now, as a use case takes them. */
  const actor = async ({ personId }: Pick<Someone, 'personId'>): Promise<Person> => {
    const found = await accounts.find(personId);
    if (!found) throw new Error(`There is no person ${personId}`);
    return found.actor;
  };
  return { join, grant, actor };
};
export type SeededPeople = ReturnType<typeof peopleOn>;
