import { expect, test } from 'vitest';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { listPartnerships } from '../../../shared/partnerships/list-partnerships.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { aCall, aProposed, fakePartnerships } from '../../support/partnerships-fakes.ts';

const given = (partnerships = [aProposed()]) => {
  const list = listPartnerships({ ...fakePartnerships({ partnerships }), cursors: cursorsWith('seal') });
  return async (input: Parameters<typeof list>[1]) => {
    const listed = await list(publicActor, input, aCall());
    if (!listed.ok) throw new Error(listed.failure.kind);
    return listed.value;
  };
};
const idsOf = ({ items }: { items: readonly { partnership: { id: string } }[] }) =>
  items.map(({ partnership }) => partnership.id);

test.each([
  ['大分市', 'austin-tx-oita'],
  ['Ōita', 'austin-tx-oita'],
  ['ooita', 'austin-tx-oita'],
  ['おおいた', 'austin-tx-oita'],
  ['austin oita', 'austin-tx-oita'],
  ['オースティン', 'austin-tx-oita'],
  ['saint paul', 'saint-paul-mn-nagasaki'],
  ['ｔａｃｏｍａ', 'tacoma-wa-kitakyushu'],
  ['tamba sasayama walla', 'walla-walla-wa-tamba-sasayama'],
])('a search for %s finds %s', async (text, id) => {
  expect(idsOf(await given()({ text }))).toContain(id);
});

test('filters narrow by state and prefecture, and a word must stand within one name', async () => {
  const list = given();
  const texan = await list({ state: 'TX' });
  expect(texan.total).toBe(11);
  expect(new Set(texan.matches.map(({ us }) => us.region))).toEqual(new Set(['TX']));
  expect(idsOf(await list({ state: 'TX', prefecture: 'Oita' }))).toEqual(['austin-tx-oita']);
  expect((await list({ text: 'tinoi' })).total).toBe(0);
});

test('all 440 come page by page, each once, by state and place', async () => {
  const list = given();
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ cursor });
    expect(page.total).toBe(440);
    expect(page.items.length).toBeLessThanOrEqual(50);
    seen.push(...idsOf(page));
    cursor = page.next;
  } while (cursor);
  expect([seen.length, new Set(seen).size, seen[0]]).toEqual([440, 440, 'birmingham-al-hitachi']);
});

test('a line names the years in which the pair was funded', async () => {
  const { items } = await given()({ text: '大分市' });
  expect(items.find(({ partnership }) => partnership.id === 'austin-tx-oita')?.funded).toEqual([2011]);
});

test('an added pair is listed once it is confirmed, and not before', async () => {
  expect((await given()({ text: '山ノ内町 bozeman' })).total).toBe(0);
  const confirmed = given([aProposed({ standing: 'confirmed' })]);
  expect(idsOf(await confirmed({ text: '山ノ内町 bozeman' }))).toEqual(['added-1']);
});

test('a cursor made for one search is refused by another', async () => {
  const list = listPartnerships({ ...fakePartnerships(), cursors: cursorsWith('seal') });
  const first = await list(publicActor, {}, aCall());
  const cursor = first.ok ? first.value.next : '';
  expect(await list(publicActor, { state: 'CA', cursor }, aCall())).toEqual({
    ok: false,
    failure: { kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] },
  });
});
