import { hasTyped } from '../applications/paper.ts';
import { membership } from '../kernel/actor.ts';
import { factsKnown } from './facts-known.ts';
import { type Finding, finding } from './finding.ts';
import { type Judged, since } from './judged.ts';
import { inApplication, namedByApplicant } from './name-findings.ts';
import type { NamedReviewers } from './named-reviewers.ts';
import { organisationFindings } from './organisation-findings.ts';
import type { PersonFacts } from './person-facts.ts';
import { chapterFindings, profileFindings } from './profile-findings.ts';
import type { Recognised } from './recognise.ts';

export type Circumstances = {
  /** Those of the person's organisations that apply in the round. */
  readonly applying?: readonly string[];
  /** What applicants of the round say. */
  readonly named?: readonly NamedReviewers[];
  /** What was sent in the round: rivals are among it. Without it none is looked for. */
  readonly others?: readonly Judged[];
  /** Applications with which the person has declared a conflict. */
  readonly declared?: ReadonlySet<string>;
};

/** What ties a person to the application itself: everything but rivals of it. */
export const ownFindings = (
  recognised: Recognised,
  application: Judged,
  { applying = [], named = [], declared }: Circumstances,
): Finding[] => {
  const { facts, organisations } = recognised;
  const { person, profiles, belongings, ledChapters } = facts;
  const found: Finding[] = [];
  if (declared?.has(application.id)) found.push(finding('declared'));
  if (membership(person, application.organisationId) || wasMember(facts, application))
    found.push(finding('member-of-applicant'));
  if (applying.some((id) => id !== application.organisationId && membership(person, id)))
    found.push(finding('applies-in-round'));
  if (hasTyped(person, application.paper)) found.push(finding('typed-from-paper'));
  const asked = named.find(({ applicationId }) => applicationId === application.id)?.people ?? [];
  const known = factsKnown(application);
  found.push(...namedByApplicant(recognised, asked), ...inApplication(recognised, application, known));
  found.push(...organisationFindings(belongings, organisations, application, known));
  found.push(...joinedFindings(facts, application));
  for (const profile of profiles) found.push(...profileFindings(profile, organisations, application, known));
  const said = profiles.flatMap(({ chapters }) => chapters);
  found.push(
    ...chapterFindings(
      ledChapters.filter((id) => !said.includes(id)),
      known,
    ),
  );
  return found;
};

/** Whoever joined a partnership as an alum is part of it, and was for five years after leaving it, whatever their profile says. */
const joinedFindings = ({ joined }: PersonFacts, application: Judged): Finding[] =>
  joined
    .filter(
      ({ partnershipId, until }) =>
        partnershipId === application.partnershipId && (until === undefined || until >= since(application)),
    )
    .map(({ role }) => {
      const { us, jp } = application.pair;
      return finding('partnership', { joined: role, pair: `${us} – ${jp}` });
    });

const wasMember = ({ formerly }: PersonFacts, application: Judged) =>
  formerly.some(
    ({ organisationId, until }) =>
      organisationId === application.organisationId && until >= since(application),
  );
