import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chaptersNamed } from '../../../shared/conflicts/chapters-named.ts';
import { nameKeys, organisationKey, tellsWho } from '../../../shared/conflicts/fold-name.ts';
import { foldKanji } from '../../../shared/reference/fold-kanji.ts';

test.each([
  ['Austin–Oita Committee, Inc.', 'AUSTIN ŌITA CMTE'],
  ['Sister Cities Association of Austin', 'Sister Cities Ass’n Austin'],
  ['Lakeland Foundation 501(c)(3)', 'The Lakeland Fdn'],
  ['株式会社大分玩具', '大分玩具㈱'],
  ['一般社団法人 大分国際交流協会', '大分国際交流協会'],
  ['ＯＩＴＡ Toys Ltd.', 'Ooita Toys'],
])('%s and %s are one organisation', (one, other) => {
  expect(organisationKey(one)).toBe(organisationKey(other));
});

test('names of nothing but a legal form stay names', () => {
  expect(organisationKey('The Company')).not.toBe('');
  expect(organisationKey('Oita Toy Guild')).not.toBe(organisationKey('Oita Toy Museum'));
});

const share = (one: string, other: string) => nameKeys(one).some((key) => nameKeys(other).includes(key));

test.each([
  ['Sakura Ōno', 'ONO Sakura', true],
  ['Ohno, Sakura', 'Ms. Sakura Oono', true],
  ['小野 桜', '小野桜', true],
  ['小野 桜様', '桜 小野', true],
  ['Sarah J. Mayer', 'Sarah Mayer', true],
  ['Ｓａｒａｈ Mayer', 'sarah mayer', true],
  ['Sarah Mayer', 'Sara Meyer', false],
  ['Sakura', 'Sakura', false],
  ['小野桜', '小野花', false],
  ['Jun-ichi Satō', 'Satoh Junichi', true],
  ['Jun’ichi Sato', 'Sato, Jun-ichi', true],
  ['Jun ichi Sato', 'SATO Junichi', true],
  ['Jun-ichi Sato', 'Sato Jun Ichi', true],
  ['Ken-ichi Sato', 'Jun-ichi Sato', false],
  ['Junichi Sato', 'Junji Sato', false],
  ['Anne-Marie Smith', 'Anne Smith', true],
  ['Anne-Marie Smith', 'Annemarie Smith', true],
  ['Syoji Tuda', 'Shoji Tsuda', true],
  ['Syouzi Tuda', 'Shōji Tsuda', true],
  ['Zyunko Hutami', 'Junko Futami', true],
  ['Tizuko Hattyo', 'Chizuko Hatcho', true],
  ['Midzuki Ninomiya', 'Mizuki Ninomiya', true],
  ['Yuhki Tiba', 'Yūki Chiba', true],
  ['Nīgata Ken', 'Ken Niigata', true],
  ['Nîgata Ken', 'Ken Nigata', true],
  ['Ohno Taro', 'Taro Ono', true],
  ['Ōno Tarou', 'Oono Tarō', true],
  ['Iida Taro', 'Ida Taro', false],
  ['Shoji Tsuda', 'Seiji Tsuda', false],
  ['Junko Sato', 'Yunko Sato', false],
  ['Ota Mari', 'Oda Mari', false],
  ['Ono Taro', 'Onoda Taro', false],
  ['Hu Wei', 'Fu Wei', false],
  ['Si Chen', 'Shi Chen', false],
  ['Tim Sato', 'Chim Sato', false],
  ['Simpson Lee', 'Shimpson Lee', false],
  ['髙橋 櫻', '高橋桜', true],
  ['山﨑　眞一', '山崎 真一', true],
  ['渡邉 廣', '渡辺廣', true],
  ['渡邊 廣', '渡邉 広', true],
  ['齋藤 壽惠', '斉藤寿恵', true],
  ['小澤 龍藏', '小沢 竜蔵', true],
  ['濱﨑 德', '浜崎 徳さん', true],
  ['佐々木 翔', '佐佐木翔', true],
  ['鶴ヶ谷 学', '鶴ケ谷學', true],
  ['葛\u{e0100}城 静', '葛城 靜', true],
  ['\uf9e9見 陽', '\u91cc見 陽', true],
  ['林 健', '林健', true],
  ['高橋 桜', '高梨 桜', false],
  ['渡辺 広', '渡部 広', false],
  ['斉藤 桜', '佐藤 桜', false],
  ['ｻｸﾗ ｵﾉ', 'おの さくら', true],
  ['オノ・サクラ', 'おのさくら', true],
  ['ｶﾞﾄｳ ｹﾝ', 'がとう けん', true],
  ['カトウ ケン', 'がとう けん', false],
  ['小野 桜（おの さくら）', 'オノ サクラ', true],
  ['小野 桜 (ONO Sakura)', 'Sakura Ōno', true],
  ['Sakura Ono 小野桜', '小野 櫻', true],
  ['Ono Sakura / 小野桜', 'Endo Sakura / 小野桜', true],
  ['Ken 田中', 'Mari 田中', false],
])('%s and %s share a key: %s', (one, other, expected) => {
  expect(share(one, other)).toBe(expected);
});

test('the order of two names and their case never matter', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/);
  fc.assert(
    fc.property(word, word, (one, other) => {
      fc.pre(nameKeys(`${one} ${other}`).length > 0);
      expect(share(`${one} ${other}`, `${other.toUpperCase()}, ${one}`)).toBe(true);
    }),
  );
});

test('a Japanese name romanised in two ways shares a key, and one of another syllable does not', () => {
  const syllables = [
    ...[
      ['shi', 'si'],
      ['chi', 'ti'],
      ['tsu', 'tu'],
      ['fu', 'hu'],
      ['ji', 'zi'],
      ['sho', 'syo'],
      ['cha', 'tya'],
    ],
    ...[
      ['ju', 'zyu'],
      ['ka', 'ka'],
      ['re', 're'],
      ['mi', 'mi'],
    ],
  ] as const;
  const word = fc.uniqueArray(fc.nat(syllables.length - 1), { minLength: 2, maxLength: 4 });
  const spelt = (at: readonly number[], way: 0 | 1) => at.map((one) => syllables[one]?.[way] ?? '').join('');
  fc.assert(
    fc.property(word, word, word, (given, family, other) => {
      const one = `${spelt(given, 0)} ${spelt(family, 0)}`;
      expect(share(one, `${spelt(family, 1)}, ${spelt(given, 1)}`)).toBe(true);
      const same = [family, given].some((each) => spelt(each, 0) === spelt(other, 0));
      if (!same) expect(share(one, `${spelt(given, 1)} ${spelt(other, 1)}`)).toBe(false);
    }),
  );
});

test('each kanji of the table folds to one plain form, which folds no further', () => {
  for (const [written, plain] of [
    ['髙﨑嵜邉邊澤濱廣國嶋嶌櫻眞德瀨條龍藏惠榮', '高崎崎辺辺沢浜広国島島桜真徳瀬条竜蔵恵栄'],
    ['壽靜黑淺關圓學會萬與假齋齊斎', '寿静黒浅関円学会万与仮斉斉斉'],
  ] as const) {
    expect(foldKanji(written)).toBe(plain);
    expect(foldKanji(plain)).toBe(plain);
  }
});

test.each([
  ['小野桜', true],
  ['@0123', true],
  ['ono sakura', false],
  ['オノサクラ', false],
  ['林健', false],
])('%s tells who is meant: %s', (key, expected) => {
  expect(tellsWho(key)).toBe(expected);
});

test('no way of writing is forgotten that applications have noted: their digests stay comparable', () => {
  expect(nameKeys('Syoji Tuda')).toContain('syoji tuda');
  expect(nameKeys('Jun-ichi K. Satō')).toEqual(
    expect.arrayContaining(['ichi jun sato', 'jun sato', 'ichi jun']),
  );
  expect(nameKeys('髙橋 櫻')).toEqual(expect.arrayContaining(['髙橋櫻', '櫻髙橋']));
  expect(nameKeys('小野桜 (Ono Sakura)')).toContain('小野桜onosakura');
});

test('chapters are known by any of their names, and no other partner is a chapter', () => {
  expect(chaptersNamed(['JETAA Texoma', 'Austin Chamber'])).toEqual(['jetaa-texoma']);
  expect(chaptersNamed(['JET Alumni Association of New York'])).toEqual(['jetaa-new-york']);
  expect(chaptersNamed(['Great Lakes JETAA Chapter'])).toEqual(['great-lakes-jetaa']);
  expect(chaptersNamed(['New York Chamber', 'USJETAA'])).toEqual([]);
});
