import { mayEdit, type Person } from '../kernel/actor.ts';
import type { Call, UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { makeClaim } from './claim.ts';
import { matching } from './directory.ts';
import type { AlreadyListed } from './partnership.errors.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Claim, Partnership } from './partnership.ts';
import { isSamePair, type Proposal, pairKey, pairProposed, propose } from './proposal.ts';

type Ports = { partnerships: Pick<Partnerships, 'find' | 'claim' | 'confirmed' | 'propose' | 'saveClaim'> };
type Output = { readonly partnership: Partnership; readonly claim: Claim };
type Refused = NotFound | Conflict | StepRefused | AlreadyListed;

/**
 * An organisation adds a pair that the directory lacks, and claims it. A listed pair is refused with its id.
 * The id is made of the pair, so that two who add the same one share it.
 */
export const proposePartnership =
  ({ partnerships }: Ports): UseCase<Proposal, Output, Refused> =>
  async (actor, { organisationId, ...pair }, call) => {
    if (!mayEdit(actor, organisationId)) return fail({ kind: 'not-found' });
    const draft = pairProposed(pair, 'draft');
    const added = pairProposed(pair, deriveId('partnership', pairKey(draft)));
    const listed = matching(await partnerships.confirmed(), {}).find((one) => isSamePair(one, added));
    if (listed) return fail({ kind: 'already-listed', partnershipId: listed.id });

    const standing = await partnerships.find(added.id);
    if (standing) return join({ partnerships }, actor, standing, organisationId, call);
    const act = { by: actor.personId, now: call.receivedAt };
    const claimed = makeClaim({ partnershipId: added.id, organisationId }, act);
    if (!claimed.ok) return claimed;
    const saved = await partnerships.propose(propose(added, act), claimed.value);
    if (saved.ok) return ok({ partnership: added, claim: claimed.value.claim });
    const first = saved.failure.kind === 'conflict' && (await partnerships.find(added.id));
    return first ? join({ partnerships }, actor, first, organisationId, call) : saved;
  };

/** The pair stands proposed already: by this organisation, or by another one whose proposal it then shares. */
const join = async (
  { partnerships }: Ports,
  actor: Person,
  partnership: Partnership,
  organisationId: string,
  call: Call,
): Promise<Result<Output, Conflict | NotFound | StepRefused | AlreadyListed>> => {
  const partnershipId = partnership.id;
  const before = await partnerships.claim(partnershipId, organisationId);
  if (before?.status === 'claimed') return ok({ partnership, claim: before });
  if (partnership.standing !== 'proposed') return fail({ kind: 'already-listed', partnershipId });
  const act = { by: actor.personId, now: call.receivedAt };
  const claimed = makeClaim({ partnershipId, organisationId }, act, before);
  if (!claimed.ok) return claimed;
  const saved = await partnerships.saveClaim(claimed.value);
  return saved.ok ? ok({ partnership, claim: claimed.value.claim }) : saved;
};
