import { expect, test } from 'vitest';
import { Clocks, leftInWords } from '../../../web/components/clocks.tsx';
import { translate } from '../../../web/messages/translate.ts';
import { aView } from '../../support/a-view.ts';

const closes = new Date('2027-01-14T22:00:00Z');
const at = (instant: string) => ({ receivedAt: new Date(instant), idempotencyKey: 'k' });
const shown = (instant: string, language: 'en' | 'ja' = 'en', viewerZone?: string) =>
  String(
    <Clocks
      view={aView(language, { call: at(instant), viewerZone })}
      at={closes}
      zone="America/New_York"
      graceMinutes={15}
    />,
  );

test('one instant stands on three clocks, with weekday and zone', () => {
  const html = shown('2027-01-04T18:00:00Z', 'en', 'America/Los_Angeles');
  expect(html).toContain('Closes in 10 days and 4 hours');
  expect(html).toMatch(
    /Round’s clock<span>Eastern time, New York<\/span>.*Thu, January 14, 2027.*5:00\u00a0pm/,
  );
  expect(html).toMatch(
    /Your clock<span>Pacific time, Los Angeles<\/span>.*Thu, January 14, 2027.*2:00\u00a0pm/,
  );
  expect(html).toMatch(/Japan’s clock<span>Japan standard time<\/span>.*Fri, January 15, 2027.*7:00\u00a0am/);
  expect(html).toContain('datetime="2027-01-14T22:00:00.000Z"');
});

test('without a script the reader’s clock is left out rather than guessed', () => {
  expect(shown('2027-01-04T18:00:00Z')).not.toContain('Your clock');
});

test('in Japanese the era stands on Japan’s clock only', () => {
  const html = shown('2027-01-04T18:00:00Z', 'ja');
  expect(html).toContain('締切まで残り10日と4時間');
  expect(html).toContain('米国東部時間（ニューヨーク）');
  expect(html).toContain('<td><span class="nobr">2027年1月14日（木）</span></td>');
  expect(html).toContain(
    '<span class="nobr">令和9年（2027年）</span><span class="nobr">1月15日（金）</span>',
  );
});

test('at the close, within the grace and after it, it says so', () => {
  expect(shown('2027-01-14T22:00:00Z')).toContain('Closes in less than a minute');
  expect(shown('2027-01-14T22:05:00Z')).toContain('Closed; the grace period ends in 10 minutes');
  expect(shown('2027-01-14T22:15:00Z')).toContain('the grace period ends in less than a minute');
  expect(shown('2027-01-14T22:15:00.001Z')).toMatch(/>Closed</);
});

test('the grace is stated with its last instant', () => {
  expect(shown('2027-01-04T18:00:00Z')).toContain(
    '15 minutes’ grace: until Thu, January 14, 2027, 5:15\u00a0pm Eastern time.',
  );
});

test('what is left is rounded down, so that it promises no minute too many', () => {
  const t = translate('en');
  expect(leftInWords(t, 59_999)).toBe('less than a minute');
  expect(leftInWords(t, 61 * 60_000 + 59_999)).toBe('1 hour and 1 minute');
  expect(leftInWords(t, 1440 * 60_000)).toBe('1 day and 0 hours');
});
