import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Seeking, SeekingChange } from './seeking.ts';

export type Seekings = {
  /** Consistent. */
  find(partnershipId: string): Promise<Seeking | undefined>;
  /** What every partnership seeks that has said so. Consistent, and linear in them: hundreds at most. */
  all(): Promise<readonly Seeking[]>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: SeekingChange): Promise<Result<void, Conflict | NotFound>>;
};
