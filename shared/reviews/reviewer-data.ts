import type { EventsOf } from '../applications/application.port.ts';
import { keptBy } from '../conflicts/finding.ts';
import type { Person, Role } from '../kernel/actor.ts';
import type { PersonalData, Whose } from '../kernel/personal-data.ts';
import type { Reviews } from './review.port.ts';
import type { Review } from './review.ts';
import { declareConflict, remove } from './review-steps.ts';
import { type ReviewerConflictPorts, reviewerConflicts } from './reviewer-conflicts.ts';
import { partReviews } from './set-aside.ts';

type Ports = ReviewerConflictPorts & {
  reviews: Pick<Reviews, 'allOfReviewer' | 'find' | 'save' | 'dropDraft'>;
  eventsOf: EventsOf;
};

const by = 'system:erasure';

/**
 * Reviews are the grant's record: a submitted one stays with its words, by the id of whoever wrote it. Before what is
 * known of them goes, a review that a conflict has set aside is closed for good, or it would count again; what was never
 * submitted goes back to staff, without its draft; their own words about a conflict, and why they gave a review back, go.
 */
export const reviewerData = (ports: Ports): PersonalData => {
  const { reviews } = ports;
  const allOf = async ({ personIds }: Whose) =>
    (await Promise.all(personIds.map(reviews.allOfReviewer))).flat();
  return {
    name: 'reviews',

    async export(whose) {
      const files = await Promise.all((await allOf(whose)).map(({ id }) => reviews.find(id)));
      return files.flatMap((file) =>
        file && file.review.status !== 'removed' ? [shown(file.review, file.submission, file.draft)] : [],
      );
    },

    async erase(whose, at) {
      const all = await allOf(whose);
      const person = await asTheyWere(ports, whose);
      for (const [roundId, own] of Map.groupBy(all, (one) => one.roundId)) {
        const aside = await setAsideIn(ports, person, { roundId, own });
        for (const review of own) {
          await settle(reviews, review, { at, isAside: aside.has(review.id) });
          await reviews.dropDraft(review);
        }
      }
    },
  };
};

const shown = (
  { applicationId, pair, status, conflictReason, declineReason }: Review,
  submission: object | undefined,
  draft: object | undefined,
) => ({
  ...{ applicationId, pair, status },
  ...(conflictReason && { conflictReason }),
  ...(declineReason && { declineReason }),
  ...(submission && { submission }),
  ...(draft && { draft }),
});

/** With the memberships that went in the moment in which the account did: conflicts rest on them. */
const asTheyWere = async ({ eventsOf }: Ports, { personIds }: Whose): Promise<Person> => {
  const [personId = '', ...formerly] = personIds;
  const events = (await Promise.all(personIds.map((id) => eventsOf(`person#${id}`)))).flat();
  const end = events.find(({ type }) => type === 'account-deleted')?.at;
  const roles = events.flatMap(({ type, at, data }): Role[] =>
    type === 'role-revoked' && at === end && ['owner', 'editor', 'viewer'].includes(String(data.role))
      ? [{ kind: 'member', organisationId: String(data.scope), as: 'viewer' }]
      : [],
  );
  return { kind: 'person', personId, formerly, roles };
};

type OfRound = { readonly roundId: string; readonly own: readonly Review[] };

/** Which of their reviews in a round count no more as things stand, a second one of the same application included. */
const setAsideIn = async (ports: Ports, person: Person, { roundId, own }: OfRound) => {
  const sent = ports.applications.allSent(roundId);
  const find = await reviewerConflicts(ports)(person, roundId, sent);
  const byId = new Map((await sent).map((one) => [one.id, one]));
  const { setAside } = partReviews(own, {
    personOf: () => person.personId,
    conflict: ({ applicationId }) => {
      const application = byId.get(applicationId);
      return application && keptBy(find(application));
    },
  });
  return new Set(setAside.map(({ review }) => review.id));
};

type Settling = { readonly at: Date; readonly isAside: boolean };

const settle = async (reviews: Ports['reviews'], review: Review, { at, isAside }: Settling) => {
  const { status } = review;
  if (status === 'removed') return;
  const stepped =
    status === 'assigned' || status === 'reviewing'
      ? remove(review, { by, at })
      : status === 'submitted' && isAside
        ? declareConflict(review, '', { by, at })
        : undefined;
  const { conflictReason, declineReason } = review;
  if (!stepped && !conflictReason && !declineReason) return;
  if (stepped && !stepped.ok) throw new Error(`Review ${review.id} takes no step from ${status}`);
  const change = stepped?.value ?? { review: { ...review, version: review.version + 1 }, events: [] };
  const wordless = { ...change.review, conflictReason: undefined, declineReason: undefined };
  const saved = await reviews.save({ ...change, review: wordless });
  if (!saved.ok) throw new Error(`Review ${review.id} was changed while it was erased`);
};
