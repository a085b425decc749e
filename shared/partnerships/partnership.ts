import * as z from 'zod';
import { idSchema } from '../kernel/ids.ts';

/** A place on one side: city, town, village, ward, county, state or prefecture. `region` is a state's abbreviation or a prefecture's English name. */
const placeSchema = z.object({
  name: z.string(),
  region: z.string(),
  nameJa: z.string().exactOptional(),
});
export type Place = z.output<typeof placeSchema>;

/** A U.S. place and a Japanese place. The 440 of the reference data have ids made of their names; added ones have their own. */
export const partnershipSchema = z.object({
  id: idSchema,
  us: placeSchema,
  jp: placeSchema,
  establishedYear: z.int().min(1900).max(2100).exactOptional(),
  /** `reference`: in the compiled list. `proposed`: added by an organisation, for staff to confirm. `confirmed`: by staff. */
  standing: z.enum(['reference', 'proposed', 'confirmed']),
});
export type Partnership = z.output<typeof partnershipSchema>;

export const organisationKinds = [
  'sister-city-organisation',
  'city',
  'county',
  'state',
  'other-nonprofit',
] as const;

export const organisationSchema = z.object({
  id: idSchema,
  version: z.int().positive(),
  legalName: z.string(),
  kind: z.enum(organisationKinds),
  ein: z.string().exactOptional(),
  createdAt: z.iso.datetime(),
});
export type Organisation = z.output<typeof organisationSchema>;

/** An organisation says it runs a partnership; staff verify. Until then it may draft and sees no contacts. */
export const claimSchema = z.object({
  partnershipId: idSchema,
  organisationId: idSchema,
  version: z.int().positive(),
  status: z.enum(['claimed', 'verified', 'refused']),
  claimedBy: idSchema,
  claimedAt: z.iso.datetime(),
  settledBy: idSchema.exactOptional(),
  settledAt: z.iso.datetime().exactOptional(),
  /** Known from an application on paper alone: that it stands here tells who applied, which is nobody else's matter. */
  onPaper: z.literal(true).exactOptional(),
});
export type Claim = z.output<typeof claimSchema>;

/** Whether it is a state's own partnership, or Guam's: its place is the region itself. */
export const namesItsRegion = ({ name, region }: Pick<Place, 'name' | 'region'>): boolean =>
  name === region || /^State of |^Guam$/.test(name);

/** `Austin, TX – Oita`, as the pair reads in lists and in Japanese beside it. */
export const pairOf = ({ us, jp }: Pick<Partnership, 'us' | 'jp'>) => ({
  us: namesItsRegion(us) ? us.name : `${us.name}, ${us.region}`,
  jp: jp.name,
  jpJa: jp.nameJa ?? '',
});
