import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const [reviewers, applications] = [300, 3000];

/** A score for every pair, four decimals, drawn by nothing but its place. */
const everyScore = () => {
  const rows = Array.from({ length: reviewers * applications }, (_, cell) => {
    const mixed = Math.imul(cell ^ (cell >>> 7), 0x9e3779b1) >>> 0;
    return `r${cell % reviewers},a${Math.floor(cell / reviewers)},${(mixed % 10_000) / 10_000}`;
  });
  return ['reviewer,application,score', ...rows].join('\n');
};

// Says at its end how much memory it ever held.
const told = `data:text/javascript,process.on('exit', () => console.error(process.resourceUsage().maxRSS))`;

test('300 × 3,000 scores, every pair of them: less than 1 GB of memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assign-'));
  try {
    writeFileSync(join(folder, 'scores.csv'), everyScore());
    const limits = ['--scores', 'scores.csv', '--demand', '3', '--max-load', '31'];
    const files = ['--out', 'plan.csv', '--summary', 'summary.json'];
    const command = [process.execPath, '--import', told, join(process.cwd(), 'infra/assign.ts')];
    // By way of a shell: a child begins with the most its parent held, and this process may have held a lot.
    const ran = spawnSync('sh', ['-c', '"$0" "$@"; exit $?', ...command, ...limits, ...files], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(ran.status).toBe(0);
    expect(ran.stderr).toMatch(/^\d+\n$/);
    expect(Number(ran.stderr) * 1024).toBeLessThan(1e9);
    const written = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(JSON.parse(written('summary.json'))).toMatchObject({ feasible: true, optimal: true });
    expect(written('plan.csv').trim().split('\n')).toHaveLength(1 + 3 * applications);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
