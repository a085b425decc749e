// npm run -s bench:capacity [-- <size> …]
//
// What every page and every act costs in capacity units among 10, 100 and 10,000 rows of each kind, or as many as are
// named, on the real engine and on this machine alone: a quarter of an hour on idle cores. `npx vitest run test/budgets`
// holds the same bounds among 10, 100 and 1,000. No clock is read: a busy machine takes longer over the same figures.
// Where a bound is broken it says which, and fails.
import {
  dearActs,
  dearLists,
  dearPages,
  dearRosters,
  growingPages,
  rosterReads,
  searchingCalls,
  unanswered,
  unevenActs,
} from '../budgets/bounds.ts';
import { type Measured, measureAll, type Size, sizes } from '../budgets/measured.ts';

const named = process.argv.slice(2).map(Number);
const asked = sizes.filter((size) =>
  named.length > 0 ? named.includes(size) : size === 100 || size === 10_000,
);

/** Bounds that hold at each size by itself, and between the last two. */
const broken = (measured: Measured, measuredAt: readonly Size[]): readonly string[] => {
  // Among ten a page is not full yet.
  const [few, many] = measuredAt.filter((size) => size >= 100).slice(-2);
  return [
    ...unanswered(measured),
    ...dearPages(measured),
    ...(few && many ? growingPages(measured, few, many) : []),
    ...dearLists(measured),
    ...dearRosters(measured),
    ...dearActs(measured),
    ...unevenActs(measured),
    ...searchingCalls(measured).map(({ command, filter }) => `${command} ${filter ?? ''}`),
  ];
};

const row = (name: string, cells: readonly (string | number)[]) =>
  name.padEnd(70) + cells.map((cell) => String(cell).padStart(10)).join('');
type Columns<Line> = { readonly nameOf: (line: Line) => string; readonly figure: (line: Line) => number };
/** One line for each of them, with a figure at each size. */
const table = <Line>(title: string, lines: readonly Line[], { nameOf, figure }: Columns<Line>) =>
  [
    row(
      title,
      asked.map((size) => size.toLocaleString('en')),
    ),
    ...[...Map.groupBy(lines, nameOf)].map(([name, same]) => row(name, same.map(figure))),
  ].join('\n');

/** Ids differ from one run to the next, and say nothing. */
const short = (path: string) => path.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{43,}/g, '…');
const pageName = ({ visit }: Measured['pages'][number]) =>
  `${visit.as} ${short(visit.path)}${visit.linear ? ' (linear)' : ''}`;
const actName = ({ name, linear }: Measured['acts'][number]) => `${name}${linear ? ' (linear)' : ''}`;

const measured = await measureAll(asked, (soFar) => {
  const done = asked.slice(0, new Set(soFar.acts.map(({ rows }) => rows)).size);
  console.error(`measured among ${done.at(-1)?.toLocaleString('en')}`);
  for (const line of broken(soFar, done)) console.error(`  ${line}`);
});
const { acts, posts, pages } = measured;
const rosterAt = (size: Size) =>
  Math.max(...rosterReads(measured).flatMap(({ rows, units }) => (rows === size ? [units] : [])));
console.log(
  [
    table('write units of', acts, { nameOf: actName, figure: ({ cost }) => cost.writes }),
    table('write units of', posts, { nameOf: ({ name }) => name, figure: ({ cost }) => cost.writes }),
    table('read units of', acts, { nameOf: actName, figure: ({ cost }) => cost.reads }),
    table('read units of', pages, { nameOf: pageName, figure: ({ cost }) => cost.reads }),
    table('waits of', pages, { nameOf: pageName, figure: ({ cost }) => cost.waits }),
    row('read units of a round’s roster', asked.map(rosterAt)),
  ].join('\n\n'),
);
const faults = broken(measured, asked);
console.log(faults.length === 0 ? 'every bound holds' : `${faults.length} bounds are broken`);
if (faults.length > 0) process.exitCode = 1;
