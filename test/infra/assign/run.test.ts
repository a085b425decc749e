import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readArguments } from '../../../infra/assign/arguments.ts';
import { run } from '../../../infra/assign/run.ts';
import type { Certificate } from '../../../shared/assignment/solver/plan.ts';
import { solveAssignment } from '../../../shared/assignment/solver/solve-assignment.ts';
import { highsSolver } from '../../../shared/optimiser/highs.solver.ts';

const solve = solveAssignment({ optimise: highsSolver });

test.each<[string, Partial<Certificate>, string]>([
  ['a total that is not the sum of its pairs', { total: 4 }, 'wrong-total'],
  ['a bound that no prices make', { bounds: [] }, 'wrong-gap'],
])('a plan with %s is never written, and what an earlier run left is gone', async (_, claimed, fault) => {
  const folder = mkdtempSync(join(tmpdir(), 'assign-'));
  const at = (name: string) => join(folder, name);
  writeFileSync(at('s.csv'), 'reviewer,application,score\nann,Oita,2\nbob,Oita,1\n');
  for (const name of ['plan.csv', 'summary.json']) writeFileSync(at(name), 'of an earlier run');
  const files = ['--scores', at('s.csv'), '--out', at('plan.csv'), '--summary', at('summary.json')];
  const args = readArguments([...files, '--demand', '1', '--max-load', '1']);
  const said = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const code = await run(async (problem, limits) => {
    const outcome = await solve(problem, limits);
    if (!outcome.feasible) return outcome;
    const { plan } = outcome;
    return { ...outcome, plan: { ...plan, certificate: { ...plan.certificate, ...claimed } } };
  }, args);
  expect(code).toBe(3);
  expect(said).toHaveBeenCalledWith(expect.stringContaining(fault));
  expect([existsSync(at('plan.csv')), existsSync(at('summary.json'))]).toEqual([false, false]);
  said.mockRestore();
  expect(await run(solve, args)).toBe(0);
});
