import type { Language } from '../../shared/kernel/text.ts';

const part = (language: Language, zone: string, style: 'longGeneric' | 'shortGeneric') =>
  new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: style })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.replace(/^GMT(\+00:00)?$/, language === 'ja' ? '協定世界時' : 'UTC') ?? zone;

const cityOf = (language: Language, zone: string) => {
  if (zone === 'Asia/Tokyo' || zone.startsWith('Etc/') || !zone.includes('/')) return '';
  const romaji = (zone.split('/').at(-1) ?? '').replaceAll('_', ' ');
  if (language === 'en') return romaji;
  const name = part('ja', zone, 'shortGeneric');
  return name.endsWith('時間') ? name.slice(0, -2) : romaji;
};

/** A zone in words with its city: `Eastern time, New York`, 米国東部時間（ニューヨーク）. Japan has one zone and needs no city. */
export const zoneName = (language: Language, zone: string): string => {
  const long = part(language, zone, 'longGeneric');
  const city = cityOf(language, zone);
  if (language === 'ja') return city ? `${long}（${city}）` : long;
  const name = long.replace(/ (Standard )?Time$/, (words) => words.toLowerCase());
  return city ? `${name}, ${city}` : name;
};

/** The zone alone, to stand after a time: `Eastern time`, 米国東部時間. */
export const zoneShortName = (language: Language, zone: string): string => {
  const long = part(language, zone, 'longGeneric');
  return language === 'ja' ? long : long.replace(/ (Standard )?Time$/, (words) => words.toLowerCase());
};
