import type { AlumniCounts } from '../chapters/alumni-counts.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { AlumCard } from './alum-card.ts';

/** Cards lie on so many shelves, by their ids: they are read side by side. */
export const cardShelves = 8;

export type AlumCards = {
  /** Consistent. */
  find(alumId: string): Promise<AlumCard | undefined>;
  /** In no order; those that do not exist are left out. Consistent. */
  many(alumIds: readonly string[]): Promise<readonly AlumCard[]>;
  /** The ids of somebody's cards, one as a rule. From an index. */
  ofPerson(personId: string): Promise<readonly string[]>;
  /** One shelf's, 0 to 7, a page after the other. Consistent, and linear: for making lists anew. */
  onShelf(shelf: number, position?: string): Promise<Page<AlumCard>>;
  /** Of those who let a chapter see them, in the order in which they registered; found in an index and read back by key. */
  ofChapter(chapterId: string, position?: string, most?: number): Promise<Page<AlumCard>>;
  /**
   * Creates version 1; replaces version n-1 by n; and counts what changes in the published numbers. A conflict where another
   * came first, or where the registration is no longer the one that the card was made from.
   */
  save(card: AlumCard, counts: AlumniCounts): Promise<Result<void, Conflict | NotFound>>;
  /** Takes away the version that was read. */
  remove(card: AlumCard, counts: AlumniCounts): Promise<Result<void, Conflict | NotFound>>;
};
