import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Sessions } from './session.port.ts';

type Ports = { sessions: Pick<Sessions, 'endAll'> };

/** Signs a person out on every device, this one included. */
export const endSessions =
  ({ sessions }: Ports): UseCase<unknown, { ended: true }, NotFound> =>
  async (actor) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    await sessions.endAll(actor.personId);
    return ok({ ended: true });
  };
