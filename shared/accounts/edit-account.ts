import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Accounts } from './account.port.ts';
import { type Account, type AccountDetails, editAccount as edit } from './account.ts';

type Ports = { accounts: Pick<Accounts, 'find' | 'save'> };
type Input = AccountDetails & { version: number };

/** A person says what they are called and in which language they want mail. What they were called is kept beside it. */
export const editAccount =
  ({ accounts }: Ports): UseCase<Input, Account, NotFound | InvalidInput | Conflict | Stale> =>
  async (actor, { name, language, version }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const found = await accounts.find(actor.personId);
    if (!found) return fail({ kind: 'not-found' });
    const { account } = found;
    // The same words sent again, as by a second click: they stand already.
    const stand = account.version === version + 1 && account.name === name && account.language === language;
    if (stand) return ok(account);
    const edited = edit(account, { name, language, version }, receivedAt);
    if (!edited.ok) return edited;
    const saved = await accounts.save(edited.value);
    return saved.ok ? ok(edited.value.account) : saved;
  };
