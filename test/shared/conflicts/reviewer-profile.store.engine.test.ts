import { afterAll, beforeAll, expect, test } from 'vitest';
import { reviewerProfileStore } from '../../../shared/conflicts/reviewer-profile.store.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { aProfile } from '../../support/conflicts-fakes.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('a profile is replaced only by the version after the one that was read', async () => {
  const profiles = reviewerProfileStore(engine);
  const first = aProfile({
    placements: [{ place: { text: 'Oyama village' }, role: 'ALT', from: 2009, to: 2012 }],
  });
  expect(await profiles.save({ profile: first, events: [] })).toEqual(ok(undefined));
  expect(await profiles.find('reviewer-1')).toEqual(first);
  expect(await profiles.save({ profile: first, events: [] })).toEqual(fail({ kind: 'conflict' }));
  const third = { ...first, version: 3 };
  expect(await profiles.save({ profile: third, events: [] })).toEqual(fail({ kind: 'conflict' }));
  const second = { ...first, version: 2 };
  expect(await profiles.save({ profile: second, events: [] })).toEqual(ok(undefined));
  expect(await profiles.many(['reviewer-1', 'reviewer-2', 'reviewer-1'])).toEqual([second]);
});
