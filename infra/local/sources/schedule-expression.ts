const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** When a schedule is due next after an instant, both in UTC; undefined where it never is within four years. */
export type Schedule = (after: Date) => Date | undefined;

/** An EventBridge schedule: `rate(5 minutes)` or `cron(0 9 ? * MON-FRI *)`. Throws on another form. */
export const parseSchedule = (expression: string): Schedule => {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) {
    // The pattern admits no other unit.
    const period = Number(rate[1]) * units[rate[2] as keyof typeof units];
    return (after) => new Date(after.getTime() + period);
  }
  const cron = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)$/.exec(expression);
  if (!cron) throw new Error(`"${expression}" is no schedule the local platform knows`);
  const [, minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = cron;
  const fields = [
    field(minute, 0, 59),
    field(hour, 0, 23),
    field(day, 1, 31),
    field(month, 1, 12, months),
    field(weekday, 1, 7, weekdays),
    field(year, 1970, 2199),
  ] as const;
  return (after) => nextMatch(fields, after);
};

/** The values a field admits, as a test. */
const field = (text: string, from: number, to: number, names: readonly string[] = []) => {
  if (text === '*' || text === '?') return () => true;
  const number = (part: string) => {
    const named = names.indexOf(part.toUpperCase());
    const value = named >= 0 ? named + from : Number(part);
    if (!Number.isInteger(value))
      throw new Error(`"${text}" in a cron schedule is not known to the local platform`);
    return value;
  };
  const admitted = text.split(',').flatMap((part) => {
    const [range = '', step] = part.split('/');
    const [low = '', high] = range === '*' ? [String(from), String(to)] : range.split('-');
    const end = high !== undefined ? number(high) : step ? to : number(low);
    const values: number[] = [];
    for (let value = number(low); value <= end; value += Number(step ?? 1)) values.push(value);
    return values;
  });
  return (value: number) => admitted.includes(value);
};

type Field = (value: number) => boolean;
const nextMatch = (fields: readonly [Field, Field, Field, Field, Field, Field], after: Date) => {
  const [minute, hour, day, month, weekday, year] = fields;
  const at = new Date(Math.floor(after.getTime() / units.minute + 1) * units.minute);
  for (const last = at.getTime() + 4 * 366 * units.day; at.getTime() < last; ) {
    const dayFits =
      day(at.getUTCDate()) &&
      month(at.getUTCMonth() + 1) &&
      weekday(at.getUTCDay() + 1) &&
      year(at.getUTCFullYear());
    if (!dayFits) at.setUTCHours(24, 0, 0, 0);
    else if (!hour(at.getUTCHours())) at.setUTCHours(at.getUTCHours() + 1, 0, 0, 0);
    else if (!minute(at.getUTCMinutes())) at.setUTCMinutes(at.getUTCMinutes() + 1, 0, 0);
    else return at;
  }
  return undefined;
};
