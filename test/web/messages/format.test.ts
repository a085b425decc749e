import { expect, test } from 'vitest';
import { formatIn } from '../../../web/messages/format.ts';

const [en, ja] = [formatIn('en'), formatIn('ja')];
const newYork = 'America/New_York';

test('a day is written as it stands, in no zone', () => {
  expect(en.date('2027-01-13')).toBe('Wed, January 13, 2027');
  expect(ja.date('2027-01-13')).toBe('2027年1月13日（水）');
  expect(ja.eraDate('2027-01-13')).toBe('令和9年（2027年）1月13日（水）');
  expect(en.eraDate('2027-01-13')).toBe('Wed, January 13, 2027');
  expect(ja.date('2027-01-13', newYork)).toBe('2027年1月13日（水）');
});

test('the first year of an era is 元年', () => {
  expect(ja.eraDate('2019-05-01')).toBe('令和元年（2019年）5月1日（水）');
  expect(ja.eraDate('2019-04-30')).toBe('平成31年（2019年）4月30日（火）');
});

test('an instant is written in its zone, a local time as it stands', () => {
  expect(en.clock('2027-01-14T22:00:00.000Z', newYork)).toBe('5:00\u00a0pm');
  expect(ja.clock('2027-01-14T22:00:00.000Z', 'Asia/Tokyo')).toBe('7:00');
  expect(ja.clock('2027-01-14T17:00')).toBe('17:00');
  expect(en.clock('2027-01-14T00:05', newYork)).toBe('12:05\u00a0am');
  expect(en.date(new Date('2027-01-14T22:00:00Z'), 'Asia/Tokyo')).toBe('Fri, January 15, 2027');
});

test('a moment says by whose clock', () => {
  expect(en.moment('2027-07-14T21:00:00Z', newYork)).toBe('Wed, July 14, 2027, 5:00\u00a0pm Eastern time');
  expect(ja.moment('2027-01-14T22:00:00Z', newYork)).toBe('2027年1月14日（木）17:00（米国東部時間）');
});

test('zones are named with their city, in the reader’s language', () => {
  expect(en.zone('America/Phoenix')).toBe('Mountain standard time, Phoenix');
  expect(ja.zone('America/Los_Angeles')).toBe('米国太平洋時間（ロサンゼルス）');
  expect(ja.zone('Asia/Tokyo')).toBe('日本標準時');
  expect([en.zone('UTC'), ja.zone('Etc/UTC')]).toEqual(['UTC', '協定世界時']);
});

test('money shows its cents, percent the language’s sign', () => {
  expect(en.money(1_145_200)).toBe('$11,452.00');
  expect(ja.amount(5)).toBe('0.05');
  expect([en.percent(29), ja.percent(29)]).toEqual(['29%', '29％']);
  expect(en.number(3.926, 2)).toBe('3.93');
  expect([en.list(['a', 'b', 'c']), ja.list(['a', 'b', 'c'])]).toEqual(['a, b, and c', 'a、b、c']);
});
