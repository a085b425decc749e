import { jetYearOf } from '../conflicts/jet-years.ts';
import type { PartnershipFacts } from '../matching/match-facts.ts';
import { type Matching, type OpenPartnership, openMatching } from '../matching/open-matching.ts';
import { pairFacts } from '../matching/pair-facts.ts';
import type { Partnerships } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { listedPartnerships } from '../reference/partnerships.ts';
import type { Basis } from './match-list.ts';
import type { Seekings } from './seeking.port.ts';
import type { Seeking } from './seeking.ts';
import type { WeightsKept } from './weights.port.ts';

export type GroundPorts = {
  partnerships: Pick<Partnerships, 'confirmed' | 'many'>;
  seekings: Pick<Seekings, 'all'>;
  weights: Pick<WeightsKept, 'find'>;
};

/** All partnerships as they are matched now, with nobody to match them with yet. */
export type Ground = {
  readonly matching: Matching;
  readonly of: ReadonlyMap<string, OpenPartnership>;
  /** What a list of this partnership is made by. */
  readonly basisOf: (partnershipId: string) => Basis;
};

// The places of the list never change: looked up once, at first use.
let listed: ReadonlyMap<string, ReturnType<typeof pairFacts>> | undefined;
const placesOf = (partnership: Pick<Partnership, 'id' | 'us' | 'jp'>) => {
  listed ??= new Map(listedPartnerships.map((one) => [one.id, pairFacts(one)]));
  return listed.get(partnership.id) ?? pairFacts(partnership);
};

/** What matching goes by, of a partnership and what it seeks. */
export const partnershipFacts = (
  partnership: Pick<Partnership, 'id' | 'us' | 'jp'>,
  seeking: Pick<Seeking, 'topics' | 'fields' | 'words'> | undefined,
): PartnershipFacts => ({
  id: partnership.id,
  ...placesOf(partnership),
  themes: seeking?.topics ?? [],
  needs: [...(seeking?.fields ?? []), ...(seeking?.words ?? [])],
});

/**
 * The listed partnerships, the confirmed ones and these added ones, with what each seeks and the weights in force. Linear in
 * the partnerships that say what they seek.
 */
export const openGround =
  ({ partnerships, seekings, weights: kept }: GroundPorts) =>
  async (now: Date, added: readonly string[] = []): Promise<Ground> => {
    const [sought, { version, weights }, confirmed, more] = await Promise.all([
      seekings.all(),
      kept.find(),
      partnerships.confirmed(),
      // The index of confirmed ones lags.
      partnerships.many(added),
    ]);
    const all = new Map<string, Pick<Partnership, 'id' | 'us' | 'jp'>>(
      [...listedPartnerships, ...confirmed, ...more.filter(({ standing }) => standing !== 'proposed')].map(
        (one) => [one.id, one],
      ),
    );
    const seeks = new Map(sought.map((one) => [one.partnershipId, one]));
    const facts = [...all.values()].map((one) => partnershipFacts(one, seeks.get(one.id)));
    const year = jetYearOf(now);
    const matching = openMatching({ alumni: [], partnerships: facts, weights, year });
    return {
      matching,
      of: new Map(matching.partnerships.map((one) => [one.facts.id, one])),
      basisOf: (id) => ({ weights: version, year, seeking: seeks.get(id)?.version ?? 0 }),
    };
  };
