import { expect, test } from 'vitest';
import * as z from 'zod';
import { instantOf, localTimeSchema } from '../../../shared/kernel/zoned-time.ts';

test.each([
  '9999-12-31T23:59',
  '1999-12-31T23:59',
  '2027-02-29T12:00',
  '2027-1-1T00:00',
  'soon',
])('%s is no local time', (typed) => {
  expect(localTimeSchema.safeParse(typed).success).toBe(false);
});

test.each([
  'Pacific/Honolulu',
  'America/New_York',
  'Pacific/Kiritimati',
])('the last local time of all is in %s an instant that is read back', (zone) => {
  const last = localTimeSchema.parse('2999-12-31T23:59');
  expect(z.iso.datetime().safeParse(instantOf(last, zone).toISOString()).success).toBe(true);
});
