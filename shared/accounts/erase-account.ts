import type { Clock } from '../kernel/clock.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { PersonalData } from '../kernel/personal-data.ts';
import type { Accounts } from './account.port.ts';
import { accountErased } from './close-account.ts';
import { whoseAccount } from './whose.ts';

type Ports = {
  accounts: Pick<Accounts, 'account' | 'forget'>;
  /** Everything the platform keeps of a person, in the order in which it goes. */
  data: readonly PersonalData[];
  clock: Clock;
};

/**
 * Erases what is kept of the person whose account was closed, part after part, and at last the account, by which the
 * rest is found. Begun again after a fault it goes over all of it once more.
 */
export const eraseAccount =
  ({ accounts, data, clock }: Ports) =>
  async ({ subject }: DomainEvent): Promise<'erased' | 'nothing-to-do'> => {
    const account = await accounts.account(subject.replace(/^person#/, ''));
    if (!account?.deletedAt) return 'nothing-to-do';
    const whose = await whoseAccount(accounts, account);
    for (const part of data) await part.erase(whose, clock());
    const at = clock();
    // Of each account that was merged into it, too: what follows the events knows only the id that it has.
    await accounts.forget(
      whose.personIds,
      whose.personIds.map((id) => accountErased(id, at)),
    );
    return 'erased';
  };
