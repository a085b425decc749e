import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budgetForm } from '../../../../shared/applications/sections/budget.ts';
import { brokenRules } from '../../../../shared/applications/sections/budget-rules.ts';
import { budgetTotals, sumLines } from '../../../../shared/applications/sections/budget-totals.ts';
import { fitted } from '../../../../shared/applications/sections/section-form.ts';
import { writeCents } from '../../../../shared/kernel/money.ts';

const limits = { maximumAwardCents: 1_500_000, matchPercent: 20, indirectPercent: 10 };
const cents = fc.integer({ min: 0, max: 99_999_999 });

/** A line that adds up: its cost is what is requested, given in money and given in kind. */
const line = fc
  .record({
    category: fc.constantFrom('travel', 'indirect', 'other'),
    requested: cents,
    match: cents,
    inKind: cents,
  })
  .map(({ category, requested, match, inKind }) => ({
    category,
    description: 'x',
    quantity: '1',
    unitCost: writeCents(requested + match + inKind),
    requested: writeCents(requested),
    match: writeCents(match),
    inKind: writeCents(inKind),
  }));
const lines = fc.array(line, { minLength: 1, maxLength: 40 });
const shuffled = lines.chain((all) =>
  fc.record({
    all: fc.constant(all),
    other: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
  }),
);

const problems = (all: readonly Record<string, string>[], rules = limits) => {
  const form = budgetForm(rules);
  const checked = form.complete(fitted(form, { lines: all }));
  return checked.ok ? [] : checked.failure.map(({ path, code }) => `${path.replace(/\d+/, 'n')} ${code}`);
};

test('the order of the lines changes no sum and no rule', () => {
  fc.assert(
    fc.property(shuffled, ({ all, other }) => {
      const { lines: _, ...sums } = budgetTotals({ lines: all });
      const { lines: __, ...others } = budgetTotals({ lines: other });
      expect(others).toEqual(sums);
      expect(problems(other)).toEqual(problems(all));
    }),
  );
});

test('every total is the sum of its lines, however they are grouped, to the cent', () => {
  fc.assert(
    fc.property(lines, fc.nat(40), (all, at) => {
      const totals = budgetTotals({ lines: all });
      const [first, rest] = [totals.lines.slice(0, at), totals.lines.slice(at)].map(sumLines);
      expect(sumLines(totals.lines)).toMatchObject({
        costCents: (first?.costCents ?? 0) + (rest?.costCents ?? 0),
        requestedCents: (first?.requestedCents ?? 0) + (rest?.requestedCents ?? 0),
        inKindCents: (first?.inKindCents ?? 0) + (rest?.inKindCents ?? 0),
      });
      expect(totals.costCents).toBe(totals.requestedCents + totals.moneyCents + totals.inKindCents);
      expect(totals.matchCents).toBe(totals.moneyCents + totals.inKindCents);
      expect(totals.openCents).toBe(0);
    }),
  );
});

test('a line is refused exactly when a cent of it is paid by nobody, or twice', () => {
  fc.assert(
    fc.property(line, fc.integer({ min: -5, max: 5 }), (one, off) => {
      const paid = Number(one.inKind.replaceAll(',', '').replace('.', '')) + off;
      fc.pre(paid >= 0);
      const found = problems([{ ...one, inKind: writeCents(paid) }]);
      expect(found.includes('lines.n.requested does-not-add-up')).toBe(off !== 0);
    }),
  );
});

test('money and kind count alike for the match: where a cent goes changes no rule', () => {
  fc.assert(
    fc.property(line, (one) => {
      const swapped = { ...one, match: one.inKind, inKind: one.match };
      expect(problems([swapped])).toEqual(problems([one]));
      expect(budgetTotals({ lines: [swapped] }).matchCents).toBe(budgetTotals({ lines: [one] }).matchCents);
    }),
  );
});

const requests = fc.integer({ min: 1, max: 100_000_000 });
const percents = fc.integer({ min: 0, max: 100 });

test('the least match and the most of indirect costs are exact: on the boundary allowed, a cent beyond refused', () => {
  fc.assert(
    fc.property(requests, percents, percents, (requestedCents, matchPercent, indirectPercent) => {
      const rules = { maximumAwardCents: requestedCents, matchPercent, indirectPercent };
      const matchCents = Math.ceil((requestedCents * matchPercent) / 100);
      const indirectCents = Math.floor((requestedCents * indirectPercent) / 100);
      const sums = { requestedCents, matchCents, indirectCents };
      expect(brokenRules(sums, rules)).toEqual([]);
      expect(brokenRules({ ...sums, indirectCents: indirectCents + 1 }, rules)).toEqual([
        'indirect-too-high',
      ]);
      if (matchCents > 0)
        expect(brokenRules({ ...sums, matchCents: matchCents - 1 }, rules)).toEqual(['match-too-low']);
      expect(
        brokenRules(
          { ...sums, matchCents, requestedCents: requestedCents + 1 },
          { ...rules, matchPercent: 0 },
        ),
      ).toEqual(['over-maximum-award']);
    }),
  );
});

test('a round without a bound on indirect costs takes any', () => {
  const rules = { maximumAwardCents: 1_500_000, matchPercent: 0 };
  expect(brokenRules({ requestedCents: 100, matchCents: 0, indirectCents: 100 }, rules)).toEqual([]);
});

test('a line written before money and kind were told apart keeps its match and adds up', () => {
  const old = {
    category: 'travel',
    description: 'Flights',
    quantity: '10',
    unitCost: '1,200.00',
    requested: '9,000',
    match: '3,000',
  };
  expect(problems([old])).toEqual([]);
  expect(budgetTotals({ lines: [old] })).toMatchObject({
    matchCents: 300_000,
    moneyCents: 300_000,
    inKindCents: 0,
  });
});
