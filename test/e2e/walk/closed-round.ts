import { programsUseCases } from '../../../functions/container/programs-use-cases.ts';
import { sectionIds } from '../../../shared/applications/application.ts';
import type { Language } from '../../../shared/kernel/text.ts';
import type { Theme } from '../../../shared/kernel/theme.ts';
import { leadingAsia } from '../../../shared/programs/round.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { applicationsOn, whileOpen } from '../../support/seeded/applications.ts';
import { callAt, done, inDays } from '../../support/seeded/clock.ts';
import { completeSections } from '../../support/seeded/complete-sections.ts';
import { peopleOn, type Someone } from '../../support/seeded/people.ts';
import { courses, termsOf } from '../../support/seeded/rounds.ts';
import type { SeededPlatform } from '../../support/seeded-platform.ts';

/** What each application is in the walk's story, with what every reviewer gives it on each criterion. */
export const parts = { best: 5, one: 4, other: 4, young: 3, rival: 2 } as const;
export type Part = keyof typeof parts;
export const partNames: readonly Part[] = ['best', 'one', 'other', 'young', 'rival'];

const themeOf: Readonly<Record<Part, Theme>> = {
  best: 'creative-economies',
  one: 'business-development',
  other: 'sustainability',
  young: 'young-professionals',
  rival: 'creative-economies',
};

type Cities = Readonly<Record<Part, { readonly pair: string; readonly title: string }>>;

/** `best` and `rival` share state and theme, so that whoever lives with the one is a rival of the other. */
const cities: Readonly<Record<Language, Cities>> = {
  en: {
    best: { pair: 'dothan-al-sakado', title: 'Looms and lacquer' },
    one: { pair: 'birmingham-al-hitachi', title: 'Suppliers meet' },
    other: { pair: 'birmingham-al-maebashi', title: 'Rivers kept clean' },
    young: { pair: 'montevallo-al-echizen', title: 'First jobs abroad' },
    rival: { pair: 'mobile-al-ichihara', title: 'Kitchens of two ports' },
  },
  ja: {
    best: { pair: 'salem-or-kawagoe', title: '蔵の町の織物と漆' },
    one: { pair: 'portland-or-sapporo', title: '部品企業の商談会' },
    other: { pair: 'durham-nc-toyama', title: '川を守る市民の学び' },
    young: { pair: 'fullerton-ca-fukui', title: '海外での初仕事' },
    rival: { pair: 'eugene-or-kakegawa', title: '茶と食卓の交流' },
  },
};

/** What one says of oneself, as the profile's fields are called. */
type Profile = Readonly<Record<string, string | readonly string[]>>;

/** The first lives with `best`; where the second served can't be told from the words alone; the third is far from all. */
export const profiles: Readonly<Record<Language, readonly [Profile, Profile, Profile]>> = {
  en: [
    { 'home.in': 'us', 'home.city': 'Dothan', 'home.state': 'AL', business: 'yes', japanese: 'none' },
    {
      'home.in': 'us',
      'home.city': 'Denver',
      'home.state': 'CO',
      'placements.0.text': 'Echizen',
      'placements.0.prefecture': 'Fukui',
      'placements.0.role': 'ALT',
      'placements.0.from': '2015',
      'placements.0.to': '2018',
      themes: ['young-professionals'],
      business: 'yes',
      japanese: 'some',
    },
    { 'home.in': 'elsewhere', 'home.text': 'Halifax', themes: ['creative-economies'], japanese: 'well' },
  ],
  ja: [
    {
      'home.in': 'japan',
      'home.town': '川越市',
      'home.prefecture': 'Saitama',
      business: 'yes',
      japanese: 'well',
    },
    {
      'home.in': 'japan',
      'home.town': '高松市',
      'home.prefecture': 'Kagawa',
      'placements.0.text': '三国町',
      'placements.0.prefecture': 'Fukui',
      'placements.0.role': 'CIR',
      'placements.0.from': '２０１５',
      'placements.0.to': '２０１８',
      themes: ['young-professionals'],
      business: 'yes',
      japanese: 'well',
    },
    {
      'home.in': 'elsewhere',
      'home.text': 'ハリファックス',
      themes: ['creative-economies'],
      japanese: 'some',
    },
  ],
};

export type SentApplication = { readonly id: string; readonly title: string; readonly owner: Someone };
export type ClosedRound = Readonly<{
  roundId: string;
  applications: Readonly<Record<Part, SentApplication>>;
  staff: Someone;
  certifiers: readonly [Someone, Someone];
  reviewers: readonly [Someone, Someone, Someone];
}>;

/** A closed round for two awards with five applications in it, its staff, its certifiers and three reviewers. */
export const closedRound = async (
  { table, platform }: SeededPlatform,
  language: Language,
): Promise<ClosedRound> => {
  const people = peopleOn(table, platform.dataFolder, language);
  const join = (name: string, ...held: Parameters<typeof people.grant>[1][]) =>
    people.join(`${name}-${language}`, ...held);
  const ofStaff = { kind: 'staff', programId: leadingAsia } as const;
  const staff = await join('staff', ofStaff);
  const certifiers = [await join('certifier', ofStaff), await join('second-certifier', ofStaff)] as const;
  const byStaff = await people.actor(staff);

  const programs = programsUseCases({ table, cursors: cursorsWith('set-up') });
  const terms = {
    ...termsOf(courses.closed),
    slots: 2,
    envelopeCents: 1_500_000,
    maximumAwardCents: 700_000,
  };
  const { id: roundId, version } = done(await programs.createRound(byStaff, terms, callAt(inDays(-70))));
  const round = done(await programs.publishRound(byStaff, { roundId, version }, callAt(inDays(-65))));
  const judges = { kind: 'reviewer', roundId } as const;
  const reviewers = [
    await join('first-reviewer', judges),
    await join('second-reviewer', judges),
    await join('third-reviewer', judges),
  ] as const;

  const applications = applicationsOn(table);
  const send = async (part: Part): Promise<SentApplication> => {
    const { pair, title } = cities[language][part];
    const owner = await join(`owner-of-${part}`);
    const founder = await people.actor(owner);
    const { id: organisationId } = await applications.found(founder, `Sister Cities, ${pair}`);
    const by = await people.actor(owner);
    const partnershipId = await applications.claim(by, organisationId, pair);
    await applications.verify(byStaff, { id: organisationId, partnershipId });

    const call = () => callAt(whileOpen('closed'));
    const { act } = applications;
    const start = { roundId, organisationId, partnershipId, title };
    const { id: applicationId } = done(await act.startApplication(by, start, call()));
    const sections = completeSections(title);
    const written = { ...sections, project: { ...sections.project, theme: themeOf[part] } };
    for (const sectionId of sectionIds)
      done(
        await act.saveSection(by, { applicationId, sectionId, version: 0, data: written[sectionId] }, call()),
      );
    const textDigest = await applications.digestOf(applicationId, round);
    const signature = { applicationId, name: 'Authorised Official', agreed: true, textDigest } as const;
    done(await act.signAsOwner(by, signature, call()));
    done(await act.submitApplication(by, { applicationId }, call()));
    return { id: applicationId, title, owner };
  };
  const [best, one, other, young, rival] = [
    await send('best'),
    await send('one'),
    await send('other'),
    await send('young'),
    await send('rival'),
  ];
  return { roundId, applications: { best, one, other, young, rival }, staff, certifiers, reviewers };
};
