import { writeCents } from '../../shared/kernel/money.ts';
import type { Language } from '../../shared/kernel/text.ts';
import { zoneName, zoneShortName } from './zone-name.ts';

/** A calendar day `2027-01-14`, a local time `2027-01-14T17:00`, an instant in ISO 8601 with `Z`, or a Date. */
export type When = string | Date;

/**
 * Dates, clocks, money and numbers as the house writes them. A day or local time is shown as written and takes no
 * zone; an instant is shown in `zone`, or in UTC where none is given.
 */
export type Format = {
  /** `Thu, January 14, 2027` · 2027年1月14日（木） */
  readonly date: (when: When, zone?: string) => string;
  /** The same in English; in Japanese with the era: 令和9年（2027年）1月13日（水）. For dates of the Japanese side. */
  readonly eraDate: (when: When, zone?: string) => string;
  /** `5:00 pm` · 17:00 */
  readonly clock: (when: When, zone?: string) => string;
  /** `Thu, January 14, 2027, 5:00 pm Eastern time` · 2027年1月14日（木）17:00（米国東部時間） */
  readonly moment: (when: When, zone: string) => string;
  /** `Eastern time, New York` · 米国東部時間（ニューヨーク） */
  readonly zone: (zone: string) => string;
  /** `$1,234.00` from whole cents */
  readonly money: (cents: number) => string;
  /** `1,234.00`, where the caption says dollars once */
  readonly amount: (cents: number) => string;
  readonly number: (value: number, digits?: number) => string;
  /** `29%` · 29％ from whole percent */
  readonly percent: (value: number) => string;
  /** `a, b and c` · a、b、c */
  readonly list: (items: readonly string[]) => string;
};

const locales = { en: 'en-US', ja: 'ja-JP' } as const;
const formatters = new Map<string, Intl.DateTimeFormat>();
const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) => {
  const name = locale + JSON.stringify(options);
  const known = formatters.get(name) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(name, known);
  return known;
};

const isPlain = (when: When): when is string => typeof when === 'string' && !/(Z|[+-]\d\d:\d\d)$/.test(when);
const instant = (when: When) =>
  isPlain(when) ? new Date(`${when.slice(0, 16)}${when.length > 10 ? ':00Z' : ''}`) : new Date(when);
const zoneOf = (when: When, zone: string | undefined) => (isPlain(when) ? 'UTC' : (zone ?? 'UTC'));

const english = (when: When, zone?: string) =>
  dateFormat('en-US', {
    weekday: 'short',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    timeZone: zoneOf(when, zone),
  }).format(instant(when));

const japanese = (when: When, zone: string | undefined, era: boolean) => {
  const at = instant(when);
  const timeZone = zoneOf(when, zone);
  const day = dateFormat('ja-JP', { month: 'long', day: 'numeric', timeZone }).format(at);
  const year = dateFormat('ja-JP', { year: 'numeric', timeZone }).format(at);
  const weekday = dateFormat('ja-JP', { weekday: 'short', timeZone }).format(at);
  const reign = dateFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone });
  return `${era ? `${reign.format(at)}（${year}）` : year}${day}（${weekday}）`;
};

const clockOf = (language: Language, when: When, zone?: string) => {
  const timeZone = zoneOf(when, zone);
  if (language === 'ja')
    return dateFormat('ja-JP', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
      instant(when),
    );
  // The space before "pm" is a narrow no-break one in ICU: kept as an ordinary no-break space that every face has.
  return dateFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone })
    .format(instant(when))
    .replace(/\s/, '\u00a0')
    .toLowerCase();
};

const make = (language: Language): Format => {
  const locale = locales[language];
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const date: Format['date'] = (when, zone) =>
    language === 'ja' ? japanese(when, zone, false) : english(when, zone);
  const clock: Format['clock'] = (when, zone) => clockOf(language, when, zone);
  return {
    date,
    eraDate: (when, zone) => (language === 'ja' ? japanese(when, zone, true) : english(when, zone)),
    clock,
    moment: (when, zone) =>
      language === 'ja'
        ? `${date(when, zone)}${clock(when, zone)}（${zoneShortName(language, zone)}）`
        : `${date(when, zone)}, ${clock(when, zone)} ${zoneShortName(language, zone)}`,
    zone: (zone) => zoneName(language, zone),
    money: (cents) => `$${writeCents(cents)}`,
    amount: writeCents,
    number: (value, digits) =>
      digits === undefined
        ? numbers.format(value)
        : value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    percent: (value) => `${numbers.format(value)}${language === 'ja' ? '％' : '%'}`,
    list: (items) => (language === 'ja' ? items.join('、') : lists.format(items)),
  };
};

const made: Record<Language, Format> = { en: make('en'), ja: make('ja') };
export const formatIn = (language: Language): Format => made[language];
