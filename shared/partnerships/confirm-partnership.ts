import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Partnership } from './partnership.ts';
import { confirm } from './proposal.ts';

type Ports = { partnerships: Pick<Partnerships, 'find' | 'confirm'> };
type Output = { readonly partnership: Partnership };

/** Staff take an added pair into the public directory. */
export const confirmPartnership =
  ({ partnerships }: Ports): UseCase<{ partnershipId: string }, Output, NotFound | Conflict | StepRefused> =>
  async (actor, { partnershipId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const partnership = await partnerships.find(partnershipId);
    if (!partnership) return fail({ kind: 'not-found' });
    if (partnership.standing === 'confirmed') return ok({ partnership });
    const confirmed = confirm(partnership, { by: actor.personId, now: receivedAt });
    if (!confirmed.ok) return confirmed;
    const saved = await partnerships.confirm(confirmed.value);
    return saved.ok ? ok({ partnership: confirmed.value.partnership }) : saved;
  };
