import { namesItsRegion, type Partnership } from '../partnerships/partnership.ts';
import { cityCodeOf, municipalitiesNamed } from '../reference/municipalities.ts';
import type { PartnershipFacts } from './match-facts.ts';

const isPrefecture = (name: string, nameJa: string) =>
  /prefecture$/i.test(name) || /[都道府県]$/.test(nameJa);

/** The two places of a partnership as matching sees them. A Japanese place that means several towns, or none, has no municipality. */
export const pairFacts = ({
  us,
  jp,
}: Pick<Partnership, 'us' | 'jp'>): Pick<PartnershipFacts, 'us' | 'jp'> => {
  const nameJa = jp.nameJa ?? '';
  const whole = isPrefecture(jp.name, nameJa);
  const [town, ...more] = whole ? [] : municipalitiesNamed(nameJa || jp.name, jp.region);
  const municipality = town && more.length === 0 ? cityCodeOf(town) : undefined;
  return {
    us: { name: us.name, state: us.region, whole: namesItsRegion(us) },
    jp: { prefecture: jp.region, whole, municipality },
  };
};
