import type { Whom, Whose } from '../kernel/personal-data.ts';
import type { Accounts } from './account.port.ts';
import { type Account, addressHash } from './account.ts';

/** Whom an item is about of which only an address is known. */
export const whomOf = (email: string): Whom => `address#${addressHash(email)}`;

/** All under which someone may stand in an item that lies elsewhere. */
export const whomsOf = ({ personIds, addresses }: Whose): readonly Whom[] => [
  ...personIds.map((id): Whom => `person#${id}`),
  ...addresses.map(whomOf),
];

/** By what everything kept of this person is found, those accounts included that were merged into theirs. */
export const whoseAccount = async (accounts: Pick<Accounts, 'account'>, account: Account): Promise<Whose> => {
  const merged = await Promise.all((account.formerly ?? []).map((id) => accounts.account(id)));
  const all = [account, ...merged.flatMap((one) => one ?? [])];
  const names = all.flatMap(({ name, formerNames = [] }) => [name, ...formerNames.map((one) => one.name)]);
  return {
    personIds: [account.id, ...(account.formerly ?? [])],
    addresses: [...new Set(all.flatMap(({ email, addresses = [] }) => [email, ...addresses]))],
    names: [...new Set(names)].filter((name) => name !== ''),
  };
};
