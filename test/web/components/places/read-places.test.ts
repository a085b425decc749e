import { expect, test } from 'vitest';
import { typedFrom } from '../../../../web/components/form/typed.ts';
import { readPlaces } from '../../../../web/components/places/read-places.ts';

const read = (form: Readonly<Record<string, string>>) => readPlaces(typedFrom(Object.entries(form)));
/** One placement, its fields without their group. */
const placed = (row: Readonly<Record<string, string>>) => {
  const form = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [`placements.0.${name}`, value]),
  );
  const { placements, problems, questions } = read(form);
  return {
    placement: placements[0],
    problems,
    questions: questions.map(({ path, code }) => `${path} ${code}`),
  };
};

test('a placement is read with its years and its employer, empty fields left out', () => {
  expect(
    placed({
      ...{ text: '今治市', prefecture: '', role: 'ALT', from: '２００９', to: '2012' },
      ...{ 'contractingOrganisation.kind': 'prefecture', 'contractingOrganisation.name': '' },
    }),
  ).toEqual({
    placement: {
      ...{ text: '今治市', role: 'ALT', from: 2009, to: 2012 },
      contractingOrganisation: { kind: 'prefecture' },
    },
    problems: [],
    questions: [],
  });
});

test('words that name several towns ask once, and what was picked goes with the words it was picked for', () => {
  expect(placed({ text: 'Fuchu' }).questions).toEqual(['placements.0.text which-town']);
  // Asked and left open: nobody is held up.
  expect(placed({ text: 'Fuchu', said: 'Fuchu' }).questions).toEqual([]);
  expect(placed({ text: 'Fuchu', said: 'Fuchu', code: '34208' }).placement).toEqual({
    text: 'Fuchu',
    code: '34208',
  });
  expect(placed({ text: 'Fuchu', said: 'Kure', code: '34208' }).placement).toEqual({ text: 'Fuchu' });
});

test('words that are a prefecture’s too may mean anywhere in it', () => {
  expect(placed({ text: 'Ibaraki' }).questions).toEqual(['placements.0.text which-town']);
  expect(placed({ text: 'Ibaraki', said: 'Ibaraki', code: 'prefecture' }).placement).toEqual({
    text: 'Ibaraki',
    prefecture: 'Ibaraki',
  });
  expect(placed({ text: 'Ibaraki', prefecture: 'Osaka' })).toMatchObject({ questions: [] });
});

test('a town that is on no list asks what it is part of by now, and the answer is found in its prefecture', () => {
  const village = { text: '佐賀関町', prefecture: 'Oita' };
  expect(placed(village)).toMatchObject({
    placement: village,
    questions: ['placements.0.text unknown-town'],
  });
  for (const now of ['Ōita', '大分', 'おおいたし', 'ｵｵｲﾀ'])
    expect(placed({ ...village, 'now.text': now }).placement).toEqual({ ...village, code: '44201' });
  const kept = { ...village, 'now.text': '大分市', 'now.said': '大分市', 'now.code': '44201' };
  expect(placed(kept).placement).toEqual({ ...village, code: '44201' });
  // Emptied, it is untold again; written for a town that has its own name, it is nothing.
  expect(placed({ ...kept, 'now.text': '' }).placement).toEqual(village);
  expect(placed({ ...kept, text: '別府市' }).placement).toEqual({ text: '別府市', prefecture: 'Oita' });
});

test('a present town that is none or several is refused by its field until one is picked or left open', () => {
  const village = { text: '旧府中村', prefecture: 'Hiroshima' };
  const refused = (now: string) => placed({ ...village, 'now.text': now }).problems;
  expect(refused('Atlantis')).toEqual([{ path: 'placements.0.now.text', code: 'no-such-town' }]);
  expect(refused('Fuchu')).toEqual([{ path: 'placements.0.now.text', code: 'several-towns' }]);
  const asked = { ...village, 'now.text': 'Fuchu', 'now.said': 'Fuchu' };
  expect(placed({ ...asked, 'now.code': '34208' }).placement).toEqual({ ...village, code: '34208' });
  expect(placed({ ...asked, 'now.code': '' })).toMatchObject({ placement: village, problems: [] });
  expect(placed(asked).problems).toHaveLength(1);
});

test('a home is its state alone, a town in Japan with the same questions, or words', () => {
  const us = { 'home.in': 'us', 'home.state': 'WA' };
  expect(read({ ...us, 'home.city': '' }).home).toEqual({ in: 'us', city: '', state: 'WA' });
  expect(read({ ...us, 'home.city': 'Kent', 'home.town': '大分市' }).home).toEqual({
    in: 'us',
    city: 'Kent',
    state: 'WA',
  });
  const japan = read({
    'home.in': 'japan',
    'home.town': '佐賀関町',
    'home.prefecture': 'Oita',
    'home.city': 'Kent',
  });
  expect(japan.home).toEqual({ in: 'japan', text: '佐賀関町', prefecture: 'Oita' });
  expect(japan.questions).toEqual([{ path: 'home.town', code: 'unknown-town' }]);
  expect(japan.fieldOf('home.text')).toBe('home.town');
  expect(read({ 'home.in': 'elsewhere', 'home.text': 'Lisbon' }).home).toEqual({
    in: 'elsewhere',
    text: 'Lisbon',
  });
  expect(read({}).home).toBeUndefined();
});

test('a problem bears the number of the row that it was typed in, and what goes with a town makes no row', () => {
  const typed = {
    ...{ 'placements.0.said': 'Fuchu', 'placements.0.code': '34208', 'placements.0.now.text': '大分市' },
    ...{ 'placements.3.text': '大分市', 'placements.3.from': '1980' },
  };
  const { placements, fieldOf } = read(typed);
  expect(placements).toEqual([{ text: '大分市', from: 1980 }]);
  expect(fieldOf('placements.0.from')).toBe('placements.3.from');
  expect(fieldOf('placements.0.contractingOrganisation.kind')).toBe(
    'placements.3.contractingOrganisation.kind',
  );
});
