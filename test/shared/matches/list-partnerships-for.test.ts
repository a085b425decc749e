import { expect, test } from 'vitest';
import { offerSchema } from '../../../shared/alumni/alum.ts';
import { nothingWritten, type PersonProfile } from '../../../shared/conflicts/person-profile.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { listPartnershipsFor } from '../../../shared/matches/list-partnerships-for.ts';
import { listedPartnerships } from '../../../shared/reference/partnerships.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { anAlum } from '../../support/alumni-fakes.ts';
import { noneAdded, seekingsInMemory, weightsInMemory } from '../../support/matches-fakes.ts';
import { matchedAt } from '../../support/matches-world.ts';

const call = { receivedAt: matchedAt, idempotencyKey: 'k' };
const imabari = { code: '38202', name: 'Imabari', nameJa: '今治市', prefecture: 'Ehime' };
const alum = anAlum({ personId: 'p1', alumId: 'a1', ...offerSchema.parse({ availability: 'none' }) });
const profile: PersonProfile = {
  ...nothingWritten,
  ...{ personId: 'p1', version: 1, savedAt: matchedAt.toISOString(), formerly: [] },
  placements: [{ place: { text: '今治市', municipality: imabari }, role: 'ALT', from: 2009, to: 2012 }],
  home: { in: 'us', city: 'Lakeland', state: 'FL' },
};
const list = listPartnershipsFor({
  alumni: { many: async (ids) => (ids.includes('p1') ? [alum] : []) },
  profiles: { find: async () => profile },
  introductions: {
    requestsOf: async () => ({
      ...{ personId: 'p1', version: 1, open: [], resting: [] },
      blocked: ['lakeland-fl-imabari'],
    }),
  },
  seekings: seekingsInMemory().seekings,
  weights: weightsInMemory(),
  partnerships: {
    ...noneAdded,
    many: async (ids) =>
      listedPartnerships
        .filter(({ id }) => ids.includes(id))
        .map((one) => ({ ...one, standing: 'reference' as const })),
  },
  cursors: cursorsWith('seal'),
});
const person = (personId: string) => ({ kind: 'person', personId, roles: [] }) as const;

test('an alum’s own list is ranked by what ties them, twenty a page and sixty at most, also while nobody may ask them', async () => {
  const seen: string[] = [];
  const scores: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(person('p1'), { cursor }, call);
    if (!page.ok) throw new Error(page.failure.kind);
    expect(page.value.isListed).toBe(false);
    seen.push(...page.value.items.map(({ partnership }) => partnership.id));
    scores.push(...page.value.items.map(({ score }) => score));
    cursor = page.value.next;
  } while (cursor);
  expect(seen[0]).toBe('lakeland-fl-imabari');
  expect(seen.length).toBeGreaterThan(40);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeLessThanOrEqual(60);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

test('it says why, and which partnership they do not wish to hear from', async () => {
  const page = await list(person('p1'), {}, call);
  expect(page).toMatchObject({
    value: {
      items: expect.arrayContaining([
        expect.objectContaining({
          isBlocked: true,
          reasons: [
            expect.objectContaining({ kind: 'served', where: 'place' }),
            { kind: 'lives-near', kilometres: 0, place: 'Lakeland' },
          ],
        }),
      ]),
    },
  });
});

test('whoever has not registered has none, and a made-up cursor opens nothing', async () => {
  expect(await list(person('p2'), {}, call)).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await list(publicActor, {}, call)).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await list(person('p1'), { cursor: 'x'.repeat(60) }, call)).toMatchObject({
    failure: { kind: 'invalid-input' },
  });
});
