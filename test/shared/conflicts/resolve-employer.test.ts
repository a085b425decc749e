import { expect, test } from 'vitest';
import type { contractingKinds } from '../../../shared/conflicts/placement.ts';
import { resolveEmployer } from '../../../shared/conflicts/resolve-employer.ts';
import { resolvePlace } from '../../../shared/conflicts/resolve-place.ts';
import { resolved } from '../../../shared/conflicts/resolve-said.ts';
import { found, kinds } from '../../support/austin-findings.ts';

const beppu = resolvePlace({ text: '別府市' });

test.each([
  ['municipality', '大分市', '大分市'],
  ['municipality', 'Oita', '大分市'],
  ['municipality', '大分市役所', '大分市'],
  ['municipality', 'Ōita City Hall', '大分市'],
  ['board-of-education', '大分市教育委員会', '大分市'],
  ['board-of-education', 'Oita City Board of Education', '大分市'],
  ['board-of-education', 'Board of Education of Oita City', '大分市'],
  ['board-of-education', 'Saiki BOE', '佐伯市'],
  ['municipality', '九重町役場', '九重町'],
  // The prefecture’s, or it may be.
  ['board-of-education', '大分県教育委員会', undefined],
  ['board-of-education', 'Oita Board of Education', undefined],
  ['board-of-education', 'Oita Prefecture Board of Education', undefined],
  ['prefecture', 'Oita', undefined],
  ['private-school', 'Oita Gakuen', undefined],
  ['municipality', undefined, undefined],
  ['municipality', 'Nowhere', undefined],
] as const)('an employer that is a %s called %s is of %s', (kind, name, town) => {
  const said = name === undefined ? { kind } : { kind, name };
  const { place, ...kept } = resolveEmployer(said, beppu);
  expect(place?.municipality?.nameJa).toBe(town);
  expect(kept).toEqual(said);
});

test('an employer’s town is looked for in the prefecture served: Fuchu’s two in Hiroshima stay untold', () => {
  const tokyo = resolvePlace({ text: '八王子市' });
  const hiroshima = resolvePlace({ text: '呉市' });
  const said = { kind: 'municipality', name: 'Fuchu' } as const;
  expect(resolveEmployer(said, tokyo).place?.municipality?.code).toBe('13206');
  expect(resolveEmployer(said, hiroshima).place).toBeUndefined();
});

const servedFor = (name: string, kind: (typeof contractingKinds)[number] = 'municipality') =>
  resolved({
    placements: [
      { text: '別府市', role: 'ALT', from: 2009, to: 2012, contractingOrganisation: { kind, name } },
    ],
  });

test('who was employed by the partner and served elsewhere conflicts with it as one who served there', async () => {
  expect(await found({ profile: servedFor('大分市') })).toMatchObject([
    { kind: 'placement', class: 'hard', evidence: { home: '大分市', from: '2009', to: '2012' } },
  ]);
  expect(await kinds({ profile: servedFor('大分市教育委員会', 'board-of-education') })).toEqual([
    'placement',
  ]);
  expect(await kinds({ profile: servedFor('由布市') })).toEqual([]);
  expect(await kinds({ profile: servedFor('Nowhere town') })).toEqual([]);
});

test('an employer of the very town served is one reason and not two', async () => {
  const profile = resolved({
    placements: [
      {
        ...{ text: '大分市', role: 'CIR', from: 2009, to: 2012 },
        contractingOrganisation: { kind: 'municipality', name: '大分市' },
      },
    ],
  });
  expect(await kinds({ profile })).toEqual(['placement']);
});
