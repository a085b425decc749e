import { createHash } from 'node:crypto';
import { applicationStatuses } from '../../shared/applications/application.ts';
import { themes } from '../../shared/kernel/theme.ts';
import { listedPartnerships } from '../../shared/reference/partnerships.ts';
import { rosterStore } from '../../shared/roster/roster.store.ts';
import type { ListedRow, RosterRow } from '../../shared/roster/roster-row.ts';
import { wordsOf } from '../../shared/roster/search-words.ts';
import type { Table } from '../../shared/table/table.ts';
import applicationsEn from '../../web/messages/applications/en.json' with { type: 'json' };
import applicationsJa from '../../web/messages/applications/ja.json' with { type: 'json' };
import legalEn from '../../web/messages/legal/en.json' with { type: 'json' };
import legalJa from '../../web/messages/legal/ja.json' with { type: 'json' };
import programsEn from '../../web/messages/programs/en.json' with { type: 'json' };
import programsJa from '../../web/messages/programs/ja.json' with { type: 'json' };

const wordsIn = (...catalogues: readonly Readonly<Record<string, string>>[]) => [
  ...new Set(
    catalogues
      .flatMap((catalogue) => Object.values(catalogue))
      .flatMap((sentence) => sentence.split(/[\s\p{P}\p{S}]+/u))
      .filter((word) => /^\p{L}+$/u.test(word)),
  ),
];
/** Some thousand words as people use them, and as many Japanese clauses. */
const english = wordsIn(applicationsEn, legalEn, programsEn);
const japanese = wordsIn(applicationsJa, legalJa, programsJa);

/** The same bytes for the same seed: nothing here is left to chance. */
const bytesOf = (...seed: readonly (string | number)[]) =>
  createHash('sha256').update(seed.join('/')).digest();
const digests = (count: number, length: number, before: string, ...seed: readonly (string | number)[]) =>
  Array.from(
    { length: count },
    (_, at) =>
      before +
      bytesOf(...seed, at)
        .toString('base64url')
        .slice(0, length),
  ).join('');
const idOf = (kind: string, at: number) =>
  bytesOf(kind, at)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const text = (at: number, part: string, words: number) =>
  Array.from({ length: words }, (_, no) => {
    const byte = bytesOf(at, part, no).readUInt16BE(0);
    // One application in five is written in Japanese.
    const from = at % 5 === 0 ? japanese : english;
    return from[byte % from.length] ?? '';
  }).join(at % 5 === 0 ? '、' : ' ');

/** As an application of a full round is kept: seventeen digests of people, four organisations, some three hundred words. */
export const aFullRow = (at: number): ListedRow => {
  const [a = 0, b = 0, c = 0, d = 0] = bytesOf('row', at);
  const pair = listedPartnerships[(a * 256 + b) % listedPartnerships.length];
  if (!pair) throw new Error('No pair is listed');
  const sections = {
    project: { summary: text(at, 'summary', 120), focus: text(at, 'focus', 6) },
    partners: { partners: [{ organisation: text(at, 'partner', 4), given: text(at, 'given', 8) }] },
    outcomes: { objectives: [{ objective: text(at, 'objective', 40) }] },
    sustainability: { programming: text(at, 'programming', 90) },
  };
  const sent = ['submitted', 'in-review', 'shortlisted', 'withdrawn'] as const;
  const status = sent[c % sent.length] ?? applicationStatuses[2];
  return {
    id: idOf('application', at),
    version: 2 + (d % 4),
    status,
    organisationId: idOf('organisation', at),
    partnershipId: pair.id,
    pair: { us: `${pair.us.name}, ${pair.us.region}`, jp: pair.jp.name, jpJa: pair.jp.nameJa ?? '' },
    title: text(at, 'title', 6),
    submission: {
      no: 1,
      at: new Date(Date.UTC(2027, 0, 1 + (a % 14), b % 24, c % 60, d % 60, at % 1000)).toISOString(),
      theme: themes[c % themes.length] ?? 'sustainability',
      requestedCents: 100_000 * (1 + (a % 90)) + b,
      matchCents: 50_000 * (1 + (d % 60)) + c,
    },
    facts: {
      us: pair.us.region,
      jp: pair.jp.region,
      orgs: digests(4, 8, '', 'org', at),
      people: digests(17, 8, 'd', 'person', at),
    },
    firstTime: a % 3 === 0,
    // A snapshot has every section; these are the ones words are taken from.
    words: wordsOf({ organisation: text(at, 'organisation', 4), sections: sections as never }),
  };
};

/** Rows of one shelf that are put at once: it splits into some, never into more than one write takes. */
const atOnce = 1000;

/** Puts rows where they lie, as the queue's consumer does. */
export const putRows = async (table: Table, roundId: string, rows: readonly RosterRow[]): Promise<void> => {
  const roster = rosterStore(table);
  let left = new Map(rows.map((row) => [row.id, row] as const));
  while (left.size > 0) {
    const late = new Set<string>();
    for (const { shelf, ids } of await roster.shelvesOf(roundId, [...left.keys()])) {
      const here = ids.slice(0, atOnce).flatMap((id) => left.get(id) ?? []);
      for (const id of ids.slice(atOnce)) late.add(id);
      const saved = await roster.save(shelf, [...shelf.rows, ...here]);
      if (!saved.ok) throw new Error(saved.failure.kind);
    }
    left = new Map([...left].filter(([id]) => late.has(id)));
  }
};
