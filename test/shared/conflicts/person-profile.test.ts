import { expect, test } from 'vitest';
import { profileDetailsSchema, traitsOf } from '../../../shared/conflicts/person-profile.ts';
import { savePersonProfile } from '../../../shared/conflicts/save-person-profile.ts';
import { viewPersonProfile } from '../../../shared/conflicts/view-person-profile.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { aProfile, fakeProfiles, profileDetails } from '../../support/conflicts-fakes.ts';
import { fakePartnerships } from '../../support/partnerships-fakes.ts';
import { callAt, reviewer } from '../../support/reviews-fakes.ts';

const ports = (profiles = fakeProfiles()) => ({ profiles, directory: fakePartnerships().partnerships });

test('a placement is resolved to its town in any script, and kept in words where no town or several are meant', async () => {
  const placement = (text: string, prefecture?: 'Fukui') =>
    ({ text, prefecture, role: 'ALT', from: 2009, to: 2012 }) as const;
  const typed = ['Ōita', '大分市', 'おおいた', 'Oita-shi', 'Oyama village'].map((text) => placement(text));
  const details = profileDetails({ placements: [...typed, placement('Echizen', 'Fukui')] });
  const saved = await savePersonProfile(ports())(reviewer(), { ...details, version: 0 }, callAt());
  if (!saved.ok) throw new Error(saved.failure.kind);
  expect(saved.value.profile?.placements.map(({ place }) => place.municipality?.nameJa)).toEqual([
    '大分市',
    '大分市',
    '大分市',
    '大分市',
    undefined,
    undefined,
  ]);
  expect(saved.value.profile?.placements.at(-1)?.place).toEqual({ text: 'Echizen', prefecture: 'Fukui' });
});

test('a town that was picked from several of its name stands', async () => {
  const placements = [{ text: 'Echizen', code: '18209', role: 'CIR', from: 2010, to: 2012 } as const];
  const input = { ...profileDetails({ placements }), version: 0 };
  const saved = await savePersonProfile(ports())(reviewer(), input, callAt());
  expect(saved.ok && saved.value.profile?.placements[0]?.place.municipality?.nameJa).toBe('越前市');
});

test('a town that was picked in another prefecture than is chosen now no longer stands', async () => {
  const placements = [
    { text: '府中市', prefecture: 'Hiroshima', code: '13206', role: 'CIR', from: 2010, to: 2012 } as const,
  ];
  const input = { ...profileDetails({ placements }), version: 0 };
  const saved = await savePersonProfile(ports())(reviewer(), input, callAt());
  expect(saved.ok && saved.value.profile?.placements[0]?.place.municipality?.prefecture).toBe('Hiroshima');
});

test('words of a placement or a home that the form does not know are refused by name', () => {
  const placement = { text: '大分市', role: 'ALT', from: 2009, to: 2012 };
  const refused = [
    { placements: [{ ...placement, salary: 1 }] },
    { placements: [{ ...placement, contractingOrganisation: { kind: 'prefecture', head: 'x' } }] },
    { home: { in: 'us', state: 'TX', street: 'x' } },
  ];
  for (const one of refused)
    expect(profileDetailsSchema.safeParse(one).error?.issues[0]?.code).toBe('unrecognized_keys');
  expect(profileDetailsSchema.parse({ home: { in: 'us', state: 'TX' } }).home).toEqual({
    in: 'us',
    city: '',
    state: 'TX',
  });
});

test('a partnership that is not in the directory is refused by its field', async () => {
  const partnerships = [{ partnershipId: 'nowhere', as: 'board' } as const];
  const input = { ...profileDetails({ partnerships }), version: 0 };
  expect(await savePersonProfile(ports())(reviewer(), input, callAt())).toEqual(
    fail({
      kind: 'invalid-input',
      fields: [{ path: 'partnerships.0.partnershipId', code: 'not-a-partnership' }],
    }),
  );
});

test('two tabs never overwrite silently, and the same words twice are one version', async () => {
  const profiles = fakeProfiles();
  const save = savePersonProfile(ports(profiles));
  const first = { ...profileDetails({ business: true }), version: 0 };
  expect(await save(reviewer(), first, callAt())).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await save(reviewer(), first, callAt())).toMatchObject({ ok: true, value: { version: 1 } });
  const other = { ...profileDetails({ japanese: 'well' }), version: 0 };
  expect(await save(reviewer(), other, callAt())).toEqual(fail({ kind: 'stale', current: 1 }));
});

test('the event of a saved profile says which kinds came and went, and nothing of what they are', async () => {
  const events: unknown[] = [];
  const kept = fakeProfiles();
  const profiles = {
    ...kept,
    save: (change: Parameters<typeof kept.save>[0]) => {
      events.push(...change.events);
      return kept.save(change);
    },
  };
  const home = { in: 'us', city: 'Planted Town', state: 'TX' } as const;
  await savePersonProfile(ports(profiles))(reviewer(), { ...profileDetails({ home }), version: 0 }, callAt());
  await savePersonProfile(ports(profiles))(reviewer(), { ...profileDetails(), version: 1 }, callAt());
  const type = 'person-profile-saved';
  expect(events).toMatchObject([
    { type, data: { 'home-added': 1 } },
    { type, data: { 'home-removed': 1 } },
  ]);
  expect(JSON.stringify(events)).not.toContain('Planted');
});

test('a profile is its person’s own, and nobody’s who is not signed in', async () => {
  const view = viewPersonProfile({ profiles: fakeProfiles(aProfile()) });
  expect(await view(reviewer(), {}, callAt())).toMatchObject({ ok: true, value: { version: 1 } });
  expect(await view(reviewer('reviewer-2'), {}, callAt())).toMatchObject({ ok: true, value: { version: 0 } });
  expect(await view(publicActor, {}, callAt())).toEqual(fail({ kind: 'not-found' }));
});

test('years must be in order, and what the form does not know is refused', () => {
  const organisation = { name: 'Oita Toy Guild', from: 2020, to: 2019 };
  expect(profileDetailsSchema.safeParse({ organisations: [organisation] }).error?.issues[0]?.path).toEqual([
    'organisations',
    0,
    'to',
  ]);
  expect(profileDetailsSchema.safeParse({ secret: 1 }).success).toBe(false);
});

test('assignment learns the region of the home state and whether somebody served', () => {
  expect(traitsOf(aProfile({ home: { in: 'us', city: 'Austin', state: 'TX' } }))).toMatchObject({
    region: 'South',
    jet: false,
  });
  expect(traitsOf(aProfile()).region).toBeUndefined();
});
