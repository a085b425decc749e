import { readDecimal } from '../../shared/assignment/solver/decimal.ts';
import type { AssignmentProblem, Pair } from '../../shared/assignment/solver/problem.ts';
import { emptySheet, numberSheet } from '../../shared/assignment/solver/scale-scores.ts';
import { clashesIn } from '../../shared/assignment/solver/state-problem.ts';
import { InputError } from '../command/input-error.ts';
import { type AssignArguments, count } from './arguments.ts';
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

/** Two names of one line, by the places they were met at. */
type Placed = { readonly one: number; readonly other: number; readonly line: number };

/** What stays and who is kept apart, refused where one contradicts the other. */
const unclashed = (
  stated: Parameters<typeof clashesIn>[0],
  args: AssignArguments,
): Pick<AssignmentProblem, 'fixed' | 'apart'> => {
  const clashes = clashesIn(stated);
  const said = clashes.map(
    ({ application, reviewers }) =>
      `${reviewers.join(' and ')} are kept apart in ${args.apart}, and both have ${application} in ${args.kept}`,
  );
  if (clashes.length > 0) throw new InputError(said.join('\n'));
  return { fixed: stated.fixed, apart: stated.apart };
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
  const readPairs = async (path: string | undefined, second: readonly [string, typeof reviewers]) => {
    const pairs: Placed[] = [];
    const [column, ids] = second;
    if (path !== undefined)
      await readRecords(path, ['reviewer', column], ([one = '', other = ''], line) => {
        pairs.push({ one: reviewers.place(one, path, line), other: ids.place(other, path, line), line });
      });
    return pairs;
  };
  const { loads: loadFile } = args;
  const conflicts = await readPairs(args.conflicts, ['application', applications]);
  const kept = await readPairs(args.kept, ['application', applications]);
  const together = await readPairs(args.apart, ['other', reviewers]);
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
  for (const { one, other } of conflicts) barred[cellOf(one, other)] = 1;
  const fixed = new Map<number, Pair>();
  for (const { one, other, line } of kept) {
    const cell = cellOf(one, other);
    const [reviewer, application] = [cell % width, Math.floor(cell / width)];
    if (barred[cell])
      throw new InputError(
        `${args.kept}:${line}: ${r.ids[reviewer]}, ${a.ids[application]} is a conflict in ${args.conflicts}`,
      );
    fixed.set(cell, { reviewer, application });
  }
  const apart = together.map(({ one, other, line }) => {
    const [first = 0, second = 0] = [r.rank[one] ?? 0, r.rank[other] ?? 0].toSorted((x, y) => x - y);
    if (first === second)
      throw new InputError(`${args.apart}:${line}: “${r.ids[first]}” can’t be kept apart from itself`);
    return [first, second] as const;
  });
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
    ...unclashed(
      {
        ...stated,
        fixed: [...fixed].toSorted(([one], [other]) => one - other).map(([, pair]) => pair),
        apart: apart.toSorted(([i, j], [k, l]) => i - k || j - l),
      },
      args,
    ),
  };
};
