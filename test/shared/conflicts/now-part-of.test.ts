import { expect, test } from 'vitest';
import { isNowPartOf } from '../../../shared/conflicts/now-part-of.ts';
import { resolvePlace } from '../../../shared/conflicts/resolve-place.ts';
import { kinds } from '../../support/austin-findings.ts';

const oita = '44201';

test.each([
  ['Saganoseki', oita, true],
  ['佐賀関町', oita, true],
  ['大分市', oita, false],
  ['Ōita-shi', oita, false],
  ['おおいた', oita, false],
  ['ｵｵｲﾀｼ', oita, false],
  ['Echizen', '18209', false],
  ['Nowhere village', undefined, false],
] as const)('%s with the town %s picked for it has merged: %s', (text, code, merged) => {
  const place = resolvePlace({ text, prefecture: code && undefined, code });
  expect(isNowPartOf(place)).toBe(merged);
  expect(place.text).toBe(text);
});

test('a town that has merged conflicts as the present one does', async () => {
  const place = resolvePlace({ text: '佐賀関町', prefecture: 'Oita', code: oita });
  const profile = { placements: [{ place, role: 'ALT' as const, from: 2001, to: 2003 }] };
  expect(await kinds({ profile })).toEqual(['placement']);
});
