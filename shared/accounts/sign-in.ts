import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { NewId } from '../kernel/ids.ts';
import { ok } from '../kernel/result.ts';
import type { Language } from '../kernel/text.ts';
import type { Accounts } from './account.port.ts';
import { addressHash, openAccount } from './account.ts';

type Ports = {
  accounts: Pick<Accounts, 'find' | 'idBySubject' | 'idByAddress' | 'open' | 'link'>;
  newId: NewId;
};
/** `email` must be one that the identity provider has verified: it decides whose account this is. */
type Input = { subject: string; email: string; language: Language };

/**
 * One account per verified address: found by subject, else linked by address, else opened. What leads to a merged
 * account leads to the one it became part of.
 */
export const signIn =
  ({ accounts, newId }: Ports): UseCase<Input, { personId: string }, NotFound | Conflict> =>
  async (_actor, { subject, email, language }, { receivedAt: at }) => {
    const today = async (id: string) => (await accounts.find(id))?.actor.personId ?? id;
    const attempt = async () => {
      const known = await accounts.idBySubject(subject);
      if (known) return ok({ personId: await today(known) });

      const addressed = await accounts.idByAddress(addressHash(email));
      if (addressed) {
        const linked = await accounts.link(addressed, subject, at);
        return linked.ok ? ok({ personId: await today(addressed) }) : linked;
      }

      const id = newId();
      const opened = await accounts.open(openAccount({ id, email, language, by: id, at }), subject);
      return opened.ok ? ok({ personId: id }) : opened;
    };
    const first = await attempt();
    // Of two first sign-ins in the same moment one loses; it then finds what the other made.
    return first.ok || first.failure.kind !== 'conflict' ? first : attempt();
  };
