import type { PairExplained } from '../../../shared/matches/explain-pair.ts';
import type { Caution, ToldReason } from '../../../shared/matches/match-words.ts';
import { together } from '../../../shared/matches/weights.ts';
import { fadesAfter, halvedAfter, type MatchWeights } from '../../../shared/matching/match-weights.ts';
import type { MatchParts } from '../../../shared/matching/score-pair.ts';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { cautionWords, milesIn, outsideWords } from './reason-words.ts';

type Part = keyof MatchParts;
type Props = { view: View; pair: PairExplained };

const partOfReason = {
  served: 'place',
  'lives-near': 'distance',
  'lives-in-state': 'distance',
  reads: 'japanese',
  theme: 'themes',
  skill: 'skills',
} as const satisfies Record<ToldReason['kind'], Part>;

const partOfCaution = {
  'lives-far': 'distance',
  'lives-in-japan': 'distance',
  'lives-elsewhere': 'distance',
  'home-unsaid': 'distance',
  'reads-little': 'japanese',
  'seldom-free': 'availability',
  'ways-unsaid': undefined,
} as const satisfies Record<Caution['kind'], Part | undefined>;

const weightOfPlace = {
  place: 'sameMunicipality',
  prefecture: 'samePrefecture',
  neighbour: 'neighbour',
} as const satisfies Record<string, keyof MatchWeights>;

/** Which weight a part goes by: of the three for where somebody served the one that counted. */
const weightOf = (part: Part, { reasons }: PairExplained): keyof MatchWeights => {
  if (part !== 'place') return part;
  const served = reasons.find((one) => one.kind === 'served');
  return weightOfPlace[served?.where ?? 'place'];
};

const lastServedWords = ({ t }: View, { servedIn }: PairExplained): string => {
  if (servedIn.length === 0) return t('matches.score.none.recency');
  const ends = servedIn.flatMap(({ to }) => to ?? []);
  return ends.length < servedIn.length
    ? t('matches.score.serves')
    : t('matches.score.served', { year: String(Math.max(...ends)) });
};

/** What a part is worth in this pair, in sentences; at least one. */
const whyOf = (view: View, part: Part, pair: PairExplained): readonly string[] => {
  const { t } = view;
  const found = [
    ...pair.reasons
      .filter(({ kind }) => partOfReason[kind] === part)
      .map((reason) => outsideWords(view, reason, pair.partnership)),
    ...pair.cautions.filter(({ kind }) => partOfCaution[kind] === part).map((one) => cautionWords(view, one)),
  ];
  if (found.length > 0) return found;
  if (part === 'recency') return [lastServedWords(view, pair)];
  if (part === 'availability') return [t('matches.score.open')];
  return part === 'place' || part === 'themes' || part === 'skills' ? [t(`matches.score.none.${part}`)] : [];
};

const howWords = ({ t }: View, part: Part, { weights }: PairExplained): string => {
  if (part === 'place') {
    const { sameMunicipality, samePrefecture, neighbour } = weights;
    return t('matches.score.how.place', { sameMunicipality, samePrefecture, neighbour });
  }
  if (part === 'distance')
    return t('matches.score.how.distance', { kilometres: halvedAfter, miles: milesIn(halvedAfter) });
  if (part === 'recency') return t('matches.score.how.recency', { years: fadesAfter });
  return t(`matches.score.how.${part}`);
};

type Row = {
  readonly name: string;
  readonly why: readonly string[];
  readonly how?: string;
  readonly points: number;
  readonly most: number;
};

const rowsOf = (view: View, pair: PairExplained): readonly Row[] => {
  const { t } = view;
  // A contract's keys: Object.keys() widens them to string.
  const parts = Object.keys(pair.parts) as Part[];
  return [
    ...parts.map((part) => ({
      name: part === 'place' ? t('matches.score.place') : t(`matches.weight.${part}`),
      why: whyOf(view, part, pair),
      how: howWords(view, part, pair),
      points: pair.parts[part],
      most: pair.weights[weightOf(part, pair)],
    })),
    {
      name: t('matches.score.total'),
      why: [t(pair.score === 0 ? 'matches.score.total.none' : 'matches.score.total.why')],
      points: pair.score,
      most: together(pair.weights),
    },
  ];
};

/** Each part of a pair's score with what it goes by, and the sum. */
export const ScoreParts = ({ view, pair }: Props) => {
  const { t, format } = view;
  return (
    <Table
      caption={t('matches.score.caption')}
      soft
      cards
      rows={rowsOf(view, pair)}
      columns={[
        {
          head: t('matches.score.column.part'),
          names: true,
          cell: ({ name, how }) => (how ? name : <strong>{name}</strong>),
        },
        {
          head: t('matches.score.column.why'),
          cell: ({ why, how }) => (
            <>
              {why.map((words) => (
                <p>{words}</p>
              ))}
              {how && <p class="small soft">{how}</p>}
            </>
          ),
        },
        {
          head: t('matches.score.column.points'),
          num: true,
          cell: ({ points, how }) => {
            const written = format.number(points / 100, 2);
            return how ? written : <strong>{written}</strong>;
          },
        },
        { head: t('matches.score.column.most'), num: true, cell: ({ most }) => format.number(most) },
      ]}
    />
  );
};

/** What one should know besides, and what no part goes by. */
export const besidesWords = (view: View, { cautions }: PairExplained): readonly string[] =>
  cautions.filter(({ kind }) => partOfCaution[kind] === undefined).map((one) => cautionWords(view, one));
