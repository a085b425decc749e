import { expect, test } from 'vitest';
import { highsSolver } from '../../../shared/optimiser/highs.solver.ts';
import type { Milp } from '../../../shared/optimiser/milp.ts';

const column = (worth: number, whole = true) => ({ worth, least: 0, most: 1, whole });

// Weights 5, 4, 3 into a bag of 7: worth 10 alone, or 7 + 5 together.
const bag = (whole: boolean): Milp => ({
  sense: 'most',
  columns: [column(10, whole), column(7, whole), column(5, whole)],
  rows: [
    {
      terms: [
        [0, 5],
        [1, 4],
        [2, 3],
      ],
      least: -Infinity,
      most: 7,
    },
  ],
});

test('takes whole things where columns are whole', async () => {
  const answer = await highsSolver(bag(true));
  expect([...(answer.values ?? [])]).toEqual([0, 1, 1]);
  expect(answer).toMatchObject({ status: 'optimal', objective: 12, bound: 12 });
});

test('takes parts of things where they are not, and says what room is worth', async () => {
  const answer = await highsSolver(bag(false));
  expect(answer.objective).toBeCloseTo(10 + 7 / 2, 9);
  expect(answer.rowPrices[0]).toBeCloseTo(7 / 4, 9);
});

test('says infeasible where no choice keeps every row', async () => {
  const { columns, rows } = bag(true);
  const full = {
    terms: [
      [0, 1],
      [1, 1],
    ] as const,
    least: 2,
    most: 2,
  };
  expect(await highsSolver({ sense: 'most', columns, rows: [...rows, full] })).toMatchObject({
    status: 'infeasible',
    values: undefined,
  });
});

test('seeks the least where asked', async () => {
  const rows = [
    {
      terms: [
        [0, 1],
        [1, 1],
        [2, 1],
      ] as const,
      least: 2,
      most: 3,
    },
  ];
  expect(await highsSolver({ ...bag(true), sense: 'least', rows })).toMatchObject({ objective: 12 });
});

test('gives the same answer twice, also when nodes run out', async () => {
  // Many near-equal weights: more nodes than allowed.
  const size = 25;
  const hard: Milp = {
    sense: 'most',
    columns: Array.from({ length: size }, (_, at) => column(1000 + ((at * 7919) % 97))),
    rows: [1, 2, 3].map((row) => ({
      terms: Array.from({ length: size }, (_, at) => [at, 900 + ((at * row * 6007) % 211)] as const),
      least: -Infinity,
      most: 11_500 + row,
    })),
    nodes: 3,
  };
  const [first, second] = [await highsSolver(hard), await highsSolver(hard)];
  expect(second).toEqual(first);
  expect(first.status).toBe('limit');
  expect(first.bound).toBeGreaterThanOrEqual(first.objective);
});
