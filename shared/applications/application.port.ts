import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { Theme } from '../kernel/theme.ts';
import type { EligibilityTrail } from '../programs/eligibility-trail.ts';
import type { Application, ApplicationStatus } from './application.ts';

export type ApplicationChange = {
  readonly application: Application;
  readonly events: readonly DomainEvent[];
  /** The eligibility check it was started from; with a first version alone. */
  readonly trail?: EligibilityTrail;
};

/** What an organisation's list holds of an application: what never changes of it. */
export type OwnedApplication = Pick<Application, 'id' | 'roundId'>;

/** One filter that an index answers. */
export type SentFilter =
  | { readonly status?: ApplicationStatus; readonly theme?: never }
  | { readonly theme?: Theme; readonly status?: never };

/** What every area may ask about applications' heads. Sections and submissions have ports of their own. */
export type Applications = {
  /** Read from the table itself, not an index. */
  find(applicationId: string): Promise<Application | undefined>;
  /** Those of these that exist, in no order. Read from the table itself; one call for each hundred, side by side. */
  many(applicationIds: readonly string[]): Promise<readonly Application[]>;
  /** A round's applications, sent ones first, by status; drafts too, so the asking use case says who may see which. */
  ofRound(roundId: string, position?: string): Promise<Page<Application>>;
  /** Those that were sent and are not being written again: what staff may list. By status; all, or of one status or theme. */
  sentInRound(roundId: string, position?: string, only?: SentFilter): Promise<Page<Application>>;
  /** The same without pages, or those in one status: a call for each megabyte, some 1,500 heads. Linear. */
  allSent(roundId: string, status?: ApplicationStatus): Promise<readonly Application[]>;
  /** The organisations that have an application in the round, whatever became of it; from an index. Linear. */
  applicantsIn(roundId: string): Promise<ReadonlySet<string>>;
  /** Those that their applicants hold: drafts and what was returned. From an index. Linear in them. */
  heldInRound(roundId: string): Promise<readonly Application[]>;
  /** An organisation's applications, newest first. Read from the table itself, not an index. */
  ofOrganisation(organisationId: string, position?: string): Promise<Page<OwnedApplication>>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: ApplicationChange): Promise<Result<void, Conflict | NotFound>>;
};

/** What never changes of an application: which it is, and whose. */
export type PairEntry = Pick<Application, 'id' | 'organisationId'>;

/** All that a round has for one partnership, whatever became of it, in no order. Read from the table itself. Linear in them. */
export type PairEntries = (roundId: string, partnershipId: string) => Promise<readonly PairEntry[]>;

/** The eligibility check that an application was started from. */
export type TrailOf = (applicationId: string) => Promise<EligibilityTrail | undefined>;

/** What happened to one subject, oldest first. */
export type EventsOf = (subject: string) => Promise<readonly DomainEvent[]>;

/** Appends an event without changing anything: that someone read what is personal. */
export type NoteEvent = (event: DomainEvent) => Promise<void>;
