// npm run -s bench:read-scores
//
// How long reading 300 × 3,000 scores takes on this machine, in seconds of the processor, beside csv-parse.
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

try {
  for (const kind of ['uniform', 'raw'] as const) {
    const path = fileOf(kind);
    const args = ['--scores', path, '--demand', '3', '--max-load', '31', '--out', 'p', '--summary', 's'];
    const ours = await measured(() => readProblem(readArguments(args)));
    const theirs = await measured(async () => {
      for await (const _ of createReadStream(path).pipe(parse()));
    });
    console.log(`${kind}: into a problem ${ours} s; csv-parse alone ${theirs} s`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
