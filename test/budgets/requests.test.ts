import { beforeAll, expect, test } from 'vitest';
import { measureAll, type PageCost } from './measured.ts';
import { usualReads } from './pages.ts';

let measured: Awaited<ReturnType<typeof measureAll>>;
beforeAll(async () => {
  measured = await measureAll();
}, 600_000);

const nameOf = ({ rows, visit: { as, path } }: PageCost) => `${rows} rows, ${as}: ${path}`;
/** Within a page the same list may hold longer or shorter lines: half a unit is the least there is. */
const half = 0.5;

test('every page of every actor answers', () => {
  const unlike = measured.pages.filter(({ status, visit }) => status !== (visit.status ?? 200));
  expect(unlike.map((one) => `${nameOf(one)} ${one.status}`)).toEqual([]);
  expect(measured.acts.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual([]);
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
  const dear = measured.pages.filter(
    ({ visit, cost }) => !visit.linear && cost.reads > (visit.reads ?? usualReads),
  );
  expect(dear.map((one) => `${nameOf(one)} reads ${one.cost.reads}`)).toEqual([]);
});

test('no page that is not stated as linear costs more among 1,000 rows than among 100', () => {
  const at = (rows: number) => measured.pages.filter((one) => one.rows === rows && !one.visit.linear);
  const dearer = at(1000).filter((one, index) => one.cost.reads > (at(100)[index]?.cost.reads ?? 0) + half);
  expect(dearer.map(nameOf)).toEqual([]);
});

test('a page of any list costs at most four read units', () => {
  const lists = measured.pages
    .filter(({ visit }) => !visit.linear)
    .flatMap((one) => one.cost.calls.map((call) => ({ one, call })))
    .filter(({ call }) => call.command === 'Query');
  expect(lists.length).toBeGreaterThan(300);
  const dear = lists.filter(({ call }) => call.units > 4);
  expect(dear.map(({ one, call }) => `${nameOf(one)} ${call.partition} ${call.units}`)).toEqual([]);
});

test('no request scans, and none filters for what a key should say', () => {
  const calls = [...measured.pages, ...measured.acts, ...measured.posts].flatMap(({ cost }) => cost.calls);
  expect(calls.filter(({ command }) => command === 'Scan')).toEqual([]);
  expect(calls.filter(({ filter }) => filter !== undefined)).toEqual([]);
});

test('every act stays within its write units and costs the same at any size', () => {
  const over = measured.acts.filter(({ cost, budget }) => cost.writes > budget);
  expect(
    over.map(({ name, rows, cost, budget }) => `${name} at ${rows}: ${cost.writes} of ${budget}`),
  ).toEqual([]);
  for (const name of new Set(measured.acts.map((one) => one.name))) {
    const writes = measured.acts.filter((one) => one.name === name).map(({ cost }) => cost.writes);
    expect({ name, writes: new Set(writes).size }).toEqual({ name, writes: 1 });
  }
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
