import type {
  AgendaChange,
  DiscussionChange,
  Discussions,
  NotesChange,
  RoundDiscussionChange,
  RoundDiscussions,
} from '../../shared/discussions/discussion.port.ts';
import type { Discussion, Notes, Post } from '../../shared/discussions/discussion.ts';
import type { RoundDiscussion } from '../../shared/discussions/round-discussion.ts';
import { isStaff } from '../../shared/kernel/actor.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import { leadingAsia } from '../../shared/programs/round.ts';
import { reviewPorts, staff } from './reviews-fakes.ts';

export const anOpening = (over: Partial<RoundDiscussion> = {}): RoundDiscussion => ({
  roundId: 'round-1',
  version: 1,
  status: 'open',
  at: '2027-02-13T12:00:00.000Z',
  by: 'staff-1',
  ...over,
});

/** After reviews were due. */
export const inDiscussion = new Date('2027-02-20T12:00:00.000Z');

type Saved = { saved: (RoundDiscussionChange | AgendaChange)[] };

/** Openings and agendas in memory, as strict about versions as the store. */
export const fakeRoundDiscussions = (...held: RoundDiscussion[]): RoundDiscussions & Saved => {
  const openings = new Map(held.map((one) => [one.roundId, one]));
  const agendas = new Map<string, AgendaChange['agenda']>();
  const saved: Saved['saved'] = [];
  return {
    saved,
    find: async (roundId) => openings.get(roundId),
    save: async (change) => {
      const { roundId, version } = change.discussion;
      if ((openings.get(roundId)?.version ?? 0) !== version - 1) return fail({ kind: 'conflict' });
      openings.set(roundId, change.discussion);
      saved.push(change);
      return ok(undefined);
    },
    agenda: async (roundId) => agendas.get(roundId),
    saveAgenda: async (change) => {
      const { roundId, version } = change.agenda;
      if ((agendas.get(roundId)?.version ?? 0) !== version - 1) return fail({ kind: 'conflict' });
      agendas.set(roundId, change.agenda);
      saved.push(change);
      return ok(undefined);
    },
  };
};

/** Heads, posts and notes in memory, as strict about versions as the store. */
export const fakeDiscussions = (...held: Discussion[]): Discussions & { saved: DiscussionChange[] } => {
  const heads = new Map(held.map((one) => [one.applicationId, one]));
  const posts: Post[] = [];
  const notes = new Map<string, Notes>();
  const kept: NotesChange['keep'][number][] = [];
  const saved: DiscussionChange[] = [];
  return {
    saved,
    find: async (id) => heads.get(id),
    ofRound: async (id) => [...heads.values()].filter(({ roundId }) => roundId === id),
    posts: async (id) => ({ items: posts.filter(({ applicationId }) => applicationId === id).toReversed() }),
    postOf: async (id, key) => posts.find((one) => one.applicationId === id && one.key === key)?.no,
    save: async (change) => {
      const { applicationId, version } = change.discussion;
      if ((heads.get(applicationId)?.version ?? 0) !== version - 1) return fail({ kind: 'conflict' });
      heads.set(applicationId, change.discussion);
      if (change.post) posts.push(change.post);
      saved.push(change);
      return ok(undefined);
    },
    notes: async (id) => notes.get(id),
    keptNotes: async (id) => kept.filter(({ applicationId }) => applicationId === id).toReversed(),
    saveNotes: async (change) => {
      const { applicationId, version } = change.notes;
      if ((notes.get(applicationId)?.version ?? 0) !== version - 1) return fail({ kind: 'conflict' });
      notes.set(applicationId, change.notes);
      kept.push(...change.keep);
      return ok(undefined);
    },
  };
};

type Given = NonNullable<Parameters<typeof reviewPorts>[0]> & {
  openings?: readonly RoundDiscussion[];
  discussions?: readonly Discussion[];
};

/** Every port of the discussions' use cases, in memory, over one small round whose discussion is open. */
export const discussionPorts = ({ openings = [anOpening()], discussions = [], ...given }: Given = {}) => ({
  ...reviewPorts(given),
  roundDiscussions: fakeRoundDiscussions(...openings),
  discussions: fakeDiscussions(...discussions),
  roles: {
    staffOf: async () =>
      (given.people ?? [staff]).filter(isStaff).map(({ personId }) => ({
        personId,
        role: { kind: 'staff', programId: leadingAsia } as const,
        since: '2026-01-01T00:00:00.000Z',
      })),
  },
});
