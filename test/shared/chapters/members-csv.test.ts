import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { membersCsv } from '../../../shared/chapters/members-csv.ts';
import type { SeenMember } from '../../../shared/chapters/named-members.ts';
import { aMember } from '../../support/chapters-fakes.ts';

const seen = (over: Partial<SeenMember> = {}): SeenMember => {
  const { alumId, registeredAt, servedIn, home, ways } = aMember('ann');
  return { alumId, registeredAt, servedIn, home, ways, name: 'Ann', number: 'A-000ANN', ...over };
};
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true, bom: true });

test.each([
  '=HYPERLINK("http://x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\u0000=1',
  '\ufeff=1',
])('a name that a spreadsheet would read as a formula, %j, begins with an apostrophe', (name) => {
  expect(rowsOf(membersCsv([seen({ name })]))[0]?.name).toMatch(/^'[=+\-@]/);
});

test('marks of the list itself in a town’s words part nothing', () => {
  const [placement] = aMember('ann').servedIn;
  if (!placement) throw new Error('There is one');
  const servedIn = [{ ...placement, name: 'Old|Town;CIR' }];
  const [row] = rowsOf(membersCsv([seen({ servedIn })]));
  expect(row?.placements).toBe('ALT|Old Town CIR|Ehime|2009|2012');
});

test('who lives elsewhere has no state, who serves still no last year', () => {
  const servedIn = [{ role: 'SEA', name: 'Oita', from: 2025 } as const];
  const [row] = rowsOf(membersCsv([seen({ servedIn, home: { in: 'elsewhere' } })]));
  expect([row?.state, row?.placements]).toEqual(['', 'SEA|Oita||2025|']);
});
