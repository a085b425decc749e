import type { ReadingLevel } from '../matching/match-facts.ts';
import type { OpenAlum, OpenPartnership } from '../matching/open-matching.ts';
import { type MatchReason, reasonsOf } from '../matching/score-pair.ts';
import type { AlumCard, CardPlacement } from './alum-card.ts';

type Told = Pick<AlumCard, 'servedIn' | 'home' | 'japanese' | 'ways' | 'availability'>;

/** What speaks for a pair, as a page puts it in words. */
export type ToldReason =
  | {
      readonly kind: 'served';
      readonly where: 'place' | 'prefecture' | 'neighbour';
      readonly in: CardPlacement;
    }
  | Extract<MatchReason, { kind: 'lives-near' | 'lives-in-state' | 'reads' | 'theme' | 'skill' }>;

/** What one should know before asking, and what nobody has said yet. */
export type Caution =
  | {
      readonly kind: 'lives-far';
      readonly city: string;
      readonly state: string;
      readonly kilometres?: number;
    }
  | { readonly kind: 'lives-in-japan' }
  | { readonly kind: 'lives-elsewhere' }
  | { readonly kind: 'home-unsaid' }
  | { readonly kind: 'reads-little'; readonly level: ReadingLevel; readonly interprets: boolean }
  | { readonly kind: 'seldom-free' }
  | { readonly kind: 'ways-unsaid' };

/** Farther than a drive of two hours or so, a home speaks for nobody. */
const farKilometres = 200;
const littleJapanese: readonly ReadingLevel[] = ['none', 'N5', 'N4', 'N3'];

/** Why a pair fits and what stands against it: every reason once, in the order in which it counts. */
export const wordsOf = (alum: OpenAlum, to: OpenPartnership, card: Told) => {
  const found = reasonsOf(alum, to);
  const near = found.find((one) => one.kind === 'lives-near' || one.kind === 'lives-in-state');
  const isFar = near?.kind === 'lives-near' && near.kilometres > farKilometres;
  const reasons = found.flatMap((one): ToldReason[] => {
    if (one.kind === 'served') return [{ ...one, in: placementOf(card, one.in) }];
    if (one === near && isFar) return [];
    return one.kind === 'reads' && littleJapanese.includes(one.level) ? [] : [one];
  });
  return { reasons, cautions: cautionsOf(card, isFar || !near ? (near ?? 'none') : 'near') };
};

/** Matching knows a placement as it was handed in: the card's own, with its role and names. */
const placementOf = ({ servedIn }: Told, { name, from }: { name: string; from: number }): CardPlacement => {
  const found = servedIn.find((one) => one.name === name && one.from === from);
  if (!found) throw new Error('A reason names a placement that the card has not');
  return found;
};

const cautionsOf = (
  { home, japanese, ways, availability }: Told,
  near: MatchReason | 'none' | 'near',
): readonly Caution[] => [
  ...homeCaution(home, near),
  ...(littleJapanese.includes(japanese)
    ? [{ kind: 'reads-little', level: japanese, interprets: ways.includes('interpret') } as const]
    : []),
  ...(availability === 'some' ? [{ kind: 'seldom-free' } as const] : []),
  ...(ways.length === 0 ? [{ kind: 'ways-unsaid' } as const] : []),
];

const homeCaution = (home: Told['home'], near: MatchReason | 'none' | 'near'): readonly Caution[] => {
  if (near === 'near') return [];
  if (!home) return [{ kind: 'home-unsaid' }];
  if (home.in === 'japan') return [{ kind: 'lives-in-japan' }];
  if (home.in === 'elsewhere') return [{ kind: 'lives-elsewhere' }];
  const far = near !== 'none' && near.kind === 'lives-near' ? { kilometres: near.kilometres } : {};
  return [{ kind: 'lives-far', city: home.city, state: home.state, ...far }];
};
