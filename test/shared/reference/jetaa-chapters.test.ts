import { expect, test } from 'vitest';
import { chaptersOfState, jetaaChapters, livingChapters } from '../../../shared/reference/jetaa-chapters.ts';
import { chaptersFor, posts } from '../../../shared/reference/posts.ts';
import { usStates } from '../../../shared/reference/regions.ts';

test('19 chapters and two sub-chapters can be joined; the historic one cannot', () => {
  const count = (status: string) => jetaaChapters.filter((one) => one.status === status).length;
  expect([count('chapter'), count('sub-chapter'), count('historic')]).toEqual([19, 2, 1]);
  expect(livingChapters).toHaveLength(21);
});

test('by chapters’ own states and by the table of states the same chapters cover each state', () => {
  for (const { code } of usStates) {
    const chapters = chaptersOfState(code).filter(({ status }) => status === 'chapter');
    expect(chapters.map(({ name }) => name).sort()).toEqual([...chaptersFor(code)].sort());
  }
});

test('a state that is divided names each part; sub-chapters come last, historic ones never', () => {
  expect(chaptersOfState('CA').map(({ id }) => id)).toEqual([
    'jetaa-northern-california',
    'jetaa-southern-california-and-arizona',
    'jetaa-sacramento',
  ]);
  const [north] = chaptersOfState('CA');
  expect(north?.states).toEqual([{ state: 'CA', part: 'north' }, { state: 'NV' }]);
  expect(chaptersOfState('LA').map(({ id }) => id)).toEqual(['jetaa-mid-south']);
  expect(chaptersOfState('GU')).toEqual([]);
});

test('every chapter’s post is one of the Japanese posts in the United States', () => {
  const known = posts.filter(({ country }) => country === 'US').map(({ name }) => name);
  expect(jetaaChapters.filter(({ post }) => !known.includes(post))).toEqual([]);
});
