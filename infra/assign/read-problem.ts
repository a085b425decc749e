import { readDecimal } from '../../shared/assignment/solver/decimal.ts';
import type { AssignmentProblem } from '../../shared/assignment/solver/problem.ts';
import { emptySheet, numberSheet } from '../../shared/assignment/solver/scale-scores.ts';
import { type AssignArguments, count } from './arguments.ts';
import { InputError } from './input-error.ts';
import { readRecords } from './read-records.ts';

/** The places of ids in the order they were met, and the order they will stand in. */
const openIds = (what: string) => {
  const places = new Map<string, number>();
  return {
    place: (id: string, file: string, line: number): number => {
      const known = places.get(id);
      if (known !== undefined) return known;
      if (id === '') throw new InputError(`${file}:${line}: the ${what} is missing`);
      places.set(id, places.size);
      return places.size - 1;
    },
    /** Ids sorted by code units, and for each place met where it stands among them. */
    sorted: () => {
      const ids = [...places.keys()].toSorted((one, other) => (one < other ? -1 : 1));
      const rank = new Int32Array(ids.length);
      for (const [at, id] of ids.entries()) rank[places.get(id) ?? 0] = at;
      return { ids, rank };
    },
  };
};

/** Numbers in an array that grows as it is filled. */
const openColumn = () => {
  let held = new Float64Array(1 << 12);
  let length = 0;
  return {
    add: (value: number) => {
      if (length === held.length) {
        const larger = new Float64Array(length * 2);
        larger.set(held);
        held = larger;
      }
      held[length] = value;
      length += 1;
    },
    all: () => held.subarray(0, length),
  };
};

/**
 * Reads the files into a problem. Reviewers and applications are all that any file names. Throws an `InputError` with file
 * and line at the first thing that is wrong.
 */
export const readProblem = async (args: AssignArguments): Promise<AssignmentProblem> => {
  const reviewers = openIds('reviewer');
  const applications = openIds('application');
  const [who, what, digits, more, places, lines] = [
    openColumn(),
    openColumn(),
    openColumn(),
    openColumn(),
    openColumn(),
    openColumn(),
  ];
  let exact = true;
  await readRecords(
    args.scores,
    ['reviewer', 'application', 'score'],
    ([reviewer = '', application = '', score = ''], line) => {
      const decimal = readDecimal(score);
      if (!decimal) throw new InputError(`${args.scores}:${line}: “${score}” is not a number`);
      who.add(reviewers.place(reviewer, args.scores, line));
      what.add(applications.place(application, args.scores, line));
      digits.add(decimal.digits);
      more.add(decimal.more);
      places.add(decimal.places);
      lines.add(line);
      exact &&= decimal.exact;
    },
  );
  const conflicts: (readonly [number, number])[] = [];
  const { conflicts: conflictFile, loads: loadFile } = args;
  if (conflictFile !== undefined)
    await readRecords(
      conflictFile,
      ['reviewer', 'application'],
      ([reviewer = '', application = ''], line) => {
        conflicts.push([
          reviewers.place(reviewer, conflictFile, line),
          applications.place(application, conflictFile, line),
        ]);
      },
    );
  const loads = new Map<number, { readonly min: number; readonly max: number }>();
  if (loadFile !== undefined)
    await readRecords(
      loadFile,
      ['reviewer', 'min', 'max'],
      ([reviewer = '', least = '', most = ''], line) => {
        const place = reviewers.place(reviewer, loadFile, line);
        if (loads.has(place)) throw new InputError(`${loadFile}:${line}: “${reviewer}” stands twice`);
        const [min, max] = [
          count(`${loadFile}:${line}: min`, least),
          count(`${loadFile}:${line}: max`, most),
        ];
        if (min > max) throw new InputError(`${loadFile}:${line}: min ${min} is above max ${max}`);
        loads.set(place, { min, max });
      },
    );

  const [r, a] = [reviewers.sorted(), applications.sorted()];
  const width = r.ids.length;
  const cells = width * a.ids.length;
  if (cells > 30_000_000)
    throw new InputError(`${width} reviewers × ${a.ids.length} applications are more than 30,000,000 pairs`);
  const cellOf = (reviewer: number, application: number) =>
    (a.rank[application] ?? 0) * width + (r.rank[reviewer] ?? 0);
  const sheet = emptySheet(cells);
  const [theirs, its, allMore, allPlaces] = [who.all(), what.all(), more.all(), places.all()];
  for (const [at, digit] of digits.all().entries()) {
    const cell = cellOf(theirs[at] ?? 0, its[at] ?? 0);
    if (sheet.given[cell]) {
      const pair = `${r.ids[cell % width]}, ${a.ids[Math.floor(cell / width)]}`;
      throw new InputError(`${args.scores}:${lines.all()[at]}: the pair ${pair} has a score already`);
    }
    sheet.given[cell] = 1;
    sheet.digits[cell] = digit;
    sheet.more[cell] = allMore[at] ?? 0;
    sheet.places[cell] = allPlaces[at] ?? 0;
  }
  const barred = new Uint8Array(cells);
  for (const [reviewer, application] of conflicts) barred[cellOf(reviewer, application)] = 1;
  const bounds = new Map([...loads].map(([place, load]) => [r.rank[place], load]));
  const stated = {
    objective: args.objective,
    reviewers: r.ids.map((id, at) => ({
      id,
      traits: [],
      ...(bounds.get(at) ?? { min: args.minLoad, max: args.maxLoad }),
    })),
    applications: a.ids.map((id) => ({ id, demand: args.demand, needs: [] })),
  };
  const scaled = numberSheet(sheet, stated);
  return {
    ...stated,
    ...scaled,
    exact: exact && scaled.exact,
    barred,
    fixed: [],
    apart: [],
  };
};
