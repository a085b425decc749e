import { type Actor, isStaff, membership } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { type Coordinates, coordinatesOf } from '../reference/coordinates.ts';
import { kilometresBetween } from '../reference/distance.ts';
import { listedPartnership, type Source } from '../reference/partnerships.ts';
import { fundingOf, type Recipient } from '../reference/recipients.ts';
import type { Partnerships } from './partnership.port.ts';
import type { Claim, Partnership } from './partnership.ts';

type Ports = { partnerships: Pick<Partnerships, 'find' | 'claimsOn' | 'organisations'> };

/** What everyone may know of a partnership. Contacts are no part of it. */
export type Snapshot = {
  readonly partnership: Partnership;
  readonly us?: Coordinates;
  readonly jp?: Coordinates;
  /** Along the great circle; absent where a place's coordinates are not known. */
  readonly kilometres?: number;
  /** Where the entry comes from; absent for one added by its organisation. */
  readonly entry?: { readonly source: Source; readonly confidence: 'high' | 'medium' };
  readonly funding: readonly Recipient[];
  readonly standing: 'unclaimed' | 'claimed' | 'verified';
  /** Legal names of the organisations that staff have verified, but for those known from a paper alone. */
  readonly runBy: readonly string[];
  /** The actor's own organisations' claims. */
  readonly own: readonly Claim[];
};

/** A partnership's public page. A proposed one is seen by staff and by those who claim it, and by nobody else. */
export const viewPartnership =
  ({ partnerships }: Ports): UseCase<{ partnershipId: string }, Snapshot, NotFound> =>
  async (actor, { partnershipId }) => {
    const [partnership, claims] = await Promise.all([
      partnerships.find(partnershipId),
      partnerships.claimsOn(partnershipId),
    ]);
    if (!partnership) return fail({ kind: 'not-found' });
    const own = ownClaims(actor, claims);
    if (partnership.standing === 'proposed' && own.length === 0 && !isStaff(actor))
      return fail({ kind: 'not-found' });

    const open = claims.filter(({ onPaper }) => !onPaper);
    const verified = open.filter(({ status }) => status === 'verified');
    const runners = await partnerships.organisations(verified.map(({ organisationId }) => organisationId));
    return ok({
      ...placed(partnership),
      partnership,
      funding: fundingOf(partnershipId),
      standing: standingOf(open),
      runBy: runners.map(({ legalName }) => legalName),
      own,
    });
  };

const ownClaims = (actor: Actor, claims: readonly Claim[]) =>
  claims.filter(({ organisationId }) => membership(actor, organisationId));

const standingOf = (claims: readonly Claim[]): Snapshot['standing'] => {
  const has = (status: Claim['status']) => claims.some((claim) => claim.status === status);
  if (has('verified')) return 'verified';
  return has('claimed') ? 'claimed' : 'unclaimed';
};

const placed = ({ id, us, jp }: Partnership) => {
  const listed = listedPartnership(id);
  const [from, to] = [coordinatesOf(us), coordinatesOf(jp)];
  return {
    ...(from && { us: from }),
    ...(to && { jp: to }),
    ...(from && to && { kilometres: kilometresBetween(from, to) }),
    ...(listed && { entry: { source: listed.source, confidence: listed.confidence } }),
  };
};
