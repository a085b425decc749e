import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { ClaimChange } from './claim.ts';
import type { OrganisationChange } from './organisation.ts';
import type { Claim, Organisation, Partnership } from './partnership.ts';
import type { PartnershipChange } from './proposal.ts';

/** What other areas may ask of partnerships and organisations. */
export type PartnershipDirectory = {
  /** From the reference data or, for an added city, from the table. */
  find(partnershipId: string): Promise<Partnership | undefined>;
  organisation(organisationId: string): Promise<Organisation | undefined>;
  /** The organisation's claims: a handful. From an index: to decide by one, read it by `claim`. */
  claimsOf(organisationId: string): Promise<readonly Claim[]>;
  /** One claim, read from the table itself. */
  claim(partnershipId: string, organisationId: string): Promise<Claim | undefined>;
};

/** The whole of what this area keeps. */
export type Partnerships = PartnershipDirectory & {
  /** Several partnerships, as `find` has them; those that do not exist are left out. */
  many(partnershipIds: readonly string[]): Promise<readonly Partnership[]>;
  /** Several organisations in one read; those that do not exist are left out. */
  organisations(organisationIds: readonly string[]): Promise<readonly Organisation[]>;
  /** Every claim on a partnership: one or two. */
  claimsOn(partnershipId: string): Promise<readonly Claim[]>;
  /** Pairs that were added and confirmed: all of them, tens at most. */
  confirmed(): Promise<readonly Partnership[]>;
  /** Claims that wait for staff, oldest first. `position` is the store's own; the use case seals it. */
  openClaims(position?: string): Promise<Page<Claim>>;
  /** The organisation with its founder as owner, all or none. A conflict where the id is taken. */
  found(
    change: OrganisationChange,
    owner: { personId: string; at: Date },
  ): Promise<Result<void, Conflict | NotFound>>;
  /** The organisation without anyone who belongs to it, and its first claim, all or none. A conflict where the id is taken. */
  enrol(change: OrganisationChange, claimed: ClaimChange): Promise<Result<void, Conflict | NotFound>>;
  /** Version 1 is created; version n replaces n-1. */
  saveClaim(change: ClaimChange): Promise<Result<void, Conflict | NotFound>>;
  /** The added pair and the claim on it, all or none. A conflict where either stands already. */
  propose(added: PartnershipChange, claimed: ClaimChange): Promise<Result<void, Conflict | NotFound>>;
  /** Replaces a proposed one. A conflict where it stands otherwise by now. */
  confirm(change: PartnershipChange): Promise<Result<void, Conflict | NotFound>>;
};
