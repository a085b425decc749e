import type { ServedIn } from '../../shared/matching/match-facts.ts';
import type { MatchReason } from '../../shared/matching/score-pair.ts';
import { regionOf } from '../../shared/reference/regions.ts';

const years = ({ from, to }: ServedIn) =>
  to === undefined ? `since ${from}` : to === from ? `${from}` : `${from}–${to}`;

const inWords = (reason: MatchReason): string => {
  switch (reason.kind) {
    case 'served': {
      const { in: placement, where } = reason;
      const beside =
        where === 'place' ? '' : ` (${where === 'prefecture' ? 'same' : 'neighbouring'} prefecture)`;
      return `served in ${placement.name}${beside} ${years(placement)}`;
    }
    case 'lives-near':
      return reason.kilometres === 0
        ? `lives in ${reason.place}`
        : `lives ${reason.kilometres} km from ${reason.place}`;
    case 'lives-in-state':
      return `lives in ${regionOf(reason.state)?.name ?? reason.state}`;
    case 'reads':
      return reason.level === 'native' ? 'reads Japanese as a native' : `reads ${reason.level}`;
    case 'theme':
      return reason.theme.replaceAll('-', ' ');
    case 'skill':
      return reason.skill;
    default:
      return reason satisfies never;
  }
};

/** `served in Imabari 2009–2012; lives 40 km from Lakeland; reads N1; food export`. */
export const reasonsInWords = (reasons: readonly MatchReason[]): string => reasons.map(inWords).join('; ');
