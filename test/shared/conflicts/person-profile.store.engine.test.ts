import { afterAll, beforeAll, expect, test } from 'vitest';
import { personProfileStore } from '../../../shared/conflicts/person-profile.store.ts';
import { maxFormer } from '../../../shared/conflicts/person-profile.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { aProfile } from '../../support/conflicts-fakes.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('a profile is replaced only by the version after the one that was read', async () => {
  const profiles = personProfileStore(engine);
  const first = aProfile({
    placements: [{ place: { text: 'Oyama village' }, role: 'ALT', from: 2009, to: 2012 }],
  });
  expect(await profiles.save({ profile: first, events: [] })).toEqual(ok(undefined));
  expect(await profiles.find('reviewer-1')).toEqual(first);
  expect(await profiles.save({ profile: first, events: [] })).toEqual(fail({ kind: 'conflict' }));
  const third = { ...first, version: 3 };
  expect(await profiles.save({ profile: third, events: [] })).toEqual(fail({ kind: 'conflict' }));
  const fact = { kind: 'home', home: { in: 'us', city: 'Austin', state: 'TX' } } as const;
  const second = { ...first, version: 2, formerly: [{ until: '2027-01-06T09:00:00.000Z', fact }] };
  expect(await profiles.save({ profile: second, events: [] })).toEqual(ok(undefined));
  expect(await profiles.many(['reviewer-1', 'reviewer-2', 'reviewer-1'])).toEqual([second]);
});

test('a profile that was stored before former facts were kept has none', async () => {
  const profiles = personProfileStore(engine);
  const { formerly: _, ...stored } = aProfile({ personId: 'reviewer-9' });
  // As the table holds it from before.
  const before = stored as ReturnType<typeof aProfile>;
  expect(await profiles.save({ profile: before, events: [] })).toEqual(ok(undefined));
  expect(await profiles.find('reviewer-9')).toEqual({ ...stored, formerly: [] });
});

test('the fullest profile stays far below what an item may hold', () => {
  const long = '市'.repeat(160);
  const organisation = { name: long, from: 2000, to: 2027 };
  const place = {
    text: '市'.repeat(120),
    prefecture: 'Kagoshima' as const,
    municipality: { code: '46201', name: 'x'.repeat(40), nameJa: '市'.repeat(20), prefecture: 'Kagoshima' },
  };
  const placement = { place, role: 'ALT' as const, from: 2000, to: 2003 };
  const contractingOrganisation = { kind: 'municipality' as const, name: '市'.repeat(120), place };
  const full = aProfile({
    organisations: Array(20).fill(organisation),
    placements: Array(8).fill({ ...placement, contractingOrganisation }),
    formerly: Array(maxFormer).fill({
      until: '2027-01-06T09:00:00.000Z',
      fact: { kind: 'placement', placement },
    }),
  });
  expect(Buffer.byteLength(JSON.stringify(full))).toBeLessThan(100_000);
});
