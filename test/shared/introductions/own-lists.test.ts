import { expect, test } from 'vitest';
import { type IntroductionMark, markOf } from '../../../shared/introductions/introduction.ts';
import { listMyIntroductions } from '../../../shared/introductions/introduction-lists.ts';
import { atNoon, person } from '../../support/accounts-fakes.ts';
import { anIntroduction, austin, introductionsWorld } from '../../support/introductions-fakes.ts';

/** What was asked under each account of one person, told in pages of two. */
const given = (asked: Readonly<Record<string, number>>) => {
  const { ports } = introductionsWorld();
  const marks = (personId: string): readonly IntroductionMark[] =>
    Array.from({ length: asked[personId] ?? 0 }, (_, at) =>
      markOf(anIntroduction({ id: `${personId}-${at}`, partnershipId: austin, personId })),
    );
  const ofPerson = async (personId: string, position = '0') => {
    const from = Number(position);
    const all = marks(personId);
    return { items: all.slice(from, from + 2), next: from + 2 < all.length ? String(from + 2) : undefined };
  };
  return listMyIntroductions({ ...ports, introductions: { ...ports.introductions, ofPerson } });
};
const merged = { ...person('now'), formerly: ['once', 'before'] };

test('what waits under an account that became part of another stands on the first page', async () => {
  const first = await given({ before: 1 })(merged, {}, atNoon);
  expect(first).toMatchObject({ ok: true, value: { items: [{ id: 'before-0' }] } });
  expect(first).not.toHaveProperty('value.next');
});

test.each([
  [{ now: 5, once: 1, before: 3 }],
  [{ now: 2, once: 4, before: 2 }],
  [{ now: 0, once: 0, before: 0 }],
])('page after page all of them are told, each once: %j', async (asked) => {
  const list = given(asked);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(merged, { cursor }, atNoon);
    if (!page.ok) throw new Error('The alum was refused');
    seen.push(...page.value.items.map(({ id }) => id));
    cursor = page.value.next;
  } while (cursor);
  const expected = Object.entries(asked).flatMap(([id, count]) =>
    Array.from({ length: count }, (_, at) => `${id}-${at}`),
  );
  expect(seen).toEqual(expected);
});
