import type { Role } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { People } from './account.port.ts';
import type { Account } from './account.ts';

type Ports = { people: Pick<People, 'find'> };

/** One's own account with its roles; nobody else's. */
export const viewAccount =
  ({ people }: Ports): UseCase<unknown, Account & { roles: readonly Role[] }, NotFound> =>
  async (actor) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const found = await people.find(actor.personId);
    return found ? ok({ ...found.account, roles: found.actor.roles }) : fail({ kind: 'not-found' });
  };
