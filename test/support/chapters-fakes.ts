import type { Withdrawal } from '../../shared/alumni/alum.port.ts';
import type { AlumImport } from '../../shared/chapters/alum-import.ts';
import type { AlumImports, AlumInvitations } from '../../shared/chapters/alum-invitation.port.ts';
import type { AlumInvitation } from '../../shared/chapters/alum-invitation.ts';
import type { ChapterMember } from '../../shared/chapters/chapter-member.ts';
import type { ChapterMembers } from '../../shared/chapters/chapter-members.port.ts';
import type { DomainEvent } from '../../shared/kernel/event.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import type { Message } from '../../shared/messages/message.ts';

export const aMember = (personId: string, over: Partial<ChapterMember> = {}): ChapterMember => ({
  alumId: `00000000-alum-${personId}`,
  personId,
  alumVersion: 1,
  registeredAt: '2026-11-03T08:00:00.000Z',
  servedIn: [
    {
      role: 'ALT',
      name: 'Imabari',
      nameJa: '今治市',
      prefecture: 'Ehime',
      municipality: '38202',
      from: 2009,
      to: 2012,
    },
  ],
  home: { in: 'us', city: 'Lakeland', state: 'FL' },
  ways: ['interpret'],
  consents: { matched: true, chapter: true, mail: true, statistics: true },
  ...over,
});

/** Members of one chapter in pages of two, and the list of who has taken something back. */
export const fakeMembers = (
  chapterId: string,
  members: readonly ChapterMember[],
  withdrawn: readonly Withdrawal[] = [],
): { members: ChapterMembers; withdrawals: { all: () => Promise<readonly Withdrawal[]> } } => ({
  members: {
    async ofChapter(id, position = '0') {
      const from = Number(position);
      const all = id === chapterId ? members : [];
      const next = from + 2 < all.length ? String(from + 2) : undefined;
      return { items: all.slice(from, from + 2), next };
    },
  },
  withdrawals: { all: async () => withdrawn },
});

/** Invitations and imports as the table keeps them; the save of number `state.faultAt` ends in a fault. */
export const fakeAlumInvitations = () => {
  const kept = new Map<string, AlumInvitation>();
  const imported = new Map<string, AlumImport>();
  const mails: Message[] = [];
  const events: DomainEvent[] = [];
  const mailed = new Map<string, number>();
  const state = { faultAt: Number.POSITIVE_INFINITY, saves: 0 };
  const invitations: AlumInvitations = {
    find: async (id) => kept.get(id),
    many: async (ids) => ids.flatMap((id) => kept.get(id) ?? []),
    ofChapter: async (chapterId) => ({
      items: [...kept.values()].filter((one) => one.chapterId === chapterId),
    }),
    async save(changes) {
      state.saves += 1;
      if (state.saves === state.faultAt) throw new Error('Cut short');
      if (changes.some(({ invitation: { id, version } }) => (kept.get(id)?.version ?? 0) !== version - 1))
        return fail({ kind: 'conflict' });
      for (const change of changes) {
        kept.set(change.invitation.id, change.invitation);
        events.push(...change.events);
        if (change.mail) mails.push(change.mail.message);
      }
      return ok(undefined);
    },
  };
  const imports: AlumImports = {
    find: async (chapterId, id) => imported.get(`${chapterId}/${id}`),
    ofChapter: async (chapterId) => [...imported.values()].filter((one) => one.chapterId === chapterId),
    mailedOn: async (chapterId, day) => mailed.get(`${chapterId}/${day}`) ?? 0,
    async begin({ imported: one, events: made }, most) {
      const day = `${one.chapterId}/${one.at.slice(0, 10)}`;
      const now = (mailed.get(day) ?? 0) + one.count;
      if (imported.has(`${one.chapterId}/${one.id}`) || now > most) return fail({ kind: 'conflict' });
      imported.set(`${one.chapterId}/${one.id}`, one);
      mailed.set(day, now);
      events.push(...made);
      return ok(undefined);
    },
    async end({ imported: one, events: made }) {
      const key = `${one.chapterId}/${one.id}`;
      if (imported.get(key)?.version !== one.version - 1) return fail({ kind: 'conflict' });
      imported.set(key, one);
      events.push(...made);
      return ok(undefined);
    },
  };
  return { invitations, imports, kept, imported, mails, events, mailed, state };
};
