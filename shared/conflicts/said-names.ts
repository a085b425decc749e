import type { Account } from '../accounts/account.ts';
import { formerOf } from './former-facts.ts';
import type { PersonProfile } from './person-profile.ts';

/** A name under which someone is known, and with which of their accounts it came. */
export type SaidName = {
  readonly personId: string;
  readonly name: string;
  /** When it was said for the last time; absent while it is said. */
  readonly until?: string;
};

/** What an account and its profile call a person, and what either called them once. */
export const saidNames = (
  personId: string,
  account: Pick<Account, 'name' | 'formerNames'> | undefined,
  profile: PersonProfile | undefined,
): readonly SaidName[] => {
  const now = [account?.name, profile?.nameJa].flatMap((name) => (name ? [{ personId, name }] : []));
  const once = (profile ? formerOf(profile) : []).flatMap(({ until, fact }) =>
    fact.kind === 'name' ? [{ personId, name: fact.name, until }] : [],
  );
  return [...now, ...(account?.formerNames ?? []).map((one) => ({ personId, ...one })), ...once];
};
