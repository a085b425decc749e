import { parseArgs } from 'node:util';
import { fileMeant } from '../command/file-meant.ts';
import { UsageProblem } from '../command/input-error.ts';
import { wholeNumber } from '../command/whole-number.ts';

export const usage = `npm run -s match -- --alumni a.csv --partnerships p.csv [--top 5] [--max-per-alum 3] [--year 2026] --out matches.csv --summary summary.json

a.csv    id,placements,us_city,us_state,japanese,skills,themes,availability; placements as municipality|prefecture|from|to;…
p.csv    the columns of partnerships.csv and, if need be, themes,needs
--top           alumni for a partnership, at most
--max-per-alum  partnerships for an alum, at most
--year          from which years since somebody's return are counted; this one where none is given
docs/matching.md says what a score is made of.`;

export type MatchArguments = {
  readonly alumni: string;
  readonly partnerships: string;
  readonly top: number;
  readonly perAlum: number;
  readonly year: number;
  readonly out: string;
  readonly summary: string;
};

const text = { type: 'string' } as const;
const options = {
  alumni: text,
  partnerships: text,
  top: { ...text, default: '5' },
  'max-per-alum': { ...text, default: '3' },
  year: text,
  out: text,
  summary: text,
} as const;

/** The command's arguments. Throws a `UsageProblem` that says what to change. */
export const readArguments = (args: readonly string[], now: Date): MatchArguments => {
  const values = parsed(args);
  const { alumni, partnerships, out, summary } = values;
  if (!alumni || !partnerships || !out || !summary)
    throw new UsageProblem('Say --alumni, --partnerships, --out and --summary, each with a file');
  if (new Set([alumni, partnerships, out, summary].map(fileMeant)).size < 4)
    throw new UsageProblem('--out and --summary must be files of their own');
  return {
    ...{ alumni, partnerships, out, summary },
    top: wholeNumber('--top', values.top, 1, 1_000_000),
    perAlum: wholeNumber('--max-per-alum', values['max-per-alum'], 1, 1_000_000),
    year: wholeNumber('--year', values.year ?? String(now.getUTCFullYear()), 1987, 2200),
  };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new UsageProblem(error instanceof Error ? error.message : String(error));
  }
};
