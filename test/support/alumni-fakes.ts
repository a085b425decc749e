import type { AlumDrafts, Alumni, Withdrawal } from '../../shared/alumni/alum.port.ts';
import { type Alum, offerSchema } from '../../shared/alumni/alum.ts';
import type { AlumDraft, Registration } from '../../shared/alumni/alum-draft.ts';
import { type Choices, decide } from '../../shared/alumni/consent.ts';
import type { PersonProfiles } from '../../shared/conflicts/person-profile.port.ts';
import { leaveAll } from '../../shared/introductions/alum-requests.ts';
import type { EndedIntroductions } from '../../shared/introductions/introduction.port.ts';
import type { DomainEvent } from '../../shared/kernel/event.ts';
import { fail, ok } from '../../shared/kernel/result.ts';

export const allAgreed: Choices = { matched: true, chapter: true, mail: true, statistics: true };
export const noneAgreed: Choices = { matched: false, chapter: false, mail: false, statistics: false };

type Whole = { readonly [Page in keyof Registration]-?: NonNullable<Registration[Page]> };

/** Everything that registering asks for: somebody who taught in Imabari and lives near Lakeland, its sister city. */
export const aRegistration = (over: Partial<Whole> = {}): Whole => ({
  nameJa: '',
  placements: [{ text: '今治市', prefecture: 'Ehime', role: 'ALT', from: 2009, to: 2012 }],
  home: { in: 'us', city: 'Orlando', state: 'FL' },
  offer: offerSchema.parse({ japanese: 'N1', fields: ['international-trade'], skills: ['food export'] }),
  choices: allAgreed,
  ...over,
});

export const anAlum = (over: Partial<Alum> = {}): Alum => ({
  personId: 'alum-1',
  alumId: '0b6a7f4e-0000-4000-8000-0000003f9c2e',
  version: 1,
  registeredAt: '2027-01-05T09:00:00.000Z',
  savedAt: '2027-01-05T09:00:00.000Z',
  ...offerSchema.parse({}),
  consents: decide(undefined, allAgreed, new Date('2027-01-05T09:00:00.000Z')),
  ...over,
});

/** Alumni in memory, as strict about versions as the store; what was saved with them beside. */
export const fakeAlumni = (profiles: Pick<PersonProfiles, 'save'>, ...held: Alum[]) => {
  const byPerson = new Map(held.map((one) => [one.personId, one]));
  const events: DomainEvent[] = [];
  const withdrawals: Withdrawal[] = [];
  const alumni: Alumni = {
    find: async (personId) => byPerson.get(personId),
    many: async (ids) => ids.flatMap((id) => byPerson.get(id) ?? []),
    all: async () => ({ items: [...byPerson.values()], next: undefined }),
    save: async ({ alum, events: added, withdrawn, profile }) => {
      if ((byPerson.get(alum.personId)?.version ?? 0) !== alum.version - 1) return fail({ kind: 'conflict' });
      const saved = profile ? await profiles.save(profile) : ok(undefined);
      if (!saved.ok) return saved;
      byPerson.set(alum.personId, alum);
      events.push(...added);
      const { personId, alumId, version } = alum;
      if (withdrawn.length > 0) withdrawals.push({ personId, alumId, version, purposes: withdrawn });
      return ok(undefined);
    },
  };
  return { alumni, events, withdrawals };
};

/** For an alum whom nobody has asked. */
export const nothingOpen = async (personId: string, { at }: { at: Date }): Promise<EndedIntroductions> => ({
  requests: leaveAll(undefined, { personId }, at),
  changes: [],
});

export const fakeAlumDrafts = (): AlumDrafts => {
  const held = new Map<string, AlumDraft>();
  return {
    find: async (personId) => held.get(personId),
    save: async (draft) => {
      if ((held.get(draft.personId)?.version ?? 0) !== draft.version - 1) return fail({ kind: 'conflict' });
      held.set(draft.personId, draft);
      return ok(undefined);
    },
    forget: async (personId) => {
      held.delete(personId);
    },
  };
};
