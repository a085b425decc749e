import type { Withdrawal } from '../../shared/alumni/alum.port.ts';
import type { Person } from '../../shared/kernel/actor.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { AlumCard } from '../../shared/matches/alum-card.ts';
import type { Asides, AsidesKept } from '../../shared/matches/asides.port.ts';
import { remakeLists } from '../../shared/matches/remake-lists.ts';
import type { Claim, Partnership } from '../../shared/partnerships/partnership.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import {
  cardsInMemory,
  listsInMemory,
  noneAdded,
  seekingsInMemory,
  weightsInMemory,
} from './matches-fakes.ts';

export const matchedAt = new Date('2026-11-29T12:00:00.000Z');
export const lakeland: Partnership = {
  id: 'lakeland-fl-imabari',
  us: { name: 'Lakeland', region: 'FL', nameJa: 'レイクランド市' },
  jp: { name: 'Imabari', region: 'Ehime', nameJa: '今治市' },
  establishedYear: 1995,
  standing: 'reference',
};

const person = (personId: string, ...roles: Person['roles']): Person => ({ kind: 'person', personId, roles });
const member = (as: 'owner' | 'editor' | 'viewer', organisationId = 'org') =>
  ({ kind: 'member', organisationId, as }) as const;

/** Whoever may look at Lakeland's list, and whoever may not. */
export const lookers = {
  owner: person('owner', member('owner')),
  editor: person('editor', member('editor')),
  viewer: person('viewer', member('viewer')),
  claimant: person('claimant', member('owner', 'claimed-only')),
  lead: person('lead', { kind: 'lead', chapterId: 'jetaa-florida' }),
  otherLead: person('other-lead', { kind: 'lead', chapterId: 'jetaa-texoma' }),
  staff: person('staff', { kind: 'staff', programId: 'leading-asia' }),
  stranger: person('stranger'),
} as const;

/** Lakeland, whose claim by `org` is verified, with the list of these alumni. */
export const matchedWorld = async (alumni: readonly AlumCard[]) => {
  const [cards, lists, seekings] = [cardsInMemory(alumni), listsInMemory(), seekingsInMemory()];
  const withdrawals: Withdrawal[] = [];
  let kept: Asides = { partnershipId: lakeland.id, version: 0, alumIds: [] };
  const asides: AsidesKept = {
    find: async () => kept,
    save: async (next) => {
      kept = next;
      return ok(undefined);
    },
  };
  const claim = (organisationId: string, status: Claim['status']): Claim => ({
    ...{ partnershipId: lakeland.id, organisationId, version: 1, status },
    ...{ claimedBy: 'owner', claimedAt: matchedAt.toISOString() },
  });
  const ports = {
    ...{ cards: cards.cards, lists: lists.lists, seekings: seekings.seekings, asides },
    weights: weightsInMemory(),
    partnerships: {
      ...noneAdded,
      many: async (ids: readonly string[]) => (ids.includes(lakeland.id) ? [lakeland] : []),
    },
    directory: {
      find: async (id: string) => (id === lakeland.id ? lakeland : undefined),
      claim: async (id: string, organisationId: string) =>
        id === lakeland.id
          ? claim(organisationId, organisationId === 'org' ? 'verified' : 'claimed')
          : undefined,
    },
    withdrawals: { all: async () => withdrawals },
    cursors: cursorsWith('seal'),
    clock: () => matchedAt,
  };
  await remakeLists(ports)([lakeland.id]);
  return { cards, lists, seekings, withdrawals, ports };
};
