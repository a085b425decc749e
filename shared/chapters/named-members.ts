import type { Accounts } from '../accounts/account.port.ts';
import { standingAccounts } from '../accounts/standing-accounts.ts';
import type { Withdrawals } from '../alumni/alum.port.ts';
import { alumNumber } from '../alumni/alum.ts';
import { type ChapterMember, stillSeen } from './chapter-member.ts';

/** A member as the chapter's leads see them. */
export type SeenMember = Pick<ChapterMember, 'alumId' | 'registeredAt' | 'servedIn' | 'home' | 'ways'> & {
  /** Empty where the account has none. */
  readonly name: string;
  readonly number: string;
};

export type MemberPorts = {
  accounts: Pick<Accounts, 'many'>;
  withdrawals: Pick<Withdrawals, 'all'>;
};

/** Members with their names; without those who took their consent back, or whose account is gone, this very moment. */
export const namedMembers = async (
  { accounts, withdrawals }: MemberPorts,
  members: readonly ChapterMember[],
): Promise<readonly SeenMember[]> => {
  const [known, gone] = await Promise.all([
    standingAccounts(
      accounts,
      members.map(({ personId }) => personId),
    ),
    withdrawals.all(),
  ]);
  return stillSeen(members, gone).flatMap((member) => {
    const name = known.get(member.personId)?.name;
    if (name === undefined) return [];
    const { alumId, registeredAt, servedIn, home, ways } = member;
    return [{ alumId, registeredAt, servedIn, home, ways, name, number: alumNumber(alumId) }];
  });
};
