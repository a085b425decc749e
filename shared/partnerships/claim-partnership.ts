import { isStaff, mayEdit } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { makeClaim } from './claim.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Claim } from './partnership.ts';

type Ports = { partnerships: Pick<Partnerships, 'find' | 'claim' | 'saveClaim'> };
type Input = { partnershipId: string; organisationId: string };
type Output = { readonly claim: Claim };

/** An owner or editor says that their organisation runs this partnership. Staff verify; until then it may draft. */
export const claimPartnership =
  ({ partnerships }: Ports): UseCase<Input, Output, NotFound | Conflict | StepRefused> =>
  async (actor, { partnershipId, organisationId }, { receivedAt }) => {
    if (!mayEdit(actor, organisationId)) return fail({ kind: 'not-found' });
    const [partnership, before] = await Promise.all([
      partnerships.find(partnershipId),
      partnerships.claim(partnershipId, organisationId),
    ]);
    // A proposed pair is known to those who proposed it: a stranger reaches it only by proposing it too.
    const hidden = partnership?.standing === 'proposed' && !before && !isStaff(actor);
    if (!partnership || hidden) return fail({ kind: 'not-found' });
    if (before?.status === 'claimed') return ok({ claim: before });

    const made = makeClaim(
      { partnershipId, organisationId },
      { by: actor.personId, now: receivedAt },
      before,
    );
    if (!made.ok) return made;
    const saved = await partnerships.saveClaim(made.value);
    if (saved.ok) return ok({ claim: made.value.claim });
    const first =
      saved.failure.kind === 'conflict' && (await partnerships.claim(partnershipId, organisationId));
    return first && first.status === 'claimed' ? ok({ claim: first }) : saved;
  };
