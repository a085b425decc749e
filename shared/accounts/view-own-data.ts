import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import type { PersonalData } from '../kernel/personal-data.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Accounts } from './account.port.ts';
import { whoseAccount } from './whose.ts';

type Ports = {
  accounts: Pick<Accounts, 'find' | 'account'>;
  /** Everything the platform keeps of a person. */
  data: readonly PersonalData[];
};

export type OwnData = {
  readonly personId: string;
  /** When this was put together. */
  readonly at: string;
  /** One part for each kind of thing that is kept, also where there is none. */
  readonly parts: readonly {
    readonly name: string;
    readonly items: readonly Readonly<Record<string, unknown>>[];
  }[];
};

/** All that is kept of the person who asks, under whichever of their accounts; nobody else's. Linear in it. */
export const viewOwnData =
  ({ accounts, data }: Ports): UseCase<unknown, OwnData, NotFound> =>
  async (actor, _input, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const known = await accounts.find(actor.personId);
    if (!known) return fail({ kind: 'not-found' });
    const whose = await whoseAccount(accounts, known.account);
    const parts = await Promise.all(
      data.map(async (part) => ({ name: part.name, items: await part.export(whose) })),
    );
    // Their order is that of erasing; a reader begins with who they are.
    const read = parts.toSorted((a, b) => Number(b.name === 'account') - Number(a.name === 'account'));
    return ok({ personId: known.account.id, at: receivedAt.toISOString(), parts: read });
  };
