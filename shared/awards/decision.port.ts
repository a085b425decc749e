import type { ApplicationChange } from '../applications/application.port.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { MessageChange } from '../messages/message.port.ts';
import type { RoundChange } from '../programs/round.port.ts';
import type { Decision, DecisionKind } from './decision.ts';

export type DecisionChange = { readonly decision: Decision; readonly events: readonly DomainEvent[] };

export type Decisions = {
  /** Consistent. */
  find(applicationId: string): Promise<Decision | undefined>;
  /** Those of many applications that have one, by application. Consistent; one call for each hundred, side by side. */
  ofApplications(applicationIds: readonly string[]): Promise<ReadonlyMap<string, Decision>>;
  /** A round's decisions of one kind, from an index: for showing, not for deciding. */
  ofRound(roundId: string, kind?: DecisionKind): Promise<readonly Decision[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: DecisionChange): Promise<Result<void, Conflict | NotFound>>;
  /** The application's outcome, the decision's last step and the held letters: all or none. */
  announce(change: Announcement): Promise<Result<void, Conflict | NotFound>>;
};

export type Announcement = {
  readonly decision: DecisionChange;
  readonly application: ApplicationChange;
  readonly letters: readonly MessageChange[];
  /** Where an award takes from what is left: the round's next version, so that two of them meet and the second looks anew. */
  readonly round?: RoundChange;
};
