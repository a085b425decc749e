import { type Alum, type Offer, offerSchema } from '../../../shared/alumni/alum.ts';
import type { Choices } from '../../../shared/alumni/consent.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import type { DemoPerson } from './people.ts';
import type { Stage } from './stage.ts';

type Row = {
  readonly served: readonly [
    town: string,
    prefecture: 'Oita' | 'Fukuoka' | 'Ehime' | 'Shiga' | 'Niigata' | 'Saga',
  ];
  readonly role: 'ALT' | 'CIR' | 'SEA';
  readonly years: readonly [from: number, to: number];
  readonly home: readonly [city: string, state: 'TX' | 'WA' | 'FL' | 'MI' | 'CA'];
  readonly offer: Partial<Offer>;
};

const row = (
  served: Row['served'],
  role: Row['role'],
  years: Row['years'],
  home: Row['home'],
  offer: Row['offer'] = {},
): Row => ({ served, role, years, home, offer });

/** Those whom the sign-in page lists, in its order; then the others, so that lists and figures have something to show. */
const rows: readonly Row[] = [
  row(['大分市', 'Oita'], 'ALT', [2015, 2018], ['Austin', 'TX'], {
    japanese: 'N1',
    fields: ['film-media', 'information-technology'],
    skills: ['conference interpreting', 'documentary film'],
    topics: ['creative-economies', 'tech-entrepreneurship'],
    ways: ['interpret', 'brief', 'host'],
    availability: 'open',
    chapter: 'jetaa-texoma',
  }),
  row(['北九州市', 'Fukuoka'], 'CIR', [2014, 2017], ['Tacoma', 'WA'], {
    japanese: 'N1',
    fields: ['logistics-ports', 'government'],
    skills: ['port management'],
    topics: ['business-development', 'climate-and-energy'],
    ways: ['interpret', 'brief', 'business'],
    availability: 'open',
    chapter: 'pacific-northwest-jetaa',
  }),
  row(['今治市', 'Ehime'], 'ALT', [2009, 2012], ['Orlando', 'FL'], {
    japanese: 'N1',
    fields: ['agriculture-food', 'international-trade'],
    skills: ['food export'],
    topics: ['business-development', 'rural-and-agriculture'],
    ways: ['business', 'mentor', 'speak'],
    chapter: 'jetaa-florida',
  }),
  row(['別府市', 'Oita'], 'ALT', [2018, 2021], ['Round Rock', 'TX'], { japanese: 'N3', ways: ['host'] }),
  row(['佐伯市', 'Oita'], 'ALT', [2003, 2006], ['Houston', 'TX'], { japanese: 'N2', ways: ['speak'] }),
  row(['大分市', 'Oita'], 'SEA', [1996, 1999], ['Dallas', 'TX'], { japanese: 'N4', fields: ['sports'] }),
  row(['中津市', 'Oita'], 'ALT', [2011, 2013], ['San Antonio', 'TX'], { fields: ['education'] }),
  row(['臼杵市', 'Oita'], 'ALT', [2020, 2023], ['Austin', 'TX'], {
    japanese: 'N2',
    fields: ['hospitality-tourism'],
  }),
  row(['中間市', 'Fukuoka'], 'ALT', [2018, 2021], ['Seattle', 'WA'], {
    japanese: 'N3',
    fields: ['film-media'],
  }),
  row(['福岡市', 'Fukuoka'], 'ALT', [2009, 2012], ['Spokane', 'WA'], {
    ways: ['speak'],
    availability: 'some',
  }),
  row(['久留米市', 'Fukuoka'], 'ALT', [2005, 2008], ['Olympia', 'WA'], {
    japanese: 'N2',
    fields: ['government'],
  }),
  row(['北九州市', 'Fukuoka'], 'ALT', [1998, 2001], ['Tacoma', 'WA'], {
    japanese: 'N4',
    ways: ['board', 'host'],
  }),
  row(['大牟田市', 'Fukuoka'], 'ALT', [2016, 2019], ['Bellevue', 'WA'], {
    fields: ['information-technology'],
  }),
  row(['松山市', 'Ehime'], 'CIR', [2012, 2015], ['Tampa', 'FL'], { japanese: 'N1', ways: ['interpret'] }),
  row(['西条市', 'Ehime'], 'ALT', [2001, 2003], ['Lakeland', 'FL'], {
    japanese: 'N5',
    ways: ['host', 'board'],
  }),
  row(['宇和島市', 'Ehime'], 'ALT', [2017, 2020], ['Miami', 'FL'], { fields: ['agriculture-food'] }),
  row(['新居浜市', 'Ehime'], 'ALT', [2008, 2010], ['Jacksonville', 'FL'], { fields: ['education'] }),
  row(['大洲市', 'Ehime'], 'ALT', [1992, 1994], ['Gainesville', 'FL'], { fields: ['research'] }),
  row(['大津市', 'Shiga'], 'ALT', [2013, 2016], ['Lansing', 'MI'], {
    japanese: 'N2',
    fields: ['manufacturing'],
  }),
  row(['長岡市', 'Niigata'], 'CIR', [2010, 2013], ['Fort Worth', 'TX'], {
    japanese: 'N1',
    ways: ['interpret'],
  }),
  row(['武雄市', 'Saga'], 'ALT', [2019, 2022], ['Santa Rosa', 'CA'], {
    japanese: 'N3',
    fields: ['arts-design'],
  }),
];

const chapterOf = {
  TX: 'jetaa-texoma',
  WA: 'pacific-northwest-jetaa',
  FL: 'jetaa-florida',
  MI: 'great-lakes-jetaa',
  CA: 'jetaa-northern-california',
} as const;
const agreed: Choices = { matched: true, chapter: true, mail: true, statistics: true };

const unlisted = (no: number): DemoPerson => ({
  sub: `demo-alum-${no}`,
  email: `alum-${no}@alumni.example`,
  name: `alum-${no}`,
  label: `JET alum ${no}`,
  language: 'en',
});

/** Alumni of the JET Programme register, some of them among those whom the sign-in page lists. Nobody of them exists. */
export const alumni = async (
  stage: Stage,
  cast: Readonly<Record<string, Person>>,
): Promise<readonly Alum[]> => {
  const { all, act, signUp } = stage;
  const registered: Alum[] = [];
  for (const [at, { served, role, years, home, offer }] of rows.entries()) {
    const no = at + 1;
    const person = cast[`alum-${no}`] ?? (await signUp(unlisted(no), `JET alum ${no}`));
    const [text, prefecture] = served;
    const [from, to] = years;
    const [city, state] = home;
    const registration = {
      placements: [{ text, prefecture, role, from, to }],
      home: { in: 'us' as const, city, state },
      offer: { ...offerSchema.parse({ chapter: chapterOf[state] }), ...offer },
      choices: agreed,
      profileVersion: 0,
    };
    registered.push((await act(all.registerAlum, person, registration, -100 + 4 * at)).alum);
  }
  return registered;
};
