import type { DomainEvent } from '../kernel/event.ts';
import type { Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Claim } from './partnership.ts';

export type ClaimStatus = Claim['status'];
type ClaimAction = 'claim' | 'verify' | 'refuse';
type Steps = Readonly<Record<ClaimStatus, Partial<Record<ClaimAction, ClaimStatus>>>>;

/** What may follow what. A refused organisation may ask again; a verification can be taken back. */
const steps: Steps = {
  claimed: { verify: 'verified', refuse: 'refused' },
  verified: { refuse: 'refused' },
  refused: { claim: 'claimed' },
};

/** What staff may do with a claim as it stands. */
export const settlements = (status: ClaimStatus) =>
  (['verify', 'refuse'] as const).filter((action) => steps[status][action]);

export type ClaimChange = { readonly claim: Claim; readonly events: readonly DomainEvent[] };
type Act = { readonly by: string; readonly now: Date };
type Pair = { readonly partnershipId: string; readonly organisationId: string };

const types = { claimed: 'claim-made', verified: 'claim-verified', refused: 'claim-refused' } as const;

const changeTo = (claim: Claim, { by, now }: Act): ClaimChange => {
  const { partnershipId, organisationId, version, status } = claim;
  const event: DomainEvent = {
    id: `${partnershipId}/${organisationId}/${types[status]}/${version}`,
    subject: `partnership#${partnershipId}`,
    type: types[status],
    at: now.toISOString(),
    by,
    data: { organisationId },
  };
  return { claim, events: [event] };
};

/** An organisation says that it runs the partnership: for the first time, or again after a refusal. */
export const makeClaim = (
  { partnershipId, organisationId }: Pair,
  { by, now }: Act,
  before?: Claim,
): Result<ClaimChange, StepRefused> => {
  if (before && !steps[before.status].claim)
    return fail({ kind: 'step-refused', current: before.status, action: 'claim' });
  const version = (before?.version ?? 0) + 1;
  const claimed = { claimedBy: by, claimedAt: now.toISOString() };
  return ok(changeTo({ partnershipId, organisationId, version, status: 'claimed', ...claimed }, { by, now }));
};

/** Staff verify or refuse the version they looked at. */
export const settle = (
  claim: Claim,
  { action, version }: { action: 'verify' | 'refuse'; version: number },
  { by, now }: Act,
): Result<ClaimChange, StepRefused | Stale> => {
  const status = steps[claim.status][action];
  if (!status) return fail({ kind: 'step-refused', current: claim.status, action });
  if (version !== claim.version) return fail({ kind: 'stale', current: claim.version });
  const settled = { status, settledBy: by, settledAt: now.toISOString() };
  return ok(changeTo({ ...claim, ...settled, version: claim.version + 1 }, { by, now }));
};
