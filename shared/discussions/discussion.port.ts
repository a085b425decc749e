import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { Agenda } from './agenda.ts';
import type { Discussion, Notes, Post } from './discussion.ts';
import type { RoundDiscussion } from './round-discussion.ts';

type Events = { readonly events: readonly DomainEvent[] };
type Saved = Promise<Result<void, Conflict | NotFound>>;

export type RoundDiscussionChange = Events & { readonly discussion: RoundDiscussion };
/** A lead named, or a post added: the head's next version with what it counts. */
export type DiscussionChange = Events & { readonly discussion: Discussion; readonly post?: Post };
export type NotesChange = Events & {
  readonly notes: Notes;
  /** Versions that join the kept ones: the new one, and somebody else's last words before it. */
  readonly keep: readonly Notes[];
};
export type AgendaChange = Events & { readonly agenda: Agenda };

/** What belongs to a round as a whole. */
export type RoundDiscussions = {
  find(roundId: string): Promise<RoundDiscussion | undefined>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: RoundDiscussionChange): Saved;
  agenda(roundId: string): Promise<Agenda | undefined>;
  /** Creates version 1; replaces version n-1 by n. */
  saveAgenda(change: AgendaChange): Saved;
};

/** What belongs to one application. */
export type Discussions = {
  /** Consistent. */
  find(applicationId: string): Promise<Discussion | undefined>;
  /** Those of a round that have one, from an index: for showing. Linear. */
  ofRound(roundId: string): Promise<readonly Discussion[]>;
  /** The latest posts first, 20 a page. Consistent: one's own post is there when the page comes back. */
  posts(applicationId: string, position?: string): Promise<Page<Post>>;
  /** The number of the post that a request with this key has made, if it has. Consistent. */
  postOf(applicationId: string, key: string): Promise<number | undefined>;
  /** Creates version 1; replaces version n-1 by n. */
  save(change: DiscussionChange): Saved;
  /** Consistent. */
  notes(applicationId: string): Promise<Notes | undefined>;
  /** The versions that were kept, newest first: the latest 20. */
  keptNotes(applicationId: string): Promise<readonly Notes[]>;
  /** Creates version 1; replaces version n-1 by n. */
  saveNotes(change: NotesChange): Saved;
};
