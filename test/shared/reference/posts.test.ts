import { expect, test } from 'vitest';
import { chaptersFor, posts, postsFor } from '../../../shared/reference/posts.ts';
import { usStates } from '../../../shared/reference/regions.ts';

test('every office of the reference has its name in Japanese, but one that is not known', () => {
  expect(posts).toHaveLength(35);
  const isJapanese = (name: string) => /[\p{Script=Han}\p{Script=Katakana}]/u.test(name);
  expect(posts.filter(({ nameJa }) => !isJapanese(nameJa)).map(({ name }) => name)).toEqual([
    'American Chamber of Commerce in Okinawa',
  ]);
});

test('a state is offered the consulate that serves it first, and none that serves others alone', () => {
  const names = postsFor('TX').map(({ name }) => name);
  expect(names[0]).toBe('Consulate-General of Japan in Houston');
  expect(names).toContain('ACCJ Kansai chapter');
  expect(names).toContain('JETRO Houston');
  expect(names).not.toContain('Consulate-General of Japan in Boston');
});

test('a state divided between consulates or chapters is offered each', () => {
  const california = postsFor('CA').map(({ name }) => name);
  expect(california).toContain('Consulate-General of Japan in Los Angeles');
  expect(california).toContain('Consulate-General of Japan in San Francisco');
  expect(chaptersFor('CA')).toEqual(['JETAA Northern California', 'JETAA Southern California and Arizona']);
});

test('every state has a chapter, and every one but the capital’s own a consulate', () => {
  const states = usStates.map(({ code }) => code);
  expect(states.filter((code) => chaptersFor(code).length === 0)).toEqual(['GU']);
  const without = states.filter((code) => !posts.some(({ states: served }) => served.includes(code)));
  expect(without).toEqual(['DC']);
});
