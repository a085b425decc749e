import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { NewId } from '../kernel/ids.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Accounts } from './account.port.ts';
import { addressHash, openAccount } from './account.ts';
import type { Roles } from './role.port.ts';

type Ports = {
  accounts: Pick<Accounts, 'find' | 'idByAddress' | 'open'>;
  roles: Pick<Roles, 'grant'>;
  newId: NewId;
};
type Input = { email: string; programId: string };

const operator = 'system:grant-staff';

/**
 * Makes someone staff from the command line: there is nobody yet to invite the first one. Opens the account by its
 * address where there is none, so that the first sign-in finds it. Doing it again changes nothing.
 */
export const grantStaff =
  ({ accounts, roles, newId }: Ports) =>
  async (
    { email, programId }: Input,
    at: Date,
  ): Promise<Result<{ personId: string }, Conflict | NotFound>> => {
    const known = await accounts.idByAddress(addressHash(email));
    const personId = known ? ((await accounts.find(known))?.actor.personId ?? known) : newId();
    if (!known) {
      const opened = await accounts.open(
        openAccount({ id: personId, email, language: 'en', by: operator, at }),
      );
      if (!opened.ok) return opened;
    }
    const granted = await roles.grant({ personId, role: { kind: 'staff', programId }, by: operator, at });
    return granted.ok || granted.failure.kind === 'conflict' ? ok({ personId }) : granted;
  };
