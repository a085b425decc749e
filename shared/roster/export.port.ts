import type { JobChange } from '../jobs/job.port.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Export } from './export.ts';

export type Exports = {
  /** Consistent. */
  find(exportId: string): Promise<Export | undefined>;
  /** One person's latest in a round, newest first, ten at most; from an index. */
  latestOf(roundId: string, personId: string): Promise<readonly Export[]>;
  /** The applications that were chosen for it, in order. Consistent. */
  chosenIn(exportId: string): Promise<readonly string[]>;
  /** Version 1 with what was chosen, its job and its event: all or none. */
  ask(change: {
    readonly asked: Export;
    readonly applicationIds: readonly string[];
    readonly job: JobChange;
    readonly events: readonly DomainEvent[];
  }): Promise<Result<void, Conflict | NotFound>>;
  /** Replaces version n-1 by n. */
  save(change: {
    readonly asked: Export;
    readonly events: readonly DomainEvent[];
  }): Promise<Result<void, Conflict | NotFound>>;
};

/** A part of a zip: a name, and its bytes when they are asked for. */
export type ZipEntry = { readonly name: string; readonly bytes: AsyncIterable<string | Uint8Array> };

/** Where exports are written and attachments read from. Nothing is ever held whole. */
export type ExportFiles = {
  /** Writes what comes, in parts; how many bytes it was. Nothing is left where the source throws. */
  write(key: string, type: string, bytes: AsyncIterable<string | Uint8Array>): Promise<number>;
  /** One zip of many files, none of them compressed: attachments are already. */
  zip(entries: AsyncIterable<ZipEntry>): AsyncIterable<Uint8Array>;
  /** A file as it was sent, or undefined where other bytes lie there now, or none. */
  read(
    key: string,
    etag: string,
    versionId?: string | undefined,
  ): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Gives the file to whoever holds it, for one minute. */
  address(of: { key: string; name: string; type: string }): Promise<string>;
};
