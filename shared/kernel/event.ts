/**
 * One fact, appended beside the state it explains: audit log, history and outbox in one.
 * Ids, statuses, amounts and instants only: never a name, an address or a person's words.
 */
export type DomainEvent = {
  /** Derived from the subject and its version, so that a consumer can tell a replay. */
  readonly id: string;
  /** `application#<id>`, `round#<id>`, `person#<id>` …: the partition the event is kept in. */
  readonly subject: string;
  /** `<aggregate>-<what happened>`: `application-submitted`. */
  readonly type: string;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
  /** A person's id, `link:<purpose>` for a link's holder, or `system:<job>`. */
  readonly by: string;
  readonly data: Readonly<Record<string, string | number>>;
};
