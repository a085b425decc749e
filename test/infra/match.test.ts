import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { runMatch } from '../../infra/match/run-match.ts';

const folder = mkdtempSync(join(tmpdir(), 'shimai-match-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [out, summary] = [join(folder, 'matches.csv'), join(folder, 'summary.json')];
beforeEach(() => {
  rmSync(out, { force: true });
  rmSync(summary, { force: true });
});

const put = (name: string, lines: readonly string[]) => {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};
const alumniHead = 'id,placements,us_city,us_state,japanese,skills,themes,availability';
const partnershipsHead =
  'us_place,us_state,jp_place,jp_prefecture,jp_place_ja,established_year,source,confidence,themes,needs';
const lakeland = 'Lakeland,FL,Imabari,Ehime,今治市,,weblist,high,business-development,food export;law';
const florida = 'State of Florida,FL,Wakayama Prefecture,Wakayama,和歌山県,,weblist,high,,';

const argumentsOf = (alumni: readonly string[], partnerships: readonly string[], more: readonly string[]) => [
  ...['--alumni', put('a.csv', [alumniHead, ...alumni])],
  ...['--partnerships', put('p.csv', [partnershipsHead, ...partnerships])],
  ...['--out', out, '--summary', summary, '--year', '2026', ...more],
];
const match = async (alumni: readonly string[], partnerships = [lakeland], ...more: readonly string[]) => {
  await runMatch(argumentsOf(alumni, partnerships, more), new Date(0));
  return {
    matches: readFileSync(out, 'utf8').trim().split('\n').slice(1),
    summary: JSON.parse(readFileSync(summary, 'utf8')),
  };
};

test('says in words why somebody is to be introduced', async () => {
  const yamada = 'a1,Imabari|Ehime|2009|2012,Orlando,Florida,N1,food export,Business development,open';
  const { matches, summary: told } = await match([yamada]);
  expect(matches).toEqual([
    expect.stringMatching(
      /^lakeland-fl-imabari,a1,\d+\.\d\d,served in Imabari 2009–2012; lives \d+ km from Lakeland; reads N1; business development; food export$/,
    ),
  ]);
  expect(told).toMatchObject({
    alumni: 1,
    partnerships: 1,
    introductions: 1,
    total: Number(matches[0]?.split(',')[2]),
    leftOut: [],
    alumniAsked: 1,
    unread: { count: 0, first: [] },
  });
});

test('reads the policy paper’s themes as it reads the program’s', async () => {
  const timber = lakeland.replace('business-development', 'forestry-and-timber');
  const { matches } = await match(['a1,Imabari|Ehime|2009|2012,,,,,Forestry and timber,'], [timber]);
  expect(matches[0]).toMatch(/; forestry and timber$/);
});

test.each([
  ['kanji', '今治市|愛媛県|2009|2012', 'served in 今治市 2009–2012'],
  ['kana', 'いまばり|愛媛|2009|', 'served in いまばり since 2009'],
  ['kana, the prefecture too', 'いまばり|えひめけん|2009|2012', 'served in いまばり 2009–2012'],
  ['half-width kana', 'ｲﾏﾊﾞﾘｼ|ｴﾋﾒ|2009|2012', 'served in イマバリシ 2009–2012'],
  ['wide letters', 'Ｉｍａｂａｒｉ｜Ｅｈｉｍｅ｜２００９｜２０１２', 'served in Imabari 2009–2012'],
  ['its district', '越智郡上島町|愛媛県|2009|2012', 'served in 越智郡上島町 (same prefecture) 2009–2012'],
  ['its prefecture in its own cell', '今治市（愛媛県）||2009|2012', 'served in 今治市(愛媛県) 2009–2012'],
  ['its prefecture alone', '|Ehime Pref.|2009|2012', 'served in Ehime Pref. (same prefecture) 2009–2012'],
  ['a prefecture where a town stands', 'Ehime||2009|2012', 'served in Ehime (same prefecture) 2009–2012'],
  ['romaji with its kind', 'Imabari-shi|Ehime-ken|2009|2009', 'served in Imabari-shi 2009'],
  ['no prefecture, where one town only has the name', 'Imabari||2009|2012', 'served in Imabari 2009–2012'],
  ['another town of the prefecture', 'Matsuyama|Ehime|2009|2012', 'Matsuyama (same prefecture) 2009–2012'],
  ['a prefecture beside it', 'Kochi|Kochi|2009|2012', 'Kochi (neighbouring prefecture) 2009–2012'],
])('reads a placement by %s', async (_, placement, words) => {
  const { matches, summary: told } = await match([`a1,${placement},,,,,,`]);
  expect(matches[0]).toContain(words);
  expect(told.unread.count).toBe(0);
});

test.each([
  // A town in Fukushima, and a prefecture by the Sea of Japan.
  ['a town that a prefecture elsewhere is called too', 'Ishikawa||2009|2012'],
  ['a ward that many cities have', 'Kita-ku||2009|2012'],
  ['a town of several prefectures', 'Fuchu||2009|2012'],
  ['a town beside a prefecture that is none', 'Imabari|Atlantis|2009|2012'],
  ['a merged town', 'Saganoseki||2009|2012'],
])('%s is not guessed at, and is told', async (_, placement) => {
  const { matches, summary: told } = await match([`a1,${placement},,,,,,`]);
  expect(matches).toEqual([]);
  expect(told.unread).toMatchObject({
    count: 1,
    first: [{ line: 2, column: 'placements', text: placement }],
  });
});

test('beside its prefecture, a town that is called as that is the town', async () => {
  const okinawa = 'Lakeland,FL,Okinawa,Okinawa,沖縄市,,weblist,high,,';
  const { matches } = await match(['a1,Okinawa|Okinawa|2009|2012,,,,,,'], [okinawa]);
  expect(matches[0]).toMatch(/served in Okinawa 2009–2012$/);
});

test('a state’s own partnership takes anybody in the state, and its prefecture’s towns', async () => {
  const { matches } = await match(
    ['a1,,Miami,FL,,,,', 'a2,Kushimoto|Wakayama|1999|2001,,,,,,', 'a3,Otsu|Shiga|1999|2001,,,,,,'],
    [florida],
  );
  expect(matches.map((line) => line.split(',').slice(1).join(','))).toEqual([
    expect.stringMatching(/^a2,.*served in Kushimoto 1999–2001$/),
    expect.stringMatching(/^a1,.*lives in Florida$/),
  ]);
});

test('who serves in a ward has served in its city', async () => {
  const sapporo = 'Portland,OR,Sapporo,Hokkaido,札幌市,,weblist,high,,';
  const { matches } = await match(['a1,札幌市中央区|北海道|2019|2021,,,,,,'], [sapporo]);
  expect(matches[0]).toMatch(/served in 札幌市中央区 2019–2021$/);
});

test('nobody is asked by more than the limit, and the summary says who was not asked and why', async () => {
  const alumni = ['a1', 'a2', 'a3', 'a4'].map((id, at) => `${id},Imabari|Ehime|2009|201${at},,,,,,`);
  const { matches, summary: told } = await match(
    [...alumni, 'b1,Imabari|Ehime|2009|2012,,,,,,none', 'c1,,Seattle,WA,,,,'],
    [lakeland],
    ...['--top', '2', '--max-per-alum', '1'],
  );
  expect(matches).toHaveLength(2);
  expect(told).toMatchObject({
    alumniAsked: 2,
    alumniNotAsked: { notAvailable: 1, tiedToNone: 1, othersCameFirst: 2 },
    whoWasNotAsked: { notAvailable: ['b1'], tiedToNone: ['c1'], othersCameFirst: ['a1', 'a2'] },
  });
});

test('limits above what there is are none: everybody is introduced to all that they are tied to', async () => {
  const alumni = ['a1', 'a2', 'a3'].map((id) => `${id},Imabari|Ehime|2009|2012,,FL,,,,`);
  const { matches } = await match(alumni, [lakeland, florida], '--top', '999', '--max-per-alum', '999');
  expect(matches).toHaveLength(6);
});

test.each([
  ['no alumni', [], [lakeland], ['lakeland-fl-imabari']],
  ['no partnerships', ['a1,Imabari|Ehime|2009|2012,,,,,,'], [], []],
])('%s come to a plan of nobody', async (_, alumni, partnerships, leftOut) => {
  const { matches, summary: told } = await match(alumni, partnerships);
  expect(matches).toEqual([]);
  expect(told.leftOut.map(({ partnership }: { partnership: string }) => partnership)).toEqual(leftOut);
});

test('the order of the rows changes nothing that is written', async () => {
  const alumni = ['c', 'a', 'b'].map((id) => `${id},Imabari|Ehime|2009|2012,,FL,,,,`);
  const partnerships = [lakeland, florida, lakeland.replace('Lakeland', 'Miami')];
  const limits = ['--top', '1', '--max-per-alum', '1'];
  const first = await match(alumni, partnerships, ...limits);
  const turned = await match(alumni.toReversed(), partnerships.toReversed(), ...limits);
  const told = ({ seconds: _, ...rest }: Record<string, unknown>) => rest;
  expect(turned.matches).toEqual(first.matches);
  expect(told(turned.summary)).toEqual(told(first.summary));
  expect(first.matches.map((line) => line.split(',')[0])).toEqual([
    ...['lakeland-fl-imabari', 'miami-fl-imabari', 'state-of-florida-fl-wakayama-prefecture'],
  ]);
});

test('reads columns in another order, marks of Windows, quotes and cells over several lines', async () => {
  const alumni = put('windows.csv', [
    '\ufeffavailability,id,note,placements,us_city,us_state,japanese,skills,themes\r',
    '"open","a,""1""","two\r\nlines",Imabari|Ehime|2009|2012,"Lakeland, FL",FL,N1,,\r',
    '\r',
    'open,a2,,Tosa|Kochi|2009|2012,,,,,\r',
  ]);
  await runMatch([...argumentsOf([], [lakeland], []), '--alumni', alumni], new Date(0));
  const [, first] = readFileSync(out, 'utf8').split('\n');
  expect(first).toMatch(
    /^lakeland-fl-imabari,"a,""1""",\d+\.\d\d,served in Imabari 2009–2012; lives in Lakeland; reads N1$/,
  );
  expect(JSON.parse(readFileSync(summary, 'utf8')).unread.first).toEqual([
    expect.objectContaining({ line: 5, column: 'placements' }),
  ]);
});

test('what is not understood counts for nothing and is named with its line', async () => {
  const { summary: told } = await match(['a1,Tosa|Kochi|2009|2012,,Atlantis,N9,,gardening,perhaps']);
  expect(told.unread).toMatchObject({
    count: 5,
    first: expect.arrayContaining([
      expect.objectContaining({ line: 2, column: 'us_state', text: 'Atlantis' }),
      // There are a city and a town of that name.
      expect.objectContaining({ line: 2, column: 'placements', text: 'Tosa|Kochi|2009|2012' }),
      expect.objectContaining({ column: 'japanese', text: 'N9' }),
      expect.objectContaining({ column: 'themes', text: 'gardening' }),
      expect.objectContaining({ column: 'availability', text: 'perhaps' }),
    ]),
  });
});

describe('is refused, and nothing is written', () => {
  test.each([
    ['an id that stands twice', ['a1,,,,,,,', 'a1,,,,,,,'], [lakeland], [], 'line 3: the id a1'],
    ['no id', [',,,,,,,'], [lakeland], [], 'line 2: id is empty'],
    [
      'years that are none',
      ['a1,Imabari|Ehime|soon|,,,,,,'],
      [lakeland],
      [],
      'line 2: placements: “Imabari|Ehime|soon|” does not say from which year',
    ],
    [
      'an end before its start',
      ['a1,Imabari|Ehime|2012|2009,,,,,,'],
      [lakeland],
      [],
      'line 2: placements: “Imabari|Ehime|2012|2009” ends before it begins',
    ],
    ['a placement of another form', ['a1,Imabari|Ehime|1|2|3,,,,,,'], [lakeland], [], 'is not municipality'],
    ['a last year that is none', ['a1,Imabari|Ehime|2009|now,,,,,,'], [lakeland], [], 'last year'],
    ['no Japanese place', [], ['Lakeland,FL,,Ehime,今治市,,,,,'], [], 'line 2: jp_place is empty'],
    ['a prefecture that is none', [], ['Lakeland,FL,Imabari,Atlantis,今治市,,,,,'], [], 'jp_prefecture'],
    ['a partnership that stands twice', [], [lakeland, lakeland], [], 'line 3: the partnership'],
    ['a limit of none', [], [lakeland], ['--top', '0'], '--top is a whole number from 1'],
    ['no asking', [], [lakeland], ['--max-per-alum', '0'], '--max-per-alum is a whole number from 1'],
    [
      'more than can be planned for so many',
      Array.from({ length: 60 }, (_, at) => `a${at},,,,,,,`),
      [lakeland],
      ['--top', '51'],
      '--top is at most 50',
    ],
  ])('%s', async (_, alumni, partnerships, more, words) => {
    await expect(runMatch(argumentsOf(alumni, partnerships, more), new Date(0))).rejects.toThrow(words);
    expect([existsSync(out), existsSync(summary)]).toEqual([false, false]);
  });
});

describe('writes both files or none', () => {
  test.each([
    ['a folder that is not there', join(folder, 'nowhere', 's.json')],
    ['a folder', folder],
  ])('where the summary would be in %s', async (_, path) => {
    const args = [...argumentsOf([], [lakeland], []), '--summary', path];
    await expect(runMatch(args, new Date(0))).rejects.toThrow(path);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('and never over a file that it reads, however its path is written', async () => {
    const args = argumentsOf(['a1,Imabari|Ehime|2009|2012,,,,,,'], [lakeland], []);
    const alumni = join(folder, 'a.csv');
    const link = join(folder, 'link.csv');
    symlinkSync(alumni, link);
    const before = readFileSync(alumni, 'utf8');
    for (const path of [`${folder}/./a.csv`, relative('.', alumni), link])
      await expect(runMatch([...args, '--out', path], new Date(0))).rejects.toThrow('files of their own');
    expect(readFileSync(alumni, 'utf8')).toBe(before);
  });

  test('where a link leads, and into a pipe', async () => {
    const link = join(folder, 'out-link.csv');
    const pipe = join(folder, 'pipe');
    writeFileSync(out, '');
    symlinkSync(out, link);
    spawnSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const read = spawn('cat', [pipe]).stdout.toArray();
    const args = argumentsOf(['a1,Imabari|Ehime|2009|2012,,,,,,'], [lakeland], []);
    await runMatch([...args, '--out', link, '--summary', pipe], new Date(0));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(out, 'utf8')).toContain('lakeland-fl-imabari,a1');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(JSON.parse(String(Buffer.concat(await read)))).toMatchObject({ introductions: 1 });
  });
});

test('an empty file is called so', async () => {
  const empty = join(folder, 'empty.csv');
  writeFileSync(empty, '');
  const args = [...argumentsOf([], [lakeland], []), '--alumni', empty];
  await expect(runMatch(args, new Date(0))).rejects.toThrow(
    `${empty}: the file is empty; it needs the columns id`,
  );
});

test('as a command it says what is wrong on one line, and how it is called', () => {
  const { status, stderr } = spawnSync(process.execPath, ['infra/match.ts', '--alumni', 'a.csv'], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('Say --alumni, --partnerships, --out and --summary');
  expect(stderr).toContain('npm run -s match -- --alumni');
});
