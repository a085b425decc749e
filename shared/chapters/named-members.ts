import type { Accounts } from '../accounts/account.port.ts';
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
    accounts.many(members.map(({ personId }) => personId)),
    withdrawals.all(),
  ]);
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return stillSeen(members, gone).flatMap((member) => {
    const name = names.get(member.personId);
    if (name === undefined) return [];
    const { alumId, registeredAt, servedIn, home, ways } = member;
    return [{ alumId, registeredAt, servedIn, home, ways, name, number: alumNumber(alumId) }];
  });
};
