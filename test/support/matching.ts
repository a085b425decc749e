import type { AlumFacts, PartnershipFacts } from '../../shared/matching/match-facts.ts';
import { matchWeights } from '../../shared/matching/match-weights.ts';
import { openMatching } from '../../shared/matching/open-matching.ts';
import { partsOf, reasonsOf, scoreOf } from '../../shared/matching/score-pair.ts';

export const thisYear = 2026;

export const anAlum = (over: Partial<AlumFacts> = {}): AlumFacts => ({
  id: 'alum',
  servedIn: [],
  japanese: 'none',
  skills: [],
  themes: [],
  availability: 'open',
  ...over,
});

/** Lakeland, Florida and Imabari, Ehime. */
export const aPartnership = (over: Partial<PartnershipFacts> = {}): PartnershipFacts => ({
  id: 'lakeland-fl-imabari',
  us: { name: 'Lakeland', state: 'FL', whole: false },
  jp: { prefecture: 'Ehime', whole: false, municipality: '38202' },
  themes: [],
  needs: [],
  ...over,
});

export const inImabari = {
  name: 'Imabari',
  prefecture: 'Ehime',
  municipality: '38202',
  from: 2009,
  to: 2012,
};

/** A pair, opened: its score and parts in hundredths of a point, and what speaks for it. */
export const pair = (alum: Partial<AlumFacts>, partnership: Partial<PartnershipFacts> = {}) => {
  const given = { alumni: [anAlum(alum)], partnerships: [aPartnership(partnership)] };
  const matching = openMatching({ ...given, weights: matchWeights, year: thisYear });
  const [one, to] = [matching.alumni[0], matching.partnerships[0]];
  if (!one || !to) throw new Error('A pair has two');
  return {
    score: scoreOf(matching, one, to),
    parts: partsOf(matching, one, to),
    reasons: reasonsOf(one, to),
  };
};
