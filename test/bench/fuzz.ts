// npm run -s bench:fuzz [-- <operation> …]
//
// 10,000 generated bodies to each endpoint that takes one, two thirds of them of the shape that its contract asks for, by
// the functions' own handlers on the running platform's table: no answer may be a 5xx, every refusal says why, and nothing
// is written by one. Bounded by its counts; an hour and more for all endpoints on idle cores. `test/e2e/api/fuzz.test.ts`
// does the same with 24 each over HTTP.
import { quietPlatform } from '../e2e/api/fuzz/quiet-platform.ts';
import { hasFields, tryBodies } from '../e2e/api/fuzz/try-bodies.ts';
import { operationIds } from '../support/api-client.ts';

const runs = { seed: 20270104, wellShaped: 6700, misshaped: 3300, how: 'tryQuickly' } as const;
const named = process.argv.slice(2);
const all = operationIds.filter(hasFields);
/** All, or those that are named, in that order. */
const operations = named.length > 0 ? named.flatMap((name) => all.filter((one) => one === name)) : all;

const platform = await quietPlatform();
try {
  let [tried, fitting, faulty] = [0, 0, 0];
  const misfits: string[] = [];
  for (const operation of operations) {
    const one = await tryBodies(platform, operation, runs);
    tried += one.tried;
    fitting += one.fitting;
    faulty += one.faults.length;
    if (one.fitting * 2 < one.tried) misfits.push(operation);
    console.log(
      `${operation}: ${one.tried} bodies, ${one.fitting} well-shaped, ${one.taken} taken, ${one.faults.length} faults`,
    );
    for (const fault of one.faults.slice(0, 5)) console.error(`  ${fault}`);
  }
  console.log(`${tried} bodies, ${Math.round((100 * fitting) / tried)} % well-shaped, ${faulty} faults`);
  if (misfits.length > 0) console.error(`under half of them well-shaped: ${misfits.join(', ')}`);
  if (faulty > 0 || misfits.length > 0) process.exitCode = 1;
} finally {
  await platform.discard();
}
