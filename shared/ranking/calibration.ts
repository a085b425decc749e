import { inOrder, type Tally } from './rank.ts';
import { toNumber } from './rational.ts';
import { inFixedOrder } from './reliability.ts';
import { studentT } from './student-t.ts';
import { inverseOf } from './symmetric-inverse.ts';

/** How a reviewer scores against the others on the same applications, in points. */
export type Leniency = {
  readonly reviewerId: string;
  /** Applications that someone else has reviewed too: only these can be compared. */
  readonly compared: number;
  /** Above zero the reviewer gives higher figures than the others of the same group. */
  readonly effect: number;
  /** Half the 95 % interval. Absent where too few reviews are left over to tell it. */
  readonly within?: number | undefined;
  /** Reviewers linked by applications in common, from 1; effects of two groups cannot be compared. */
  readonly group: number;
};

export type Calibration = {
  readonly leniency: readonly Leniency[];
  /** The mean each application would have had from an average reviewer of its group. */
  readonly means: ReadonlyMap<string, number>;
  /** One where every reviewer is linked with every other. With more, means of two groups cannot be compared. */
  readonly groups: number;
};

type Cell = { readonly application: number; readonly reviewer: number; readonly value: number };

/**
 * The additive two-way model yᵢⱼ = αᵢ + βⱼ + ε by least squares, Σ β = 0 within each connected group of reviewers
 * (Searle, Linear Models, 1971, chapter 7). Applications are swept out first, which leaves one equation for each reviewer:
 * (D − NᵀK⁻¹N) β = Σᵢ (yᵢⱼ − ȳᵢ). Standard errors from the residual mean square with
 * N − applications − reviewers + groups degrees of freedom.
 */
export const calibrate = (tallies: readonly Tally[]): Calibration => {
  const rows = inFixedOrder(tallies);
  const reviewers = [
    ...new Set(rows.flatMap(({ reviews }) => reviews.map(({ reviewerId }) => reviewerId))),
  ].sort(inOrder);
  const indexOf = new Map(reviewers.map((id, at) => [id, at]));
  const perApplication = rows.map(({ reviews }, application) =>
    reviews
      .map(
        ({ reviewerId, mean }): Cell => ({
          application,
          reviewer: indexOf.get(reviewerId) ?? 0,
          value: toNumber(mean),
        }),
      )
      .sort((a, b) => a.reviewer - b.reviewer || a.value - b.value),
  );
  const group = groupsOf(reviewers.length, perApplication);
  const groups = new Set(group).size;
  const { inverse, sums } = equations(group, perApplication);
  const effects = inverse.map((line) => line.reduce((sum, cell, at) => sum + cell * (sums[at] ?? 0), 0));
  const means = perApplication.map(
    (cells) =>
      cells.reduce((sum, { reviewer, value }) => sum + value - (effects[reviewer] ?? 0), 0) / cells.length,
  );
  const cells = perApplication.flat();
  const degrees = cells.length - rows.length - reviewers.length + groups;
  const residual = cells.reduce(
    (sum, { application, reviewer, value }) =>
      sum + (value - (means[application] ?? 0) - (effects[reviewer] ?? 0)) ** 2,
    0,
  );
  const sizes = Map.groupBy(group, (of) => of);
  const compared = (reviewer: number) =>
    perApplication.filter((own) => own.length > 1 && own.some((cell) => cell.reviewer === reviewer)).length;
  const leniency = reviewers.map((reviewerId, at): Leniency => {
    const size = sizes.get(group[at] ?? 0)?.length ?? 1;
    // The equation was completed by 1/size everywhere in the group; the effect's own variance is without it.
    const variance = (residual / degrees) * Math.max(0, (inverse[at]?.[at] ?? 0) - 1 / size);
    const known = degrees > 0 && size > 1;
    return {
      reviewerId,
      compared: compared(at),
      effect: effects[at] ?? 0,
      ...(known && { within: studentT(degrees) * Math.sqrt(variance) }),
      group: group[at] ?? 0,
    };
  });
  return {
    leniency: leniency.toSorted((a, b) => a.effect - b.effect || inOrder(a.reviewerId, b.reviewerId)),
    means: new Map(rows.map(({ applicationId }, at) => [applicationId, means[at] ?? 0])),
    groups,
  };
};

/** The group of each reviewer, from 1 in the order of their ids: two are linked by an application in common. */
const groupsOf = (count: number, perApplication: readonly (readonly Cell[])[]): readonly number[] => {
  const leader = Array.from({ length: count }, (_, at) => at);
  const leading = (at: number): number => {
    let top = at;
    while (leader[top] !== top) top = leader[top] ?? top;
    leader[at] = top;
    return top;
  };
  for (const [first, ...others] of perApplication)
    for (const other of others) {
      const [a, b] = [leading(first?.reviewer ?? 0), leading(other.reviewer)];
      leader[Math.max(a, b)] = Math.min(a, b);
    }
  const numbers = new Map<number, number>();
  return leader.map((_, at) => {
    const top = leading(at);
    if (!numbers.has(top)) numbers.set(top, numbers.size + 1);
    return numbers.get(top) ?? 0;
  });
};

/** The reviewers' equations, made solvable by adding 1/size within each group: that is Σ β = 0 there. */
const equations = (group: readonly number[], perApplication: readonly (readonly Cell[])[]) => {
  const sizes = Map.groupBy(group, (of) => of);
  const matrix = group.map((of) =>
    group.map((other) => (of === other ? 1 / (sizes.get(of)?.length ?? 1) : 0)),
  );
  const sums = group.map(() => 0);
  const add = (line: number[] | undefined, at: number, amount: number) => {
    if (line) line[at] = (line[at] ?? 0) + amount;
  };
  for (const cells of perApplication) {
    const mean = cells.reduce((sum, { value }) => sum + value, 0) / cells.length;
    for (const { reviewer, value } of cells) {
      add(sums, reviewer, value - mean);
      add(matrix[reviewer], reviewer, 1);
      for (const other of cells) add(matrix[reviewer], other.reviewer, -1 / cells.length);
    }
  }
  return { inverse: inverseOf(matrix), sums };
};
