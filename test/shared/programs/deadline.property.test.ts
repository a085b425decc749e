import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, localOf } from '../../../shared/kernel/zoned-time.ts';
import { instantsOf, phaseAt, takesSubmissions } from '../../../shared/programs/round.ts';
import { aRound } from '../../support/programs-fakes.ts';

const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Pacific/Guam',
  'Asia/Tokyo',
  'Europe/London',
  'Australia/Lord_Howe',
] as const;

const pad = (value: number) => String(value).padStart(2, '0');
const closings = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
  })
  .map(({ month, day, hour, minute }) => `2027-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}`);
// The nights on which clocks change are where zones go wrong, so half of all runs land on them.
const nights = fc
  .record({
    day: fc.constantFrom('2027-03-14', '2027-11-07', '2027-03-28', '2027-10-31', '2027-04-04', '2027-10-03'),
    hour: fc.integer({ min: 0, max: 4 }),
    minute: fc.integer({ min: 0, max: 59 }),
  })
  .map(({ day, hour, minute }) => `${day}T${pad(hour)}:${pad(minute)}`);

const rounds = fc
  .record({
    zone: fc.constantFrom(...zones),
    closes: fc.oneof(closings, nights),
    graceMinutes: fc.integer({ min: 0, max: 1440 }),
  })
  .map((over) => aRound({ ...over, opens: '2026-01-01T09:00', reviewDue: '2028-06-01T09:00' }));

test('in every zone and on every night: counts at closes + grace, and not one millisecond later', () => {
  fc.assert(
    fc.property(rounds, (round) => {
      const { closes, lastInstant } = instantsOf(round);
      expect(lastInstant.getTime() - closes.getTime()).toBe(round.graceMinutes * 60_000);
      expect(takesSubmissions(round, lastInstant)).toBe(true);
      expect(takesSubmissions(round, new Date(lastInstant.getTime() + 1))).toBe(false);
      expect(phaseAt(round, closes)).toBe('closing-soon');
      const after = new Date(closes.getTime() + 1);
      expect(phaseAt(round, after)).toBe(round.graceMinutes > 0 ? 'grace' : 'closed');
      expect(phaseAt(round, new Date(lastInstant.getTime() + 1))).toBe('closed');
    }),
    { numRuns: 500 },
  );
});

test('the last 72 hours are closing soon, to the millisecond and on whatever clock', () => {
  fc.assert(
    fc.property(rounds, (round) => {
      const from = instantsOf(round).closes.getTime() - 72 * 3_600_000;
      // The first days of 2026, when the rounds of this test open, are no last days of any of them.
      expect(phaseAt(round, new Date(from - 1))).toBe('open');
      expect(phaseAt(round, new Date(from))).toBe('closing-soon');
    }),
  );
});

test('phases follow each other in one order, whenever one looks', () => {
  const order = ['upcoming', 'open', 'closing-soon', 'grace', 'closed'];
  const minutes = fc.array(fc.integer({ min: -100_000, max: 1_000_000 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(rounds, minutes, (round, offsets) => {
      const opens = instantsOf(round).opens.getTime();
      const seen = offsets
        .toSorted((a, b) => a - b)
        .map((offset) => order.indexOf(phaseAt(round, new Date(opens + offset * 60_000))));
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    }),
  );
});

test.each([
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
])('in the repeated and the skipped hours of %s the exact boundary holds', (zone) => {
  const nightsOf: Record<string, readonly string[]> = {
    'America/New_York': ['2027-11-07T01:30', '2027-03-14T02:30'],
    'Europe/London': ['2027-10-31T01:30', '2027-03-28T01:30'],
    'Australia/Lord_Howe': ['2027-04-04T01:45', '2027-10-03T02:15'],
    'Pacific/Auckland': ['2027-04-04T02:30', '2027-09-26T02:30'],
  };
  for (const closes of nightsOf[zone] ?? [])
    for (const graceMinutes of [0, 1, 59, 60, 61]) {
      const round = aRound({
        zone,
        closes,
        graceMinutes,
        opens: '2026-01-01T09:00',
        reviewDue: '2028-01-01T09:00',
      });
      const last = instantOf(closes, zone).getTime() + graceMinutes * 60_000;
      expect(takesSubmissions(round, new Date(last))).toBe(true);
      expect(takesSubmissions(round, new Date(last + 1))).toBe(false);
    }
});

test('nothing counts one millisecond before the opening, and everything does at it', () => {
  fc.assert(
    fc.property(rounds, (round) => {
      const { opens } = instantsOf(round);
      expect(takesSubmissions(round, new Date(opens.getTime() - 1))).toBe(false);
      expect(takesSubmissions(round, opens)).toBe(true);
    }),
  );
});

test('a local time reads the same on the zone’s clock, but for hours that the clock skips', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.oneof(closings, nights), (zone, local) => {
      const read = localOf(instantOf(local, zone), zone);
      // A skipped time is read an hour later (half an hour on Lord Howe), as RFC 5545 has it.
      const skipped = read !== local;
      const minutes = (new Date(`${read}Z`).getTime() - new Date(`${local}Z`).getTime()) / 60_000;
      expect(skipped ? [30, 60] : [0]).toContain(minutes);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['the repeated hour names its first run', '2027-11-07T01:30', '2027-11-07T05:30:00.000Z'],
  ['the skipped hour is read an hour later', '2027-03-14T02:30', '2027-03-14T07:30:00.000Z'],
  ['the last minute before the repeated hour is summer time', '2027-11-07T00:59', '2027-11-07T04:59:00.000Z'],
  ['the first minute after it is standard time', '2027-11-07T02:00', '2027-11-07T07:00:00.000Z'],
])('%s', (_, local, iso) => {
  expect(instantOf(local, 'America/New_York').toISOString()).toBe(iso);
});

test('across the autumn night the last instant stays grace minutes after the close, on whatever clock', () => {
  const round = aRound({ closes: '2027-11-07T00:45', graceMinutes: 60, opens: '2026-01-01T09:00' });
  const { lastInstant } = instantsOf(round);
  expect(lastInstant.toISOString()).toBe('2027-11-07T05:45:00.000Z');
  expect(localOf(lastInstant, round.zone)).toBe('2027-11-07T01:45');
});
