// npm run -s bench:match
//
// 100,000 made-up alumni and the 440 partnerships, from files to files, as the command does it: as it is called without limits,
// and where nobody is asked twice, so that all compete for the same few. Fails above 20 seconds or one gigabyte, on whatever
// machine it runs.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { runMatch } from '../../infra/match/run-match.ts';
import { themes } from '../../shared/kernel/theme.ts';
import { readingLevels } from '../../shared/matching/match-facts.ts';
import municipalities from '../../shared/reference/municipalities.json' with { type: 'json' };
import { listedPartnerships } from '../../shared/reference/partnerships.ts';
import { prefectures } from '../../shared/reference/regions.ts';

const count = 100_000;
const seed = 20270401;
const skills = ['food export', 'tourism', 'software', 'robotics', 'tea', 'design', 'law', 'teaching'];

const placement = fc
  .tuple(
    fc.constantFrom(...municipalities),
    fc.integer({ min: 1987, max: 2022 }),
    fc.integer({ min: 1, max: 5 }),
  )
  .map(([[code = '', nameJa], from, years]) => {
    const prefecture = prefectures[Number(code.slice(0, 2)) - 1]?.name;
    return `${nameJa}|${prefecture}|${from}|${from + years}`;
  });
const alum = fc
  .tuple(
    fc.array(placement, { minLength: 1, maxLength: 2 }),
    fc.constantFrom(...listedPartnerships),
    fc.boolean(),
    fc.constantFrom(...readingLevels),
    fc.subarray(skills, { maxLength: 3 }),
    fc.subarray([...themes]),
    fc.constantFrom('none', 'some', 'open'),
  )
  .map(([placements, { us }, tellsTown, japanese, skilled, wishes, availability]) => [
    ...[placements.join(';'), tellsTown ? us.name : '', us.region, japanese],
    ...[skilled.join(';'), wishes.join(';'), availability],
  ]);
const alumniHead = 'id,placements,us_city,us_state,japanese,skills,themes,availability'.split(',');
const alumni = fc.sample(alum, { numRuns: count, seed }).map((row, at) => [`alum-${at}`, ...row]);

const partnershipsHead = 'us_place,us_state,jp_place,jp_prefecture,jp_place_ja,themes,needs'.split(',');
const partnerships = listedPartnerships.map(({ us, jp }, at) => [
  ...[us.name, us.region, jp.name, jp.region, jp.nameJa ?? ''],
  ...[themes[at % themes.length], skills[at % skills.length]],
]);

const folder = mkdtempSync(join(tmpdir(), 'shimai-match-'));
try {
  const at = (name: string) => join(folder, name);
  writeFileSync(at('a.csv'), stringify([alumniHead, ...alumni]));
  writeFileSync(at('p.csv'), stringify([partnershipsHead, ...partnerships]));
  const files = ['--alumni', at('a.csv'), '--partnerships', at('p.csv'), '--out', at('m.csv')];
  for (const perAlum of ['3', '1']) {
    const limits = ['--summary', at('s.json'), '--year', '2027', '--max-per-alum', perAlum];
    await runMatch([...files, ...limits], new Date());
    const { introductions, total, seconds } = JSON.parse(readFileSync(at('s.json'), 'utf8'));
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(
      `${count} alumni, ${partnerships.length} partnerships, ${perAlum} an alum: ${introductions} introductions of ${total} points in ${seconds} s, ${megabytes} MB at most`,
    );
    if (seconds > 20 || megabytes > 1024) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
