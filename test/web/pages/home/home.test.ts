import { expect, test } from 'vitest';
import { partnershipsUseCases } from '../../../../functions/container/partnerships-use-cases.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import type { Round } from '../../../../shared/programs/round.ts';
import { seenAt } from '../../../../shared/programs/view-round.ts';
import { cursorsWith } from '../../../../shared/table/cursor.ts';
import { fakePartnerships } from '../../../support/partnerships-fakes.ts';
import { aRound } from '../../../support/reviews-fakes.ts';
import { noon, webApp } from '../../../support/web-app.ts';

const given = (...rounds: Round[]) => {
  const { partnerships } = fakePartnerships();
  const { listPartnerships } = partnershipsUseCases({ partnerships, cursors: cursorsWith('seal') });
  const listOpenRounds = async () => ok({ items: rounds.map((round) => seenAt(round, noon)) });
  return webApp({ useCases: { home: { listOpenRounds, listPartnerships } } });
};
const open = aRound({ id: 'open', name: { en: 'Exchange Funding 2027', ja: '2027年度 交流助成' } });
const upcoming = aRound({ id: 'next', opens: '2027-11-01T09:00', closes: '2028-01-14T17:00' });
const text = async (site: ReturnType<typeof given>, path = '/en') => (await site.get(path)).text();

test('leads with the open round: its clocks, its most, one way in', async () => {
  const html = await text(given(upcoming, open));
  expect(html).toContain('Exchange Funding 2027');
  expect(html).toContain('up to $15,000 for one delegation');
  expect(html).toContain('datetime="2027-01-14T22:00:00.000Z"');
  expect(html).toContain('href="/en/rounds/open.ics"');
  expect(html.match(/class="go"/g)).toHaveLength(1);
  expect(html).toContain('href="/en/applications/new?round=open"');
});

test('leads with the next round where none is open, and with the directory where none is announced', async () => {
  const next = await text(given(upcoming));
  expect(next).toMatch(/Opens in \d+ days/);
  expect(next).toContain('href="/en/rounds/next"');
  expect(next).not.toContain('/applications/new');
  const none = await text(given(aRound({ closes: '2026-12-01T17:00' })));
  expect(none).not.toContain('class="clocks');
  expect(none).toMatch(/<a class="go" href="\/en\/partnerships">/);
});

test('draws 440 arcs, names four of the twelve, and says the twelve in a table too', async () => {
  const html = await text(given());
  expect(html).toContain('440 partnerships, twelve funded in 2011 and 2012');
  const wide = html.slice(html.indexOf('map__svg--wide'), html.indexOf('map__svg--narrow'));
  const arcs = [...wide.matchAll(/<path vector-effect="non-scaling-stroke" d="([^"]+)"/g)].map(
    ([, d]) => d ?? '',
  );
  expect(
    arcs
      .filter((d) => d.includes('c'))
      .join('')
      .match(/M/g),
  ).toHaveLength(440);
  expect(html.match(/class="map__lead"/g)).toHaveLength(4);
  expect(html.match(/<use href="#map-/g)?.length).toBeGreaterThan(3);
  const table = html.slice(html.indexOf('<tbody', html.indexOf('twin')), html.indexOf('</details>'));
  expect(table.match(/<tr>/g)).toHaveLength(12);
  expect(Buffer.byteLength(html)).toBeLessThan(120_000);
});

test('a demo round is labelled as such, and no other is', async () => {
  expect(await text(given({ ...open, demo: true }))).toContain('class="demo"');
  expect(await text(given(open))).not.toContain('class="demo"');
});

test('the Japanese page stands in Japanese, names included', async () => {
  const html = await text(given(open), '/ja');
  expect(html).toContain('<html lang="ja">');
  expect(html).toContain('姉妹都市を訪ね、');
  expect(html).toContain('2027年度 交流助成');
  expect(html).toMatch(/カリフォルニア州セバストポール市.*佐賀県武雄市/s);
  expect(html).toContain('再生可能エネルギーと農業、2011年');
});

test('headings come in order, and every picture has a name', async () => {
  const html = await text(given(open));
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.every((level, at) => at === 0 || level - (levels[at - 1] ?? 0) <= 1)).toBe(true);
  for (const [svg] of html.matchAll(/<svg[^>]*>/g)) expect(svg).toMatch(/aria-hidden="true"|aria-labelledby/);
});
