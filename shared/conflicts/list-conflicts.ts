import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import { type Application, receiptNumber } from '../applications/application.ts';
import { isReviewerOf, isSelf, isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { organisationsOf } from '../reviews/conflict.ts';
import type { Reviews } from '../reviews/review.port.ts';
import type { Review } from '../reviews/review.ts';
import { nameOf } from '../reviews/reviewer-names.ts';
import { type ClearancePorts, declaredBy, staffClearance } from '../reviews/staff-clearance.ts';
import type { Cursors } from '../table/cursor.ts';
import { isCompared } from './facts-known.ts';
import { conflictsFor } from './find-conflicts.ts';
import { type Finding, stands } from './finding.ts';
import type { NamedPerson, NamedReviewers } from './named-reviewers.ts';
import type { PersonFacts } from './person-facts.ts';
import { canBeMeant } from './recognise.ts';

type Ports = ClearancePorts & {
  applications: Pick<Applications, 'sentInRound' | 'allSent' | 'applicantsIn'>;
  rounds: Pick<Rounds, 'find'>;
  reviews: Pick<Reviews, 'ofRound'>;
  people: Pick<People, 'find' | 'reviewersOf'>;
  cursors: Cursors;
};

export type ConflictOfReviewer = {
  readonly reviewerId: string;
  readonly name: string;
  readonly findings: readonly Finding[];
  /** They have reviewed it under two accounts that are one person's now; the review that was in first counts. */
  readonly twice: boolean;
  /** They have submitted a review of it, which counts only while nothing stands. */
  readonly reviewed: boolean;
};
export type ApplicationConflicts = Pick<Application, 'id' | 'pair' | 'title'> & {
  readonly receipt: string;
  /** Those that wait for a person first. */
  readonly reviewers: readonly ConflictOfReviewer[];
  /** Named by the applicant, and nobody among the reviewers. */
  readonly unmatched: readonly NamedPerson[];
  /** How many unknown ones nobody has settled. */
  readonly open: number;
  /** Whether its partners and people were compared too. */
  readonly compared: boolean;
};
export type RoundConflicts = {
  readonly round: Round;
  readonly items: readonly ApplicationConflicts[];
  /** Applications on this page that this person is kept from. */
  readonly kept: number;
  readonly reviewers: number;
  /** Reviewers who have said nothing of themselves yet. */
  readonly silent: readonly string[];
  readonly next?: string | undefined;
};
type Input = { roundId: string; cursor?: string | undefined };

/**
 * Every reviewer in conflict with every application of a round, with what it rests on, 50 applications a page, for
 * staff. Computed as it is asked for. What needs a person comes first.
 */
export const listConflicts =
  (ports: Ports): UseCase<Input, RoundConflicts, NotFound | InvalidInput> =>
  async (actor, { roundId, cursor }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const scope = `conflicts:${roundId}:${actor.personId}`;
    const position = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const stored = ports.reviews.ofRound(roundId);
    const [round, page, others, applicants, named, reviews, reviewers, clearance] = await Promise.all([
      ports.rounds.find(roundId),
      ports.applications.sentInRound(roundId, position),
      ports.applications.allSent(roundId),
      ports.applications.applicantsIn(roundId),
      ports.interests.namedIn(roundId),
      stored,
      reviewersOf(ports, roundId, stored),
      staffClearance(ports)(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const judged = page.items.filter(({ status }) => status !== 'withdrawn');
    const seen = judged.filter((application) => !clearance(application));
    // A tie with a rival names it: not one that this person is kept from.
    const rivals = others.filter((application) => !clearance(application));
    const judges = reviewers.map((reviewer) => judgeOf(reviewer, { others: rivals, applicants, named }));
    const items = seen.map((application) => conflictsOf(application, judges, { named, reviews }));
    const current = reviewers.filter(({ person }) => isReviewerOf(person, roundId));
    return ok({
      round,
      items: items.toSorted((a, b) => Number(b.open > 0) - Number(a.open > 0)),
      kept: judged.length - seen.length,
      reviewers: current.length,
      silent: current.filter(({ facts }) => facts.profiles.length === 0).map(({ name }) => name),
      ...(page.next && { next: ports.cursors.seal(scope, page.next) }),
    });
  };

type Reviewer = {
  readonly person: Person;
  readonly name: string;
  readonly facts: PersonFacts;
  readonly declared: ReadonlySet<string>;
};

/** The round's reviewers, and whoever is none any more but has a review in, which a conflict would set aside. */
const reviewersOf = async (
  ports: Ports,
  roundId: string,
  stored: Promise<readonly Review[]>,
): Promise<readonly Reviewer[]> => {
  const [current, reviews] = await Promise.all([
    ports.people.reviewersOf(roundId).then((ids) => knownAs(ports, roundId, ids)),
    stored,
  ]);
  const left = reviews.filter(
    (review) => isIn(review) && !current.some(({ person }) => isSelf(person, review.reviewerId)),
  );
  const ids = [...new Set(left.map(({ reviewerId }) => reviewerId))];
  const all = [...current, ...(ids.length > 0 ? await knownAs(ports, roundId, ids) : [])];
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
};

const knownAs = async (
  ports: Ports,
  roundId: string,
  ids: readonly string[],
): Promise<readonly Reviewer[]> => {
  const found = await Promise.all(ids.map((id) => ports.people.find(id)));
  const people = new Map(found.flatMap((known) => (known ? [[known.account.id, known] as const] : [])));
  return Promise.all(
    [...people.values()].map(async (known) => {
      const [facts, declared] = await Promise.all([
        ports.interests.ofPerson(known.actor),
        declaredBy(ports)(known.actor, roundId),
      ]);
      return { person: known.actor, name: nameOf(known), facts, declared };
    }),
  );
};

const isIn = ({ status }: Review) => status === 'submitted';

type Around = {
  others: readonly Application[];
  applicants: ReadonlySet<string>;
  named: readonly NamedReviewers[];
};
/** A reviewer with what keeps them from an application. */
type Judge = Reviewer & {
  readonly find: (application: Application) => readonly Finding[];
  readonly canBe: (named: NamedPerson) => boolean;
};

const judgeOf = (reviewer: Reviewer, { others, applicants, named }: Around): Judge => {
  const { person, facts, declared } = reviewer;
  const applying = organisationsOf(person).filter((one) => applicants.has(one));
  return {
    ...reviewer,
    find: conflictsFor(facts, { applying, others, named, declared }),
    canBe: canBeMeant(facts),
  };
};

const isOpen = (finding: Finding) => finding.class === 'unknown' && !finding.settled;

const conflictsOf = (
  application: Application,
  reviewers: readonly Judge[],
  { named, reviews }: { named: readonly NamedReviewers[]; reviews: readonly Review[] },
): ApplicationConflicts => {
  const { id, pair, title } = application;
  const written = reviews.filter((review) => review.applicationId === id && isIn(review));
  const found = reviewers.flatMap(({ person, name, find }) => {
    const findings = find(application);
    const own = written.filter(({ reviewerId }) => isSelf(person, reviewerId)).length;
    if (findings.length === 0 && own < 2) return [];
    return [{ reviewerId: person.personId, name, findings, twice: own > 1, reviewed: own > 0 }];
  });
  const said = named.find(({ applicationId }) => applicationId === id)?.people ?? [];
  return {
    id,
    pair,
    title,
    receipt: receiptNumber(id),
    reviewers: found.toSorted((a, b) => rank(a) - rank(b)),
    unmatched: said.filter((one) => !reviewers.some(({ canBe }) => canBe(one))),
    open: found.flatMap(({ findings }) => findings.filter(isOpen)).length,
    compared: isCompared(application),
  };
};

/** What waits for a person, then what stands, then what was let go. */
const rank = ({ findings, twice }: ConflictOfReviewer): number =>
  findings.some(isOpen) ? 0 : twice || findings.some(stands) ? 1 : 2;
