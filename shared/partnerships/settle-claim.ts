import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { settle } from './claim.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Claim } from './partnership.ts';

type Ports = { partnerships: Pick<Partnerships, 'find' | 'claim' | 'saveClaim'> };
type Input = {
  partnershipId: string;
  organisationId: string;
  outcome: 'verify' | 'refuse';
  /** The claim's, as it was read. */
  version: number;
};
type Output = { readonly claim: Claim };

const reached = { verify: 'verified', refuse: 'refused' } as const;

/** Staff verify or refuse a claim. A claim on a proposed pair waits until the pair is confirmed. */
export const settleClaim =
  ({ partnerships }: Ports): UseCase<Input, Output, NotFound | Conflict | Stale | StepRefused> =>
  async (actor, { partnershipId, organisationId, outcome, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [partnership, claim] = await Promise.all([
      partnerships.find(partnershipId),
      partnerships.claim(partnershipId, organisationId),
    ]);
    if (!partnership || !claim) return fail({ kind: 'not-found' });
    // The second click of the same person finds done what they asked for.
    if (claim.status === reached[outcome] && claim.settledBy === actor.personId) return ok({ claim });
    if (outcome === 'verify' && partnership.standing === 'proposed')
      return fail({ kind: 'step-refused', current: 'proposed', action: 'verify' });

    const settled = settle(claim, { action: outcome, version }, { by: actor.personId, now: receivedAt });
    if (!settled.ok) return settled;
    const saved = await partnerships.saveClaim(settled.value);
    return saved.ok ? ok({ claim: settled.value.claim }) : saved;
  };
