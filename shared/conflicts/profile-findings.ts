import { jetaaChapter } from '../reference/jetaa-chapters.ts';
import type { Facts } from './facts.ts';
import { type Finding, finding, saidUnder, saidUntil } from './finding.ts';
import { formerOf, saidOnly } from './former-facts.ts';
import type { Judged } from './judged.ts';
import { organisationFindings } from './organisation-findings.ts';
import type { PersonProfile, Said } from './person-profile.ts';
import { homeFindings, placementFindings } from './place-findings.ts';

/** What rests on a person's own profile: on what it says, and on what it said once. */
export const profileFindings = (
  profile: PersonProfile,
  organisations: ReadonlyMap<string, readonly string[]>,
  application: Judged,
  facts: Facts,
): readonly Finding[] => {
  const restingOn = (said: Said): Finding[] => [
    ...organisationFindings(said.organisations, organisations, application, facts),
    ...homeFindings(said, application, facts),
    ...placementFindings(said, application, facts),
    ...partnerships(said, application),
    ...chapterFindings(said.chapters, facts),
  ];
  const formerly = formerOf(profile).flatMap((one) =>
    restingOn(saidOnly(one)).map((found) => saidUntil(one.until, found)),
  );
  return [...restingOn(profile), ...formerly].map((one) => saidUnder(profile.personId, one));
};

const partnerships = (said: Said, { partnershipId, pair }: Judged): Finding[] =>
  said.partnerships
    .filter((one) => one.partnershipId === partnershipId)
    .map(({ as }) => finding('partnership', { as, pair: `${pair.us} – ${pair.jp}` }));

/** Chapters of the person's that are named as partners. */
export const chapterFindings = (chapters: readonly string[], facts: Facts): Finding[] =>
  chapters
    .filter((id) => facts.chapters?.includes(id))
    .map((id) => finding('chapter', { chapter: jetaaChapter(id)?.name ?? id }));
