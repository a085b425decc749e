// node --import tsx test/bench/pages.ts
//
// How long pages take beside one that reads a single item, among 10 and among 1,000 rows of everything, on this machine
// and within this one run. Only the ratios say anything, and no test depends on them.
import { addCrowd } from '../budgets/crowd.ts';
import { startSite } from '../budgets/site.ts';
import { buildWorld } from '../budgets/world.ts';

const turns = 25;
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const site = await startSite();
try {
  const world = await buildWorld(site);
  const { sessions, rounds, applications } = world;
  const time = async (path: string, cookie?: string) => {
    const took: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const start = performance.now();
      await (await site.get(path, cookie)).value.text();
      took.push(performance.now() - start);
    }
    // The first ones warm up.
    return median(took.slice(10));
  };
  const pages = [
    ['task list', `/applications/${applications.draft}`, sessions.owner],
    ['own applications', '/my', sessions.owner],
    ['applications of a round', `/staff/rounds/${rounds.closed.id}/applications`, sessions.staff],
    ['ranking (linear)', `/staff/rounds/${rounds.closed.id}/scores`, sessions.staff],
    ['decisions (linear)', `/staff/rounds/${rounds.closed.id}/decisions`, sessions.staff],
  ] as const;
  const ratios = async () => {
    const one = await time(`/rounds/${rounds.open.id}`);
    const all: number[] = [];
    for (const [, path, cookie] of pages) all.push((await time(path, cookie)) / one);
    return all;
  };
  await addCrowd(site.plain, world, 10);
  const few = await ratios();
  await addCrowd(site.plain, world, 990);
  const many = await ratios();
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(26)).join('');
  console.log(row(['times a round’s call', '10 rows', '1,000 rows', '1,000 : 10']));
  for (const [at, [name]] of pages.entries()) {
    const [ten = 0, thousand = 0] = [few[at], many[at]];
    console.log(row([name, ten, thousand, thousand / ten]));
  }
} finally {
  site.stop();
}
