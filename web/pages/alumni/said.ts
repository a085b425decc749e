import { type Alum, type Offer, offerSchema } from '../../../shared/alumni/alum.ts';
import type { SaidPlaces } from '../../../shared/alumni/alum-profile.ts';
import type { Choices, purposes } from '../../../shared/alumni/consent.ts';
import type { OwnAlum } from '../../../shared/alumni/view-alum.ts';
import type { JapanesePlace } from '../../../shared/conflicts/japanese-place.ts';
import type { Home, PersonProfile } from '../../../shared/conflicts/person-profile.ts';
import { resolved } from '../../../shared/conflicts/resolve-said.ts';

/** What somebody has said so far, registered or not, each place as it was found. */
export type Said = {
  readonly nameJa: string;
  readonly placements: PersonProfile['placements'];
  readonly home: Home | undefined;
  readonly offer: Offer | undefined;
  readonly choices: Choices | undefined;
};

const choicesOf = ({ consents }: Alum): Choices => {
  const given = (purpose: (typeof purposes)[number]) => consents[purpose].given;
  return {
    matched: given('matched'),
    chapter: given('chapter'),
    mail: given('mail'),
    statistics: given('statistics'),
  };
};

/** From the registration that stands, else from what was kept page by page; a reviewer's profile says places already. */
export const saidIn = ({ alum, places, registration }: OwnAlum): Said => {
  const { placements, home, nameJa, offer, choices } = registration;
  const kept = resolved({ placements: placements ?? [], home });
  return {
    nameJa: (alum ? undefined : nameJa) ?? places?.nameJa ?? '',
    placements: alum || !placements ? (places?.placements ?? []) : kept.placements,
    home: alum || !home ? places?.home : kept.home,
    offer: alum ? offerSchema.strip().parse(alum) : offer,
    choices: alum ? choicesOf(alum) : choices,
  };
};

/** The same places as a person would write them. */
export const writtenPlaces = ({ placements, home, nameJa }: Said): SaidPlaces => ({
  nameJa,
  placements: placements.map(({ place, contractingOrganisation: employer, ...said }) => ({
    ...said,
    ...writtenPlace(place),
    ...(employer && {
      contractingOrganisation: { kind: employer.kind, ...(employer.name && { name: employer.name }) },
    }),
  })),
  ...(home && { home: home.in === 'japan' ? { in: 'japan', ...writtenPlace(home.place) } : home }),
});

const writtenPlace = ({ text, prefecture, municipality }: JapanesePlace) => ({
  text,
  ...(prefecture && { prefecture }),
  ...(municipality && { code: municipality.code }),
});
