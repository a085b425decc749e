import { expect, test } from 'vitest';
import { listedPartnership } from '../../../../shared/reference/partnerships.ts';
import { translate } from '../../../../web/messages/translate.ts';
import { placeOf } from '../../../../web/pages/matches/place-of.ts';
import { reasonWords } from '../../../../web/pages/matches/reason-words.ts';
import type { View } from '../../../../web/view.ts';

const viewIn = (language: View['language']) => ({ language, t: translate(language) }) as View;
const oita = {
  role: 'ALT',
  name: 'Oita',
  nameJa: '大分市',
  prefecture: 'Oita',
  from: 2015,
  to: 2018,
} as const;

test('a city of its prefecture’s name is not taken for the prefecture', () => {
  expect([placeOf(viewIn('en'), oita), placeOf(viewIn('ja'), oita)]).toEqual(['Oita', '大分県大分市']);
  const anywhere = { name: 'Oita', prefecture: 'Oita' } as const;
  expect([placeOf(viewIn('en'), anywhere), placeOf(viewIn('ja'), anywhere)]).toEqual(['Oita', '大分県']);
});

test.each([
  [
    'austin-tx-oita',
    'Served in Oita, your sister city, 2015–2018.',
    '姉妹都市の大分県大分市に勤務していました',
  ],
  [
    'state-of-maryland-md-kanagawa-prefecture',
    'Served in Kanagawa, your sister prefecture, 2015–2018.',
    '姉妹提携先の神奈川県に勤務していました',
  ],
])('whoever served in the Japanese side of %s is told so', (id, english, japanese) => {
  const pair = listedPartnership(id);
  if (!pair) throw new Error(id);
  const reason = { kind: 'served', where: 'place', in: oita } as const;
  expect(reasonWords(viewIn('en'), reason, pair)).toBe(english);
  expect(reasonWords(viewIn('ja'), reason, pair)).toBe(`${japanese}（2015～2018年）。`);
});
