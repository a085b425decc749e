import { expect, test } from 'vitest';
import type { Home } from '../../../../shared/conflicts/person-profile.ts';
import { resolvePlace } from '../../../../shared/conflicts/resolve-place.ts';
import { livesIn, placeWords } from '../../../../web/components/places/place-words.ts';
import { placeProblem } from '../../../../web/components/places/problem-words.ts';
import { translate } from '../../../../web/messages/translate.ts';

const [en, ja] = (['en', 'ja'] as const).map((language) => ({ language, t: translate(language) }));
if (!en || !ja) throw new Error('Two languages');
const texas: Home = { in: 'us', city: '', state: 'TX' };

test('a town that has merged is read in its own words with the present one, any other by its name', () => {
  const merged = resolvePlace({ text: '佐賀関町', code: '44201' });
  expect(placeWords(en, merged)).toBe('佐賀関町 (now part of 大分市)');
  expect(placeWords(ja, merged)).toBe('佐賀関町（現 大分市）');
  expect(placeWords(en, resolvePlace({ text: 'Ōita' }))).toBe('大分市');
  expect(placeWords(ja, resolvePlace({ text: 'Nowhere village' }))).toBe('Nowhere village');
});

test('a home is read by its city, by its state alone in the reader’s language, or in its words', () => {
  expect(livesIn(en, texas)).toBe('Texas');
  expect(livesIn(ja, texas)).toBe('テキサス州');
  expect(livesIn(ja, { ...texas, city: 'Austin' })).toBe('テキサス州 Austin');
  expect(livesIn(en, { in: 'elsewhere', text: 'Lisbon' })).toBe('Lisbon');
  expect(livesIn(en, { in: 'japan', place: resolvePlace({ text: '大分市' }) })).toBe('大分市');
});

test('a placement’s wrong years have their own sentence in both languages, and what is no place’s has none', () => {
  for (const code of ['before-jet', 'in-the-future', 'ends-before-start', 'over-five-years'])
    for (const view of [en, ja]) expect(placeProblem(view, { path: 'placements.0.to', code })).toBeTruthy();
  expect(placeProblem(en, { path: 'nameJa', code: 'too_big' })).toBeUndefined();
});
