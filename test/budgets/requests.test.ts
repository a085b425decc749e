import { beforeAll, expect, test } from 'vitest';
import {
  dearActs,
  dearLists,
  dearPages,
  dearRosters,
  growingPages,
  listsIn,
  nameOf,
  rosterReads,
  searchingCalls,
  unanswered,
  unevenActs,
} from './bounds.ts';
import { type Measured, measureAll } from './measured.ts';

// `npm run -s bench:capacity` holds the same bounds among 10,000.
let measured: Measured;
beforeAll(async () => {
  measured = await measureAll([10, 100, 1000]);
}, 600_000);

test('every page of every actor answers, and every act is done', () => {
  expect(unanswered(measured)).toEqual([]);
  expect(measured.posts.map(({ status }) => status)).toEqual([200, 303, 200, 303, 200, 303]);
});

test('a page waits for the engine three times at most, but for those that are stated', () => {
  const slow = measured.pages.filter(({ visit, cost }) => cost.waits > (visit.waits ?? 3));
  expect(slow.map((one) => `${nameOf(one)} waits ${one.cost.waits} times`)).toEqual([]);
});

test('an autosave waits as often as a page, and a submission once more', () => {
  for (const { name, cost } of measured.posts)
    expect({ name, enough: cost.waits <= (name.startsWith('autosave') ? 3 : 4) }).toEqual({
      name,
      enough: true,
    });
});

test('what a page reads in all stays within its budget', () => {
  expect(dearPages(measured)).toEqual([]);
});

test('no page that is not stated as linear costs more among 1,000 rows than among 100', () => {
  expect(growingPages(measured, 100, 1000)).toEqual([]);
});

test('a page of any list costs at most four read units', () => {
  expect(listsIn(measured.pages).length).toBeGreaterThan(300);
  expect(dearLists(measured)).toEqual([]);
});

test('a round’s roster is read with one unit for twenty applications or more', () => {
  expect(rosterReads(measured).length).toBeGreaterThan(20);
  expect(dearRosters(measured)).toEqual([]);
});

test('no request scans, and none filters for what a key should say', () => {
  expect(searchingCalls(measured)).toEqual([]);
});

test('every act stays within its units and, where it is not stated as linear, writes the same at any size', () => {
  expect(dearActs(measured)).toEqual([]);
  expect(unevenActs(measured)).toEqual([]);
});

test('every address of the site is among the measured pages', () => {
  const elsewhere = /^\/(sign-in|auth\/callback)$|[*]/;
  const pattern = (route: string) =>
    new RegExp(`^${route.replace(/:(\w+)\{(.+?)\}(?=\/|$)/g, '$2').replace(/:\w+/g, '[^/]+')}$`);
  const paths = measured.pages.map(({ visit }) => visit.path.replace(/\?.*/, ''));
  const missing = measured.routes.filter(
    (route) => !elsewhere.test(route) && !paths.some((path) => pattern(route).test(path)),
  );
  expect(missing).toEqual([]);
});

test('the figures of docs/access-patterns.md are printed', () => {
  const pages = measured.pages.filter(({ rows }) => rows === 1000);
  const ten = measured.pages.filter(({ rows }) => rows === 10);
  const lines = pages.map(
    ({ visit, cost }, at) =>
      `${visit.as} ${visit.path} | waits ${cost.waits} | reads ${ten[at]?.cost.reads} → ${cost.reads}`,
  );
  const acts = measured.acts
    .filter(({ rows }) => rows === 1000)
    .map(
      ({ name, cost, budget }) =>
        `${name} | writes ${cost.writes} of ${budget} | reads ${cost.reads} | waits ${cost.waits}`,
    );
  const posts = measured.posts.map(
    ({ name, rows, cost }) =>
      `${name} at ${rows} | writes ${cost.writes} | reads ${cost.reads} | waits ${cost.waits}`,
  );
  console.log([...lines, ...acts, ...posts].join('\n'));
  expect(lines.length).toBeGreaterThan(70);
});
