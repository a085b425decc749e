import { regionOf } from '../reference/regions.ts';
import { type Finding, finding, stands } from './finding.ts';
import type { Judged } from './judged.ts';
import { type Circumstances, ownFindings } from './own-findings.ts';
import type { PersonFacts } from './person-facts.ts';
import type { Recognised } from './recognise.ts';
import { settlementOf } from './settlement.ts';

/**
 * A hard conflict with another organisation's application of the same theme and state: an interest in a rival. Each tie
 * with it is a cause of its own, so that waiving one lets no other go that is found later or comes with a merged account.
 */
export const rivalFindings = (
  person: Recognised,
  circumstances: Circumstances,
): ((application: Judged) => readonly Finding[]) => {
  // Who applies is kept from the whole round already: that is no tie with a rival of its own.
  const around = { ...circumstances, applying: [] };
  const others = Map.groupBy(circumstances.others ?? [], inCompetition);
  const known = new Map<string, readonly Finding[]>();
  const tiesWith = (rival: Judged): readonly Finding[] => {
    const ties =
      known.get(rival.id) ??
      ownFindings(person, rival, around).filter((one) => isTie(person.facts, rival, one));
    known.set(rival.id, ties);
    return ties;
  };
  return (application) => {
    const { submission, facts, organisationId } = application;
    if (!submission || !facts) return [];
    const { theme } = submission;
    return (others.get(inCompetition(application)) ?? [])
      .filter((other) => other.organisationId !== organisationId)
      .flatMap((rival) => {
        const name = `${rival.pair.us} – ${rival.pair.jp}`;
        return tiesWith(rival).map((tie) =>
          finding(
            'rival',
            { rival: name, theme, state: stateName(facts.us), tie: tie.kind },
            rival.id,
            tie.cause,
          ),
        );
      });
  };
};

/**
 * What is yet unknown ties too: what was removed, and a name that is somebody else's as well, until staff settle it as
 * none. A place that could not be told does not.
 */
const isTie = ({ settled }: PersonFacts, { id }: Judged, one: Finding): boolean =>
  one.class === 'hard' ||
  ((one.evidence.was ?? one.kind) !== 'place-unknown' &&
    stands({ ...one, settled: settlementOf(settled, id, one.cause) }));

/** Applications of one theme and state. */
const inCompetition = ({ submission, facts }: Judged): string => `${submission?.theme} ${facts?.us}`;

const stateName = (code: string) => regionOf(code)?.name ?? code;
