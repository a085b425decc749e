import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import { keptBy } from '../conflicts/find-conflicts.ts';
import { isReviewerOf } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { deriveId } from '../kernel/ids.ts';
import { inLanguage } from '../kernel/text.ts';
import type { Messages } from '../messages/message.port.ts';
import { queueMessage } from '../messages/message-steps.ts';
import type { Rounds } from '../programs/round.port.ts';
import { isBeforeReviewers } from '../reviews/before-reviewers.ts';
import type { Reviews } from '../reviews/review.port.ts';
import { reviewerConflicts } from '../reviews/reviewer-conflicts.ts';
import type { ClearancePorts } from '../reviews/staff-clearance.ts';

type Ports = ClearancePorts & {
  applications: Pick<Applications, 'allSent' | 'ofOrganisation'>;
  rounds: Pick<Rounds, 'find'>;
  reviews: Pick<Reviews, 'ofRound' | 'allOfReviewer'>;
  people: Pick<People, 'find'>;
  messages: Pick<Messages, 'save'>;
  clock: Clock;
};

/**
 * Tells each reviewer with a review in that the discussion is open, and of how many applications: those whose review
 * of theirs is in and which no conflict keeps from them. Once per reviewer and round: an opening after a closing finds
 * the first one's message by its id. No application is named.
 */
export const writeOpeningNotices =
  (ports: Ports) =>
  async (event: DomainEvent): Promise<void> => {
    const roundId = event.subject.replace(/^round#/, '');
    const [round, listed, reviews] = await Promise.all([
      ports.rounds.find(roundId),
      ports.applications.allSent(roundId),
      ports.reviews.ofRound(roundId),
    ]);
    if (!round) return;
    const standing = new Map(listed.filter(isBeforeReviewers).map((one) => [one.id, one]));
    const submitted = reviews.filter(
      ({ status, applicationId }) => status === 'submitted' && standing.has(applicationId),
    );
    for (const [personId, theirs] of Map.groupBy(submitted, ({ reviewerId }) => reviewerId)) {
      const person = await ports.people.find(personId);
      if (!person || !isReviewerOf(person.actor, roundId)) continue;
      const { actor, account } = person;
      const conflicts = await reviewerConflicts(ports)(actor, roundId);
      const count = theirs.filter(({ applicationId }) => {
        const application = standing.get(applicationId);
        return application && !keptBy(conflicts(application));
      }).length;
      if (count === 0) continue;
      const message = {
        id: deriveId('discussion-open', roundId, personId),
        kind: 'discussion-open',
        about: event.subject,
        roundId,
        to: { address: account.email, name: account.name },
        language: account.language,
        values: { count: String(count), round: inLanguage(round.name, account.language), path: 'reviews' },
      } as const;
      // A conflict means that it was told before.
      await ports.messages.save(queueMessage(message, 'system:mail', ports.clock()));
    }
  };
