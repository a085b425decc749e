import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { OfficeDomain } from './office-domain.ts';

export type OfficeDomainChange = { readonly record: OfficeDomain; readonly events: readonly DomainEvent[] };

/** The domains of Japanese offices that staff recorded. */
export type OfficeDomains = {
  /** Every record of a domain, from the table itself: a city has one or two partnerships. */
  of(domain: string): Promise<readonly OfficeDomain[]>;
  /** A partnership's records, withdrawn ones too: a handful. */
  ofPartnership(partnershipId: string): Promise<readonly OfficeDomain[]>;
  /** Version 1 is created; version n replaces n-1. */
  save(change: OfficeDomainChange): Promise<Result<void, Conflict | NotFound>>;
};
