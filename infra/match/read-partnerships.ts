import type { PartnershipFacts } from '../../shared/matching/match-facts.ts';
import { pairFacts } from '../../shared/matching/pair-facts.ts';
import { stateNamed } from '../../shared/reference/named-regions.ts';
import { partnershipId } from '../../shared/reference/partnership-id.ts';
import { csvRows } from '../command/csv-rows.ts';
import { FileProblem } from '../command/input-error.ts';
import { readPrefecture } from './read-prefecture.ts';
import { partsOf, readThemes, type Unread } from './read-words.ts';

const columns = ['us_place', 'us_state', 'jp_place', 'jp_prefecture', 'jp_place_ja'];

/** The partnerships of a file, by the ids of the directory. Throws a `FileProblem` where a place is none. */
export const readPartnerships = (
  file: string,
  tellOf: (unread: Unread) => void,
): readonly PartnershipFacts[] => {
  const seen = new Set<string>();
  return csvRows(file, columns).rows.map(({ cells, line }): PartnershipFacts => {
    const cell = (name: string) => cells[name] ?? '';
    const [name, jp, jpJa] = [cell('us_place'), cell('jp_place'), cell('jp_place_ja')];
    const wrong = (column: string) =>
      new FileProblem(
        `${file}, line ${line}: ${column} is ${cell(column) ? `“${cell(column)}”, which is not known` : 'empty'}`,
      );
    const state = stateNamed(cell('us_state'));
    const prefecture = readPrefecture(cell('jp_prefecture'));
    if (!state) throw wrong('us_state');
    if (!prefecture) throw wrong('jp_prefecture');
    if (!name) throw wrong('us_place');
    if (!jp) throw wrong('jp_place');
    const id = partnershipId(name, state, jp);
    if (seen.has(id)) throw new FileProblem(`${file}, line ${line}: the partnership ${id} is there twice`);
    seen.add(id);
    const pair = pairFacts({
      us: { name, region: state },
      jp: { name: jp, region: prefecture, ...(jpJa && { nameJa: jpJa }) },
    });
    if (!pair.jp.whole && !pair.jp.municipality) tellOf({ file, line, column: 'jp_place', text: jp });
    return {
      id,
      ...pair,
      themes: readThemes(cell('themes'), (column, text) => tellOf({ file, line, column, text })),
      needs: partsOf(cell('needs')),
    };
  });
};
