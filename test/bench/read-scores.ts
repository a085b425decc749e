// npm run -s bench:read-scores
//
// How long reading 300 × 3,000 scores takes on this machine, in seconds of the processor, beside csv-parse; and the whole
// command with either objective, with the most memory it held.
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { readArguments } from '../../infra/assign/arguments.ts';
import { readProblem } from '../../infra/assign/read-problem.ts';
import { writeDecimal } from '../../shared/assignment/solver/decimal.ts';
import { finePlaces, fineScore } from '../../shared/assignment/solver/fine-scores.ts';
import { type Kind, largeProblem } from './assignment-instances.ts';

const folder = mkdtempSync(join(tmpdir(), 'scores-'));

const fileOf = (kind: Kind) => {
  const size = { kind, reviewers: 300, applications: 3000, demand: 3, min: 0, max: 31, seed: 1 };
  const problem = largeProblem({ ...size, objective: 'total' });
  const rows = Array.from(problem.scores, (_, cell) => {
    const score = writeDecimal(fineScore(problem, cell), finePlaces(problem));
    return `r${cell % 300},a${Math.floor(cell / 300)},${score}`;
  });
  const path = join(folder, `${kind}.csv`);
  writeFileSync(path, ['reviewer,application,score', ...rows].join('\n'));
  return path;
};

const measured = async (work: () => Promise<unknown>) => {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return ((user + system) / 1e6).toFixed(2);
};

// Says at its end what the process took: of a child, nobody else is told.
const told = `data:text/javascript,process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.error(((userCPUTime + systemCPUTime) / 1e6).toFixed(1) + ' s, ' + Math.round(maxRSS / 1024) + ' MB');
})`;

const command = (path: string, objective: string) => {
  const out = ['--out', join(folder, 'plan.csv'), '--summary', join(folder, 'summary.json')];
  const args = ['--scores', path, '--demand', '3', '--max-load', '31', '--objective', objective, ...out];
  return spawnSync(process.execPath, ['--import', told, 'infra/assign.ts', ...args], { encoding: 'utf8' })
    .stderr;
};

try {
  for (const kind of ['uniform', 'raw'] as const) {
    const path = fileOf(kind);
    const args = ['--scores', path, '--demand', '3', '--max-load', '31', '--out', 'p', '--summary', 's'];
    const ours = await measured(() => readProblem(readArguments(args)));
    const theirs = await measured(async () => {
      for await (const _ of createReadStream(path).pipe(parse()));
    });
    console.log(`${kind}: into a problem ${ours} s; csv-parse alone ${theirs} s`);
    for (const objective of ['total', 'fair'])
      console.log(`${kind}: the whole command, ${objective}: ${command(path, objective).trim()}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
