import { expect, test } from 'vitest';
import { parseSchedule } from '../../../../infra/local/sources/schedule-expression.ts';

const friday = new Date('2026-03-13T09:00:00Z');

test.each([
  ['rate(1 hour)', '2026-03-13T10:00:00.000Z'],
  ['rate(15 minutes)', '2026-03-13T09:15:00.000Z'],
  ['cron(0 9 * * ? *)', '2026-03-14T09:00:00.000Z'],
  ['cron(0/15 * * * ? *)', '2026-03-13T09:15:00.000Z'],
  ['cron(30 8 ? * MON-FRI *)', '2026-03-16T08:30:00.000Z'],
  ['cron(0 0 1 JAN,JUL ? *)', '2026-07-01T00:00:00.000Z'],
])('%s is due next at %s', (expression, due) => {
  expect(parseSchedule(expression)(friday)?.toISOString()).toBe(due);
});

test('what is no schedule is refused', () => {
  expect(() => parseSchedule('at(2026-01-01T00:00:00)')).toThrow(/no schedule/);
  expect(() => parseSchedule('cron(0 9 L * ? *)')).toThrow(/not known/);
});
