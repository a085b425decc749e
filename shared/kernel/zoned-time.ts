import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/**
 * Minutes of local time without a zone: `2027-01-14T17:00`, as `<input type="datetime-local">` sends it. Of this
 * millennium: the last evening of 9999 is in UTC an instant of five digits, which nothing here reads back.
 */
export const localTimeSchema = z
  .string()
  .regex(/^2\d{3}-\d{2}-\d{2}T\d{2}:\d{2}$/, { abort: true })
  .refine((text) => isLocalTime(text), 'not-a-date');

/** An IANA zone that this runtime knows: `America/New_York`. */
export const zoneSchema = z
  .string()
  .min(1)
  .max(60)
  .refine((zone) => isZone(zone));

const isLocalTime = (text: string) => {
  try {
    return Boolean(Temporal.PlainDateTime.from(text, { overflow: 'reject' }));
  } catch {
    return false;
  }
};

const isZone = (zone: string) => {
  try {
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
  } catch {
    return false;
  }
};

/**
 * The instant a local time names in its zone. In the repeated hour of autumn the earlier one,
 * in the skipped hour of spring the later reading (Temporal's `compatible`, as RFC 5545 has it).
 */
export const instantOf = (local: string, zone: string): Date =>
  new Date(
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' })
      .epochMilliseconds,
  );

/** The day an instant has in a zone: `2027-01-14`. */
export const dayOf = (instant: Date, zone: string): string => localOf(instant, zone).slice(0, 10);

/** Where the offices of the sister cities sit: their days are Japan's. */
export const japanZone = 'Asia/Tokyo';

/** The local time an instant has in a zone, to the minute. */
export const localOf = (instant: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
