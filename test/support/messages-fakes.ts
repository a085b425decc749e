import type { People } from '../../shared/accounts/account.port.ts';
import type { Account } from '../../shared/accounts/account.ts';
import type { Introduction } from '../../shared/introductions/introduction.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import type { MessageChange, Messages } from '../../shared/messages/message.port.ts';
import type { Message } from '../../shared/messages/message.ts';
import { queueMessage } from '../../shared/messages/message-steps.ts';
import { anApplication } from './reviews-fakes.ts';

export const noon = new Date('2027-01-20T12:00:00.000Z');

export const aMessage = (over: Partial<Message> = {}): Message => ({
  ...queueMessage(
    {
      id: 'message-1',
      kind: 'receipt',
      about: 'application#a1',
      roundId: 'round-1',
      to: { address: 'applicant@austin.example', name: 'Applicant, Austin' },
      language: 'en',
      values: { title: 'Music on two rivers', us: 'Austin, TX', jp: 'Oita', jpJa: '大分市', number: 'SHM-1' },
    },
    'system:mail',
    noon,
  ).message,
  ...over,
});

/** Messages in memory, as strict about versions as the store. `saved` holds every change in order. */
export const fakeMessages = (...held: Message[]): Messages & { saved: MessageChange[] } => {
  const byId = new Map(held.map((one) => [one.id, one]));
  const saved: MessageChange[] = [];
  const all = () => [...byId.values()];
  return {
    saved,
    find: async (id) => byId.get(id),
    byStatus: async (status) => ({ items: all().filter((one) => one.status === status) }),
    ofRound: async (roundId, status) =>
      all().filter((one) => one.roundId === roundId && one.status === status),
    save: async (change) => {
      const { id, version } = change.message;
      if ((byId.get(id)?.version ?? 0) !== version - 1) return fail({ kind: 'conflict' });
      byId.set(id, change.message);
      saved.push(change);
      return ok(undefined);
    },
  };
};

export const anAccount = (id: string, over: Partial<Account> = {}): Account => ({
  id,
  version: 1,
  email: `${id}@city.example`,
  name: `Person ${id}`,
  language: 'en',
  createdAt: '2026-11-01T00:00:00.000Z',
  ...over,
});

type Belonging = { personId: string; as: 'owner' | 'editor' | 'viewer' };

/** People in memory: who belongs to the one organisation there is. */
export const fakePeople = (members: readonly Belonging[], accounts: readonly Account[] = []): People => ({
  find: async (personId) => ({
    account: accounts.find(({ id }) => id === personId) ?? anAccount(personId),
    actor: { kind: 'person', personId, roles: [] },
  }),
  membersOf: async () => members,
  reviewersOf: async () => [],
});

/** What an outbox's use cases ask beside messages: nobody conflicts, but with what is named. */
export const nobodyKept = (...kept: string[]) => ({
  applications: {
    many: async (ids: readonly string[]) => ids.map((id) => anApplication({ id, status: 'declined' })),
    allSent: async () => ['a1', 'a2'].map((id) => anApplication({ id })),
  },
  introductions: { many: async (): Promise<readonly Introduction[]> => [] },
  clearance: async () => (one: { id: string }) => (kept.includes(one.id) ? 'declared' : undefined),
});
