import { afterEach, expect, test } from 'vitest';
import { type LastSeconds, lastSeconds } from '../../support/last-seconds.ts';
import { judge } from '../../support/settled-attempts.ts';

// `npm run bench:close` does the same with 200. A letter that a fault stopped is tried again after six minutes.
const applicants = 40;

let run: LastSeconds | undefined;
afterEach(() => run?.discard());

test.each([
  ['an engine without faults', 0],
  ['an engine of whose answers one in twenty is throttled, cancelled or lost', 0.05],
])(
  'in the last five seconds of a round everyone has a receipt or a refusal with the instants, on %s',
  async (_, faults) => {
    run = await lastSeconds({ applicants, faults, seed: 20270131 });
    const { receipts, refusals, broken } = await judge(run);
    const { calls, throttled, 'in-conflict': inConflict, lost } = run.proxy.seen;
    const tries = run.attempts.reduce((sum, one) => sum + one.tries, 0);
    console.log(
      `${receipts} receipts, ${refusals} refusals in ${tries} tries; of ${calls} calls ${throttled} throttled, ${inConflict} cancelled, ${lost} lost`,
    );
    expect(broken).toEqual([]);
    expect(receipts + refusals).toBe(applicants);
    expect(Math.min(receipts, refusals)).toBeGreaterThan(0);
    expect(throttled + inConflict + lost > 0).toBe(faults > 0);
  },
  900_000,
);
