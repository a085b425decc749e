import type { KnownPerson, People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { type PersonProfile, traitsOf } from '../conflicts/person-profile.ts';
import { idsOf } from '../kernel/actor.ts';
import type { Partnerships } from '../partnerships/partnership.port.ts';
import { regionOf } from '../reference/regions.ts';
import type { Reviews } from '../reviews/review.port.ts';
import type { Review } from '../reviews/review.ts';
import { findings, type KnownTraits, noTraits, type Says, traitsFor } from './pair-score.ts';
import type { PairConflicts, PreferencesPort } from './plan.port.ts';
import type { PlanRecord, PlanReviewer } from './plan-record.ts';
import type { Preferences } from './preference.ts';

export type FactsPorts = {
  applications: Pick<Applications, 'allSent'>;
  people: Pick<People, 'find' | 'reviewersOf'>;
  reviews: Pick<Reviews, 'ofRound'>;
  preferences: Pick<PreferencesPort, 'ofRound'>;
  profiles: { many(personIds: readonly string[]): Promise<readonly PersonProfile[]> };
  partnerships: Pick<Partnerships, 'many'>;
  pairConflicts: PairConflicts;
};

export type PlanApplication = { readonly application: Application; readonly demand: number };
type Named = { readonly reviewer: string; readonly application: string };

/** What a plan is made from: everything that can be asked about the round this moment. */
export type PlanFacts = {
  readonly reviewers: readonly PlanReviewer[];
  readonly applications: readonly PlanApplication[];
  /** What is said of the pair, part by part. */
  readonly found: (reviewerId: string, applicationId: string) => readonly Says[];
  readonly barred: readonly Named[];
  readonly fixed: readonly Named[];
};

/** Whether reviewers can be given to an application of this status. */
export const isAssignable = ({ status }: Pick<Application, 'status'>): boolean =>
  status === 'submitted' || status === 'in-review';

/** Reads a round's facts, linear in its applications, reviewers and reviews. Names nobody: ids and figures only. */
export const planFacts =
  (ports: FactsPorts) =>
  async (plan: Pick<PlanRecord, 'roundId' | 'settings' | 'demand'>): Promise<PlanFacts> => {
    const { roundId } = plan;
    const [sent, ids, stored, spoken] = await Promise.all([
      ports.applications.allSent(roundId),
      ports.people.reviewersOf(roundId),
      ports.reviews.ofRound(roundId),
      ports.preferences.ofRound(roundId),
    ]);
    const waiting = sent.filter(isAssignable);
    const writers = stored.filter(({ status }) => status === 'submitted').map(({ reviewerId }) => reviewerId);
    const [known, wrote, partnerships] = await Promise.all([
      Promise.all(ids.map((id) => ports.people.find(id))),
      Promise.all([...new Set(writers)].filter((id) => !ids.includes(id)).map((id) => ports.people.find(id))),
      ports.partnerships.many([...new Set(waiting.map(({ partnershipId }) => partnershipId))]),
    ]);
    const people = known.flatMap((person) => person ?? []);
    const everyone = [...people, ...wrote.flatMap((person) => person ?? [])];
    const [conflict, profiles] = await Promise.all([
      ports.pairConflicts(roundId, everyone),
      ports.profiles.many(people.flatMap(({ actor }) => idsOf(actor))),
    ]);
    const judged = new Set(everyone.map(({ actor }) => actor.personId));
    // What was kept under a merged account's id is the person's who reviews today.
    const today = new Map(everyone.flatMap(({ actor }) => idsOf(actor).map((id) => [id, actor.personId])));
    const reviews = stored.map((one) => ({
      ...one,
      reviewerId: today.get(one.reviewerId) ?? one.reviewerId,
    }));
    const stated = mergedFirst(spoken, today);

    const statedBy = new Map(stated.map((one) => [one.personId, one]));
    const traitsBy = new Map(
      mergedFirst(profiles, today).map((profile) => [profile.personId, traitsOf(profile)]),
    );
    const stateOf = new Map(partnerships.map(({ id, us }) => [id, us.region]));
    const kept = keptPairs(plan, reviews, people);
    const wanted = new Map(
      waiting.map(({ id, submission, partnershipId }) => {
        const region = regionOf(stateOf.get(partnershipId) ?? '')?.census;
        return [id, { theme: submission?.theme, region: region || undefined }];
      }),
    );
    const traits = (personId: string): KnownTraits => traitsBy.get(personId) ?? noTraits;
    // Who gave an application back is not given it again.
    const givenBack = new Set(
      reviews.filter(({ status }) => status === 'declined').map((review) => keyOf(review)),
    );
    const barred = people.flatMap(({ actor: { personId } }) =>
      waiting
        .filter(
          (application) =>
            conflict(personId, application) ||
            givenBack.has(keyOf({ applicationId: application.id, reviewerId: personId })),
        )
        .map(({ id }) => ({ reviewer: personId, application: id })),
    );
    const away = new Set(barred.map(({ reviewer, application }) => `${application} ${reviewer}`));
    const fixed = kept.filter(
      ({ reviewer, application }) => wanted.has(application) && !away.has(`${application} ${reviewer}`),
    );
    return {
      reviewers: people.map(({ actor: { personId } }) => ({
        id: personId,
        ...boundsOf(plan, personId, statedBy.get(personId), fixed),
        traits: [...traitsFor(traits(personId))],
      })),
      applications: waiting.map((application) => ({
        application,
        demand: demandOf(plan, application, {
          // A review set aside is none that is done.
          done: reviews.filter(
            (one) =>
              isOf(one, application) &&
              !(judged.has(one.reviewerId) && conflict(one.reviewerId, application)),
          ),
          people,
          fixed,
        }),
      })),
      found: (reviewerId, applicationId) =>
        findings(
          traits(reviewerId),
          wanted.get(applicationId) ?? { theme: undefined, region: undefined },
          statedBy.get(reviewerId)?.choices[applicationId],
        ),
      barred,
      fixed,
    };
  };

const keyOf = ({ applicationId, reviewerId }: Pick<Review, 'applicationId' | 'reviewerId'>) =>
  `${applicationId} ${reviewerId}`;

/** Under today's ids, and what was said under a present one last, so that in a map it is what counts. */
const mergedFirst = <One extends { readonly personId: string }>(
  all: readonly One[],
  today: ReadonlyMap<string, string>,
): readonly One[] => {
  const isOld = ({ personId }: One) => (today.get(personId) ?? personId) !== personId;
  return [...all.filter(isOld), ...all.filter((one) => !isOld(one))].map((one) => ({
    ...one,
    personId: today.get(one.personId) ?? one.personId,
  }));
};

const begun = ['reviewing', 'submitted'] as const;
const isBegun = ({ status }: Review) => begun.some((one) => one === status);

/** Assignments that stay: those begun always, those that nobody has begun where the settings say so. */
const keptPairs = (
  { settings }: Pick<PlanRecord, 'settings'>,
  reviews: readonly Review[],
  people: readonly KnownPerson[],
): readonly Named[] => {
  const here = new Set(people.map(({ actor }) => actor.personId));
  const kept = reviews
    .filter((review) => isBegun(review) || (settings.keepExisting && review.status === 'assigned'))
    .filter(({ reviewerId }) => here.has(reviewerId))
    .map(({ reviewerId, applicationId }) => ({ reviewer: reviewerId, application: applicationId }));
  // Two reviews by one person, whose accounts were merged, are one place.
  return [...new Map(kept.map((pair) => [`${pair.application} ${pair.reviewer}`, pair])).values()];
};

/**
 * The round's bounds, or the reviewer's own; nobody gets more than they said they can take. What they hold already
 * raises the most they can have, and lowers no one's.
 */
const boundsOf = (
  { settings }: Pick<PlanRecord, 'settings'>,
  personId: string,
  stated: Preferences | undefined,
  fixed: readonly Named[],
): { min: number; max: number } => {
  const { min, max } = settings.loads.find(({ reviewerId }) => reviewerId === personId) ?? settings.load;
  const held = fixed.filter(({ reviewer }) => reviewer === personId).length;
  const most = Math.max(held, Math.min(max, stated?.most ?? max));
  return { min: Math.min(min, most), max: most };
};

const isOf = ({ applicationId, status }: Review, { id }: Application) =>
  applicationId === id && status === 'submitted';

type Held = {
  readonly done: readonly Review[];
  readonly people: readonly KnownPerson[];
  readonly fixed: readonly Named[];
};

/** The round's demand less what was submitted by someone who reviews no more, and never less than what stays. */
const demandOf = ({ demand }: Pick<PlanRecord, 'demand'>, { id }: Application, held: Held): number => {
  const here = new Set(held.people.map(({ actor }) => actor.personId));
  const gone = held.done.filter(({ reviewerId }) => !here.has(reviewerId)).length;
  const stays = held.fixed.filter(({ application }) => application === id).length;
  return Math.max(stays, demand - gone);
};
