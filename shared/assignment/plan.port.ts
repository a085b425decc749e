import type { KnownPerson } from '../accounts/account.port.ts';
import type { Application } from '../applications/application.ts';
import type { JobChange } from '../jobs/job.port.ts';
import type { Person } from '../kernel/actor.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { PlanProof, PlanRecord, Shelf } from './plan-record.ts';
import type { Preferences, PreferencesChange } from './preference.ts';
import type { RoundSettings } from './settings.ts';

type Saved = Promise<Result<void, Conflict | NotFound>>;

export type PlanHeadChange = {
  readonly plan: PlanRecord;
  readonly events: readonly DomainEvent[];
  /** The work that is asked for in the same transaction. */
  readonly job?: JobChange | undefined;
  /** The one shelf that changes with it. */
  readonly shelf?: Shelf | undefined;
  /** The round's settings, where the step closes preferences. */
  readonly settings?: RoundSettings | undefined;
};

export type Plans = {
  /** Consistent. */
  find(planId: string): Promise<PlanRecord | undefined>;
  /** A round's latest plans, newest first, at most ten; from an index: for showing. */
  latest(roundId: string): Promise<readonly PlanRecord[]>;
  /** Creates version 1; replaces version n-1 by n; with job, shelf and settings, all or none. */
  save(change: PlanHeadChange): Saved;
  /** Consistent. */
  shelf(planId: string, no: number): Promise<Shelf | undefined>;
  /** All of them in order; linear in the round. Consistent. */
  shelves(planId: string): Promise<readonly Shelf[]>;
  /** Replaces version n-1 by n. */
  saveShelf(shelf: Shelf): Saved;
  /** Writes what a try has made, in place of what an earlier try left; refused once a later one has written. */
  keep(planId: string, attempt: number, made: { shelves: readonly Shelf[]; proof: PlanProof }): Saved;
  proof(planId: string): Promise<PlanProof | undefined>;
};

export type PreferencesPort = {
  /** One reviewer's of one round. Consistent. */
  find(personId: string, roundId: string): Promise<Preferences | undefined>;
  /** All of a round's reviewers who said anything. Consistent. */
  ofRound(roundId: string): Promise<readonly Preferences[]>;
  save(change: PreferencesChange): Saved;
};

export type SettingsPort = {
  find(roundId: string): Promise<RoundSettings | undefined>;
  save(settings: RoundSettings, events: readonly DomainEvent[]): Saved;
};

/** What keeps a member of staff from an application: asked once for a round, answered for each of its applications. */
export type Clearance = (
  person: Person,
  roundId: string,
) => Promise<(application: Application) => string | undefined>;

/** What keeps a reviewer from an application, unknown ones included: asked once for several, answered for each pair. */
export type PairConflicts = (
  roundId: string,
  reviewers: readonly Pick<KnownPerson, 'actor'>[],
) => Promise<(reviewerId: string, application: Application) => string | undefined>;
