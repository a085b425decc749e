import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Account, openAccount } from '../../../shared/accounts/account.ts';
import { mergeAccounts, widest } from '../../../shared/accounts/merge-accounts.ts';
import type { HeldRole } from '../../../shared/accounts/role.ts';
import { classOf } from '../../../shared/conflicts/conflict-kind.ts';
import { organisationDigest, parts, personDigests } from '../../../shared/conflicts/facts.ts';
import { findConflicts } from '../../../shared/conflicts/find-conflicts.ts';
import { type Finding, keptBy, stands } from '../../../shared/conflicts/finding.ts';
import type { PersonProfile } from '../../../shared/conflicts/person-profile.ts';
import { resolvePlace } from '../../../shared/conflicts/resolve-place.ts';
import type { Settlement } from '../../../shared/conflicts/settlement.ts';
import { idsOf, type Person, type Role } from '../../../shared/kernel/actor.ts';
import { declaredBy } from '../../../shared/reviews/staff-clearance.ts';
import { aProfile, fakeInterests, fakeProfiles, fakeSettlements } from '../../support/conflicts-fakes.ts';
import { anApplication, aReview, fakeReviews, fakeStaffConflicts } from '../../support/reviews-fakes.ts';

const at = new Date('2027-01-16T12:00:00.000Z');
const organisations = ['austin', 'tacoma', 'guild'].map((id) => ({
  id,
  version: 1,
  legalName: `The ${id} society`,
  kind: 'other-nonprofit' as const,
  createdAt: '',
}));
const names = ['Sarah Mayer', '小野 桜', 'Taro Sato'];

/** Two rivals of one theme and state and a third elsewhere, with partners, people and chapters of their own. */
const applications = [
  { id: 'a1', organisationId: 'austin', us: 'TX', jp: 'Oita', pair: ['Austin, TX', 'Oita', '大分市'] },
  { id: 'a2', organisationId: 'dallas', us: 'TX', jp: 'Miyagi', pair: ['Dallas, TX', 'Sendai', '仙台市'] },
  {
    id: 'a3',
    organisationId: 'tacoma',
    us: 'WA',
    jp: 'Fukuoka',
    pair: ['Tacoma, WA', 'Kitakyushu', '北九州市'],
  },
].map(({ id, organisationId, us, jp, pair: [usName = '', jpName = '', jpJa = ''] }, at) =>
  anApplication({
    id,
    organisationId,
    partnershipId: `pair-${id}`,
    pair: { us: usName, jp: jpName, jpJa },
    facts: {
      us,
      jp,
      orgs: [`The ${organisationId} society`, 'The guild society'].map(organisationDigest).join(''),
      people: personDigests(id, { names: [names[at] ?? ''], addressHashes: [] })
        .map((digest) => `${parts.contact}${digest}`)
        .join(''),
      chapters: ['jetaa-texoma'],
    },
  }),
);
const ids = applications.map(({ id }) => id);
const applicants = applications.map(({ organisationId }) => organisationId);
const named = [
  {
    ...{ applicationId: 'a3', roundId: 'round-1', version: 1, at: '', by: 'x' },
    people: [{ name: 'Sarah Mayer', email: '', affiliation: '', reason: 'r' }],
  },
];

const someRoles = fc.uniqueArray(
  fc.oneof(
    fc.record({
      kind: fc.constant('member' as const),
      organisationId: fc.constantFrom('austin', 'tacoma', 'guild'),
      as: fc.constantFrom('owner' as const, 'editor' as const, 'viewer' as const),
    }),
    fc.constant<Role>({ kind: 'reviewer', roundId: 'round-1' }),
    fc.constant<Role>({ kind: 'staff', programId: 'leading-asia' }),
  ),
  { selector: (role) => (role.kind === 'member' ? role.organisationId : role.kind) },
);
const someone = fc.record({
  roles: someRoles,
  name: fc.constantFrom('', ...names),
  nameJa: fc.constantFrom('', '小野桜', 'さとう たろう'),
  wasCalled: fc.subarray(names),
  places: fc.subarray(['大分市', 'Sendai', 'Oyama village']),
  home: fc.constantFrom('Austin', 'Boise', '', undefined),
  belongs: fc.subarray(['The dallas society', 'Elsewhere']),
  knows: fc.subarray(ids),
  chapter: fc.boolean(),
  removed: fc.subarray(['大分市', 'Sendai', 'Oyama village']),
  moved: fc.boolean(),
  declared: fc.subarray(ids),
  steppedAside: fc.subarray(ids),
  left: fc.subarray(['austin', 'dallas']),
});
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never;

const placementIn = (text: string) => ({
  kind: 'placement' as const,
  placement: { place: resolvePlace({ text, prefecture: undefined }), role: 'ALT' as const, from: 2009 },
});
const dallas = { kind: 'home', home: { in: 'us', city: 'Dallas', state: 'TX' } } as const;

const profileOf = (personId: string, one: Someone): PersonProfile =>
  aProfile({
    personId,
    nameJa: one.nameJa,
    ...(one.home !== undefined && { home: { in: 'us', city: one.home, state: 'TX' } }),
    placements: one.places.map((text) => ({
      place: resolvePlace({ text, prefecture: undefined }),
      role: 'ALT',
      from: 2009,
      to: 2012,
    })),
    organisations: one.belongs.map((name) => ({ name, from: 2019 })),
    partnerships: one.knows.map((id) => ({ partnershipId: `pair-${id}`, as: 'board' })),
    chapters: one.chapter ? ['jetaa-texoma'] : [],
    formerly: [
      ...one.removed.map((text) => ({ until: at.toISOString(), fact: placementIn(text) })),
      ...(one.moved ? [{ until: at.toISOString(), fact: dallas }] : []),
    ],
  });

/** Both people's facts in one world; accounts as they stand before the merge, or after it. */
const worldOf = (
  all: ReadonlyMap<string, Someone>,
  accounts: readonly Account[],
  settled: readonly Settlement[] = [],
) => {
  const each = [...all];
  const interests = fakeInterests({
    accounts,
    organisations,
    named,
    settlements: fakeSettlements(...settled),
    profiles: fakeProfiles(...each.map(([id, one]) => profileOf(id, one))),
    events: each.flatMap(([id, one]) =>
      one.left.map((scope) => ({
        ...{ id: `${id}/${scope}`, subject: `person#${id}`, type: 'role-revoked', by: 'x' },
        ...{ at: '2026-05-01T00:00:00.000Z', data: { role: 'editor', scope } },
      })),
    ),
  });
  const reviews = fakeReviews(
    ...each.flatMap(([reviewerId, one]) =>
      one.declared.map((applicationId) => ({
        review: aReview({ applicationId, reviewerId, status: 'conflicted', conflictReason: 'Said so' }),
      })),
    ),
  );
  const staffConflicts = fakeStaffConflicts(
    ...each.flatMap(([personId, one]) =>
      one.steppedAside.map((applicationId) => ({
        ...{ applicationId, personId, roundId: 'round-1', reason: 'Said so', at: '' },
      })),
    ),
  );
  return async (person: Person): Promise<ReadonlyMap<string, readonly Finding[]>> => {
    const [facts, declared] = await Promise.all([
      interests.ofPerson(person),
      declaredBy({ reviews, staffConflicts })(person, 'round-1'),
    ]);
    const applying = person.roles.flatMap((role) =>
      role.kind === 'member' && applicants.includes(role.organisationId) ? [role.organisationId] : [],
    );
    const around = { applying, named, others: applications, declared };
    return new Map(applications.map((one) => [one.id, findConflicts(facts, one, around)]));
  };
};

const opened = (id: string, { name, wasCalled }: Someone): Account => ({
  ...openAccount({ id, email: `${id}@example.org`, language: 'en', by: id, at }).account,
  name,
  // A nameless survivor takes the other's name: what it was called once may be what it is called again.
  formerNames: (name === '' ? [] : wasCalled).map((one) => ({ name: one, until: at.toISOString() })),
});
const held = ({ roles }: Someone): HeldRole[] =>
  roles.map((role) => ({ role, since: at.toISOString(), by: 'x' }));

/** What is found of each account by itself, and of the one person they become with what staff have said before. */
const beforeAndAfter = async (
  one: Someone,
  other: Someone,
  settle: (asOne: ReadonlyMap<string, readonly Finding[]>) => readonly Settlement[] = () => [],
) => {
  const into = { account: opened('one', one), held: held(one) };
  const from = { account: opened('other', other), held: held(other) };
  const all = new Map([
    ['one', one],
    ['other', other],
  ]);
  const before = worldOf(all, [into.account, from.account]);
  const [asOne, asOther] = await Promise.all([
    before({ kind: 'person', personId: 'one', roles: one.roles }),
    before({ kind: 'person', personId: 'other', roles: other.roles }),
  ]);
  const merged = mergeAccounts(into, from, { by: 'x', at, reason: '' });
  if (!merged.ok) throw new Error('the merge was refused');
  const { survivor, merged: gone, carried } = merged.value;
  const replaced = carried.map(({ replaces }) => replaces);
  const roles = [
    ...into.held.filter((role) => !replaced.includes(role)),
    ...carried.map(({ held: role }) => role),
  ].map(({ role }) => role);
  expect(new Set(roles)).toEqual(new Set(widest([...one.roles, ...other.roles])));
  const person: Person = { kind: 'person', personId: 'one', roles, formerly: survivor.formerly ?? [] };
  expect(idsOf(person)).toEqual(['one', 'other']);
  const asBoth = await worldOf(all, [survivor, gone], settle(asOne))(person);
  return { asOne, asOther, asBoth };
};

test('whatever two accounts hold, the merged one has every conflict that either had', async () => {
  await fc.assert(
    fc.asyncProperty(someone, someone, async (one, other) => {
      const { asOne, asOther, asBoth } = await beforeAndAfter(one, other);
      for (const id of ids) {
        const found = asBoth.get(id) ?? [];
        const causes = found.map(({ cause }) => cause);
        for (const kept of [...(asOne.get(id) ?? []), ...(asOther.get(id) ?? [])])
          expect(causes).toContain(kept.cause);
        const wasKept = [asOne, asOther].some((of) => (of.get(id) ?? []).some(stands));
        if (wasKept) expect(keptBy(found)).toBeDefined();
      }
    }),
    { numRuns: 100 },
  );
});

test('whatever staff let go of one account, nothing that the other’s profile says is let go by it', async () => {
  const letGo = (asOne: ReadonlyMap<string, readonly Finding[]>): Settlement[] =>
    [...asOne].flatMap(([applicationId, findings]) =>
      findings
        .filter((one) => one.class !== 'hard')
        .map(({ cause, kind }) => ({
          ...{ roundId: 'round-1', applicationId, personId: 'one', cause, version: 1 },
          ...{
            outcome: kind === 'rival' ? ('waived' as const) : ('none' as const),
            reason: 'Asked',
            by: 'x',
            at: '',
          },
        })),
    );
  await fc.assert(
    fc.asyncProperty(someone, someone, async (one, other) => {
      const { asOne, asOther, asBoth } = await beforeAndAfter(one, other, letGo);
      for (const id of ids) {
        const ofOne = new Set((asOne.get(id) ?? []).map(({ cause }) => cause));
        const found = new Map((asBoth.get(id) ?? []).map((each) => [each.cause, each]));
        for (const { cause, kind } of asOther.get(id) ?? []) {
          if (kind !== 'rival' && classOf(kind) === 'unknown') expect(ofOne.has(cause)).toBe(false);
          const after = found.get(cause);
          if (!ofOne.has(cause)) expect(after && stands(after)).toBe(true);
        }
      }
    }),
    { numRuns: 100 },
  );
});
