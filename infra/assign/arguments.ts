import { parseArgs } from 'node:util';
import type { Objective } from '../../shared/assignment/solver/problem.ts';
import { InputError } from '../command/input-error.ts';

export const usage =
  'npm run -s assign -- --scores scores.csv [--conflicts c.csv] [--loads l.csv] [--kept k.csv] [--apart p.csv] --demand 3 --max-load 6 [--min-load 0] [--objective total|fair] [--time-limit seconds] --out plan.csv --summary summary.json [--certificate c.json]';

export type AssignArguments = {
  readonly scores: string;
  readonly conflicts: string | undefined;
  readonly loads: string | undefined;
  readonly kept: string | undefined;
  readonly apart: string | undefined;
  readonly demand: number;
  readonly maxLoad: number;
  readonly minLoad: number;
  readonly objective: Objective;
  readonly timeLimit: number | undefined;
  readonly out: string;
  readonly summary: string;
  readonly certificate: string | undefined;
};

const text = { type: 'string' } as const;
const options = {
  scores: text,
  conflicts: text,
  loads: text,
  kept: text,
  apart: text,
  demand: text,
  'max-load': text,
  'min-load': text,
  objective: text,
  'time-limit': text,
  out: text,
  summary: text,
  certificate: text,
};

/** The options, checked; says which one is wrong. */
export const readArguments = (args: readonly string[]): AssignArguments => {
  const given = parse(args);
  const required = (name: keyof typeof given): string => {
    const value = given[name];
    if (!value) throw new InputError(`--${name} is missing: ${usage}`);
    return value;
  };
  const objective = given.objective ?? 'total';
  if (objective !== 'total' && objective !== 'fair')
    throw new InputError(`--objective is total or fair, not “${objective}”`);
  const timeLimit = given['time-limit'];
  if (timeLimit !== undefined && !(Number(timeLimit) > 0))
    throw new InputError(`--time-limit is a number of seconds above 0, not “${timeLimit}”`);
  const read: AssignArguments = {
    scores: required('scores'),
    conflicts: given.conflicts,
    loads: given.loads,
    kept: given.kept,
    apart: given.apart,
    demand: count('--demand', required('demand')),
    maxLoad: count('--max-load', required('max-load')),
    minLoad: count('--min-load', given['min-load'] ?? '0'),
    objective,
    timeLimit: timeLimit === undefined ? undefined : Number(timeLimit),
    out: required('out'),
    summary: required('summary'),
    certificate: given.certificate,
  };
  if (read.minLoad > read.maxLoad) throw new InputError('--min-load is above --max-load');
  return read;
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ options, args: [...args], strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
};

/** A whole number from 0; `what` is named where it is none. */
export const count = (what: string, given: string): number => {
  if (!/^\d{1,6}$/.test(given)) throw new InputError(`${what} is a whole number from 0, not “${given}”`);
  return Number(given);
};
