import { namesItsRegion, type Partnership } from '../partnerships/partnership.ts';
import { cityCodeOf } from '../reference/municipalities.ts';
import { townsMeant } from '../reference/towns-meant.ts';
import type { PartnershipFacts } from './match-facts.ts';

/**
 * The two places of a partnership as matching sees them. A Japanese place that means several towns, or none, has no
 * municipality: it is told by its name in Japanese, else by the other one.
 */
export const pairFacts = ({
  us,
  jp,
}: Pick<Partnership, 'us' | 'jp'>): Pick<PartnershipFacts, 'us' | 'jp'> => {
  const meant = [jp.nameJa ?? '', jp.name].map((name) => townsMeant(name, jp.region));
  const whole = meant.some(({ towns, named }) => towns.length === 0 && named === jp.region);
  const [town] = meant.flatMap(({ towns: [only, ...more] }) => (only && more.length === 0 ? [only] : []));
  return {
    us: { name: us.name, state: us.region, whole: namesItsRegion(us) },
    jp: { prefecture: jp.region, whole, municipality: whole || !town ? undefined : cityCodeOf(town) },
  };
};
