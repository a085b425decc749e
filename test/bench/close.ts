// node --import tsx test/bench/close.ts
//
// 200 applicants submit over HTTP within the last five seconds of a round and just after it, on this machine and this
// one only: once on an engine without faults, once on one of whose answers one in twenty is throttled, cancelled or
// lost. It counts and prints; where anyone has neither a receipt nor a refusal, or has one too many, it fails.
import { lastSeconds } from '../support/last-seconds.ts';
import { judge } from '../support/settled-attempts.ts';

const applicants = 200;

for (const faults of [0, 0.05]) {
  const run = await lastSeconds({ applicants, faults, seed: 20270131 });
  try {
    const { receipts, refusals, broken } = await judge(run);
    const { calls, throttled, 'in-conflict': inConflict, lost } = run.proxy.seen;
    const tries = run.attempts.reduce((sum, one) => sum + one.tries, 0);
    console.log(
      [
        `${faults * 100} % of the engine's answers fail:`,
        `${receipts} receipts, ${refusals} refusals, ${applicants - receipts - refusals} neither; ${tries} tries;`,
        `of ${calls} calls ${throttled} throttled, ${inConflict} cancelled, ${lost} lost`,
      ].join(' '),
    );
    for (const line of broken) console.error(line);
    if (broken.length > 0) process.exitCode = 1;
  } finally {
    await run.discard();
  }
}
