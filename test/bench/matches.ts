import { performance } from 'node:perf_hooks';
import { refreshLists } from '../../shared/matches/refresh-lists.ts';
import { everyCard, remakeLists } from '../../shared/matches/remake-lists.ts';
import { askAgain } from '../support/ask-again.ts';
import { startEngine } from '../support/engine.ts';
import { madeUpAlum, putAlumni } from '../support/many-alumni.ts';
import { coordinateTacoma, listBudget } from '../support/measured-matches.ts';

// What lists cost with as many alumni as the program has had, and more. See docs/benches.md.
const many = Number(process.argv[2] ?? 100_000);
const engine = await startEngine();

const told = async (what: string, act: () => Promise<unknown>) => {
  engine.usage.reset();
  const [start, before] = [performance.now(), process.cpuUsage()];
  await act();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { user, system } = process.cpuUsage(before);
  const own = ((user + system) / 1e6).toFixed(1);
  const memory = Math.round(process.memoryUsage.rss() / 1024 ** 2);
  const { reads, writes } = engine.usage;
  console.log(
    `${what}: ${seconds} s, ${own} s of them our own processor's, ${reads} read units, ${writes} write units, ${memory} MB`,
  );
};

try {
  const { ports, pages, partnershipId } = await coordinateTacoma(engine);
  await told(`${many} cards laid down`, () => putAlumni(engine, many));
  await told('one list made anew', () => remakeLists(ports)([partnershipId]));
  const engineAlone = askAgain(engine);
  await told('all cards read, and nothing done with them', () => everyCard(ports.cards, () => undefined));
  await told('the engine asked the same, its answers thrown away', engineAlone);
  await told('all lists made anew', () => remakeLists(ports)());
  await told('one alum put where they belong', () => refreshLists(ports)([madeUpAlum(7).alumId]));
  const measured = await pages();
  console.log(
    `a page of the list: ${measured.map(({ alumni, reads }) => `${alumni} for ${reads}`).join(', ')}`,
  );
  const dearest = Math.max(...measured.map(({ reads }) => reads));
  if (dearest > listBudget || measured.length < 3)
    throw new Error(`A page costs ${dearest} read units of the ${listBudget} it may`);
} finally {
  engine.stop();
}
