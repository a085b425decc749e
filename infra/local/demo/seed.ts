import { announcementOn } from '../../../functions/container/awards-use-cases.ts';
import { matchPorts } from '../../../functions/container/matches-queue.ts';
import { refreshRosterOn } from '../../../functions/container/roster-queue.ts';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import type { Person, Role } from '../../../shared/kernel/actor.ts';
import { deriveId } from '../../../shared/kernel/ids.ts';
import { allOf } from '../../../shared/kernel/page.ts';
import { rebuildMatches } from '../../../shared/matches/rebuild-matches.ts';
import { leadingAsia } from '../../../shared/programs/round.ts';
import { createRound, publishRound } from '../../../shared/programs/round-steps.ts';
import type { Table } from '../../../shared/table/table.ts';
import { alumni } from './alumni.ts';
import { type Applicant, draft, submission } from './applications.ts';
import { discussion } from './discussion.ts';
import { demoPeople } from './people.ts';
import { planningPreferences, planningProfiles, planningSettings } from './planning-round.ts';
import { personProfiles } from './profiles.ts';
import { type ProjectName, projects } from './projects.ts';
import { assignment, flag, redaction, review } from './reviews.ts';
import { demoTerms } from './round-terms.ts';
import { openStage, type Stage } from './stage.ts';

/** What the demo data is written through. */
export type SeedPorts = {
  readonly table: Table;
  /** The instant the demo's rounds are placed around. */
  readonly now: Date;
  readonly say: (step: string) => void;
};

type Cast = Readonly<Record<string, Person>>;

/** Fills a new data folder with the demo rounds, people and applications; run once, before anything answers. */
export const seedDemo = async ({ table, now, say }: SeedPorts): Promise<void> => {
  const stage = openStage(table, now);
  say('Demo people and organisations');
  const cast = await gather(stage);
  const applicants = await found(stage, cast);
  say('JET alumni and two of their chapters');
  await alumni(stage, cast);
  say('A round with its outcome announced');
  await announcedRound(stage, table, cast, applicants);
  say('A round in review');
  await roundInReview(stage, cast, applicants);
  say('A round whose reviewers wait to be assigned');
  await roundToPlan(stage, cast, applicants);
  say('A round that is open now');
  await openRound(stage, cast, applicants);
  say('The lists that staff search');
  await fillRosters(stage, table);
  say('Which alumni fit which partnership');
  await rebuildMatches(matchPorts(table))();
};

/** Nothing follows the stream while the demo is written, so the rosters are made from the table. */
const fillRosters = async ({ rounds }: Stage, table: Table) => {
  const applications = applicationStore(table);
  for (const { id } of (await rounds.list(leadingAsia)).items) {
    const heads = await allOf((position) => applications.ofRound(id, position));
    await refreshRosterOn(table)(heads.map((head) => head.id));
  }
};

const member = <Key extends string, Value>(record: Readonly<Record<Key, Value>>, key: Key): Value => {
  const value = record[key];
  if (value === undefined) throw new Error(`The demo data has no ${key}`);
  return value;
};

const roleOf = (name: string): Role | undefined => {
  if (name.startsWith('staff')) return { kind: 'staff', programId: leadingAsia };
  return name.startsWith('lead-') ? { kind: 'lead', chapterId: name.replace('lead', 'jetaa') } : undefined;
};

const gather = async (stage: Stage): Promise<Cast> => {
  const cast: Record<string, Person> = {};
  for (const one of demoPeople) {
    const person = await stage.signUp(one, one.label);
    const role = roleOf(one.name);
    cast[one.name] = role ? await stage.grant(person, role, -150) : person;
  }
  return cast;
};

const accountOf = {
  austin: 'applicant-austin',
  tacoma: 'applicant-tacoma',
  lakeland: 'applicant-lakeland',
  sebastopol: 'applicant-sebastopol',
  lansing: 'applicant-lansing',
  fortWorth: 'applicant-fort-worth',
  sanAntonio: 'applicant-cities',
  spokane: 'applicant-cities',
  annArbor: 'applicant-cities',
  portland: 'applicant-cities',
  clearwater: 'applicant-cities',
  fresno: 'applicant-cities',
} as const satisfies Record<ProjectName, string>;

type Applicants = Readonly<Record<ProjectName, Applicant>>;

/** Each applicant's organisation with its claim on a partnership, verified by staff. */
const found = async (stage: Stage, cast: Cast): Promise<Applicants> => {
  const { all, act, personOf } = stage;
  const founded: Partial<Record<ProjectName, Applicant>> = {};
  for (const [project, account] of Object.entries(accountOf)) {
    // The keys of `accountOf` are projects' names; Object.entries forgets that.
    const name = project as ProjectName;
    const { us, partnershipId } = projects[name];
    const founder = member(cast, account);
    const terms = {
      legalName: `${us} Sister Cities Committee (demonstration)`,
      kind: 'sister-city-organisation' as const,
    };
    const { organisation } = await act(all.createOrganisation, founder, terms, -140);
    const person = await personOf(founder.personId);
    const of = { partnershipId, organisationId: organisation.id };
    const { claim } = await act(all.claimPartnership, person, of, -140);
    await act(
      all.settleClaim,
      member(cast, 'staff'),
      { ...of, outcome: 'verify' as const, version: claim.version },
      -139,
    );
    founded[name] = { person, organisationId: organisation.id };
  }
  // Every project has been founded above: the loop runs over all of them.
  return founded as Applicants;
};

type Dates = Parameters<typeof demoTerms>[2];

/** Published before it opened, marked as made up. */
const round = async (
  stage: Stage,
  cast: Cast,
  names: readonly [string, string],
  dates: Dates,
): Promise<string> => {
  const { rounds, at } = stage;
  const act = { by: member(cast, 'staff').personId, now: at(dates.opens - 3) };
  const id = deriveId('demo-round', names[0]);
  const created = createRound(
    { id, programId: leadingAsia, demo: true },
    demoTerms(at(0), names, dates),
    act,
  );
  if (!created.ok) throw new Error(`Demo round ${names[0]}: ${JSON.stringify(created.failure)}`);
  const published = publishRound(created.value.round, 1, act);
  if (!published.ok) throw new Error(`Demo round ${names[0]}: ${JSON.stringify(published.failure)}`);
  await rounds.save(created.value);
  await rounds.save(published.value);
  return id;
};

const reviewers = async (stage: Stage, cast: Cast, roundId: string, names: readonly string[], day: number) =>
  Promise.all(names.map((name) => stage.grant(member(cast, name), { kind: 'reviewer', roundId }, day)));

const openRound = async (stage: Stage, cast: Cast, applicants: Applicants) => {
  const names = ['Exchange Funding, spring round', '交流助成　春期公募'] as const;
  const roundId = await round(stage, cast, names, { opens: -20, closes: 10, reviewDue: 40 });
  const begun = ['eligibility', 'project', 'outcomes', 'delegation'] as const;
  await draft(stage, applicants.austin, { roundId, project: 'austin', day: -6 }, begun);
  await draft(stage, applicants.sebastopol, { roundId, project: 'sebastopol', day: -9 });
  await submission(stage, applicants.lakeland, { roundId, project: 'lakeland', day: -2 });
};

const roundInReview = async (stage: Stage, cast: Cast, applicants: Applicants) => {
  const names = ['Exchange Funding, autumn round', '交流助成　秋期公募'] as const;
  const roundId = await round(stage, cast, names, { opens: -70, closes: -15, reviewDue: 12 });
  const [first, second, third] = await reviewers(
    stage,
    cast,
    roundId,
    ['reviewer-1', 'reviewer-2', 'reviewer-3'],
    -30,
  );
  const staff = member(cast, 'staff');
  if (!first || !second || !third) throw new Error('The demo round has no reviewers');
  const sent = async (project: ProjectName, day: number) =>
    submission(stage, applicants[project], { roundId, project, day });
  const tacoma = await sent('tacoma', -18);
  const lansing = await sent('lansing', -17);
  const fortWorth = await sent('fortWorth', -16);
  const of = (applicationId: string, reviewer: Person) => ({
    roundId,
    applicationId,
    reviewer,
    staff,
    day: -12,
  });
  await review(stage, of(tacoma, first), [5, 4, 5, 4, 4]);
  await review(stage, of(tacoma, third), [4, 4, 4, 5, 3]);
  await review(stage, of(lansing, first), [2, 4, 3, 3, 4]);
  // Far from the first: the committee has something to talk about.
  await review(stage, of(lansing, third), [5, 5, 4, 5, 3]);
  await tie(stage, sent, of, [first, third]);
  await assignment(stage, of(lansing, second));
  await assignment(stage, of(fortWorth, second));
  await assignment(stage, of(fortWorth, third));
  await discussion(stage, { roundId, applicationId: tacoma, staff, lead: first, other: third });
  await redaction(stage, { applicationId: fortWorth, staff, day: -11 }, projects.fortWorth.partner);
  await personProfiles(stage, [first, second], -10);
  const doubt = 'The match in the budget and the one in the summary differ. Which one counts?';
  await flag(stage, { applicationId: lansing, reviewer: first, day: -8 }, doubt);
};

type Of = (applicationId: string, reviewer: Person) => Parameters<typeof review>[1];

/**
 * Three applications with one weighted mean: a rule puts the one that is higher on the first criterion above the others,
 * and those two have the same scores throughout, so that no rule tells them apart.
 */
const tie = async (
  stage: Stage,
  sent: (project: ProjectName, day: number) => Promise<string>,
  of: Of,
  [first, third]: readonly [Person, Person],
) => {
  for (const project of ['lakeland', 'sebastopol'] as const) {
    const applicationId = await sent(project, -17);
    await review(stage, of(applicationId, first), [4, 3, 3, 4, 4]);
    await review(stage, of(applicationId, third), [3, 4, 3, 4, 4]);
  }
  const austin = await sent('austin', -16);
  await review(stage, of(austin, first), [5, 3, 2, 4, 3]);
  await review(stage, of(austin, third), [3, 4, 3, 4, 4]);
};

const roundToPlan = async (stage: Stage, cast: Cast, applicants: Applicants) => {
  const names = ['Exchange Funding, winter round', '交流助成　冬期公募'] as const;
  const roundId = await round(stage, cast, names, { opens: -60, closes: -6, reviewDue: 30 });
  const all = demoPeople.flatMap(({ name }) => (name.startsWith('reviewer-') ? [name] : []));
  const seated = await reviewers(stage, cast, roundId, all, -20);
  await planningProfiles(stage, seated, -10);
  // The keys of `accountOf` are projects' names; Object.keys forgets that.
  for (const project of Object.keys(accountOf) as ProjectName[])
    await submission(stage, applicants[project], { roundId, project, day: -8 });
  await planningPreferences(stage, seated, { roundId, day: -4 });
  await planningSettings(stage, member(cast, 'staff'), { roundId, day: -3 });
};

const announcedRound = async (stage: Stage, table: Table, cast: Cast, applicants: Applicants) => {
  const names = ['Exchange Funding, first round', '交流助成　第一回公募'] as const;
  const roundId = await round(stage, cast, names, { opens: -130, closes: -95, reviewDue: -70 });
  const [first, second] = await reviewers(stage, cast, roundId, ['reviewer-1', 'reviewer-4'], -110);
  const [staff, certifier] = [member(cast, 'staff'), member(cast, 'staff-2')];
  if (!first || !second) throw new Error('The demo round has no reviewers');
  const sent = async (project: ProjectName) =>
    submission(stage, applicants[project], { roundId, project, day: -98 });
  const decided = [
    [await sent('austin'), 'award', 10_500_00, [5, 5, 4, 4, 4], [4, 5, 5, 4, 3]],
    [await sent('sebastopol'), 'waitlist', 0, [4, 3, 4, 3, 4], [3, 4, 3, 4, 4]],
    [await sent('lakeland'), 'decline', 0, [2, 3, 3, 2, 3], [3, 3, 2, 2, 3]],
  ] as const;
  for (const [applicationId, decision, amountCents, one, other] of decided) {
    const of = (reviewer: Person) => ({ roundId, applicationId, reviewer, staff, day: -90 });
    await review(stage, of(first), one);
    await review(stage, of(second), other);
    const proposal = {
      ...{ applicationId, decision, amountCents, reason: 'As the committee agreed.', version: 0 },
      ...(decision === 'waitlist' && { waitlistRank: 1 }),
    };
    await stage.act(stage.all.proposeDecision, staff, proposal, -60);
    const certificate = { applicationId, action: 'certify' as const, version: 1 };
    await stage.act(stage.all.settleDecision, certifier, certificate, -58);
    const { remarks } = await stage.act(stage.all.viewRemarks, staff, { applicationId }, -57);
    const approval = { applicationId, action: 'approve' as const, remarks, version: 0 };
    await stage.act(stage.all.saveRemarks, staff, approval, -57);
  }
  const answerBy = stage.at(20).toISOString().slice(0, 16);
  await stage.act(stage.all.setAnswerDate, staff, { roundId, answerBy, version: 0 }, -50);
  const closed = await stage.rounds.find(roundId);
  await stage.act(stage.all.announceRound, staff, { roundId, version: closed?.version ?? 0 }, -40);
  await announcementOn(table, () => stage.at(-40))(roundId);
};
