import type { ProfileChange } from '../conflicts/person-profile.ts';
import type { EndedIntroductions } from '../introductions/introduction.port.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { Alum, AlumChange } from './alum.ts';
import type { AlumDraft } from './alum-draft.ts';
import type { Purpose } from './consent.ts';

/** An alum's next version, with what changes in other areas in the same instant. */
export type AlumSave = AlumChange & {
  readonly profile?: ProfileChange;
  /** Under each of the person's accounts. */
  readonly ended?: readonly EndedIntroductions[];
};

export type Alumni = {
  /** One person's own. Consistent. */
  find(personId: string): Promise<Alum | undefined>;
  /** Several people's, in no order; who has not registered is left out. Consistent. */
  many(personIds: readonly string[]): Promise<readonly Alum[]>;
  /** Everyone registered, a page after the other, from an index: for making lists anew. */
  all(position?: string): Promise<Page<Alum>>;
  /**
   * Creates version 1; replaces version n-1 by n. With it are written where they served and live, what a withdrawal ends, and
   * what was withdrawn, on the withdrawn list: all or nothing.
   */
  save(change: AlumSave): Promise<Result<void, Conflict | NotFound>>;
};

export type AlumDrafts = {
  /** Consistent. */
  find(personId: string): Promise<AlumDraft | undefined>;
  /** Creates version 1; replaces version n-1 by n. */
  save(draft: AlumDraft): Promise<Result<void, Conflict | NotFound>>;
  forget(personId: string): Promise<void>;
};

/** Somebody of whom lists may still show what they have withdrawn. */
export type Withdrawal = {
  readonly personId: string;
  readonly alumId: string;
  readonly purposes: readonly Purpose[];
  /** The alum's version that withdrew: a list made from it or a later one has caught up. */
  readonly version: number;
};

/**
 * The small list that every listing of alumni reads, consistently, and leaves out whoever stands on it: from the instant of a
 * withdrawal until all lists have caught up.
 */
export type Withdrawals = {
  all(): Promise<readonly Withdrawal[]>;
  /** Lists made from this version have caught up. A later withdrawal stays. */
  caughtUp(personId: string, version: number): Promise<void>;
};
