import type { Accounts } from './account.port.ts';
import type { Account } from './account.ts';

/**
 * The accounts that these ids stand for today, by the id that was asked for: of one that became part of another, the other. Whose
 * account is gone is left out.
 */
export const standingAccounts = async (
  accounts: Pick<Accounts, 'many'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Account>> => {
  const standing = new Map<string, Account>();
  let leading = new Map(personIds.map((id) => [id, id]));
  // A merged account takes no more in, so there is no circle to follow.
  while (leading.size > 0) {
    const known = new Map((await accounts.many([...leading.values()])).map((one) => [one.id, one]));
    const onward = new Map<string, string>();
    for (const [asked, id] of leading) {
      const account = known.get(id);
      if (account?.mergedInto) onward.set(asked, account.mergedInto);
      else if (account && !account.deletedAt) standing.set(asked, account);
    }
    leading = onward;
  }
  return standing;
};
