import { isReviewerOf } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { deriveId } from '../kernel/ids.ts';
import { inLanguage } from '../kernel/text.ts';
import type { Messages } from '../messages/message.port.ts';
import { queueMessage } from '../messages/message-steps.ts';
import type { Rounds } from '../programs/round.port.ts';
import { isBeforeReviewers } from '../reviews/before-reviewers.ts';
import { roundReviews, type StandingReviewsPorts } from '../reviews/standing-reviews.ts';

type Ports = StandingReviewsPorts & {
  rounds: Pick<Rounds, 'find'>;
  messages: Pick<Messages, 'save'>;
  clock: Clock;
};

/**
 * Tells each reviewer with a review in that the discussion is open, and of how many applications: those whose review
 * of theirs is in and which no conflict keeps from them. Once per person and round, whatever accounts were merged: an
 * opening after a closing finds the first one's message by its id. No application is named.
 */
export const writeOpeningNotices =
  (ports: Ports) =>
  async (event: DomainEvent): Promise<void> => {
    const roundId = event.subject.replace(/^round#/, '');
    const sent = ports.applications.allSent(roundId);
    const [round, listed, { reviews, people }] = await Promise.all([
      ports.rounds.find(roundId),
      sent,
      roundReviews(ports)(roundId, { sent }),
    ]);
    if (!round) return;
    const before = new Set(listed.filter(isBeforeReviewers).map(({ id }) => id));
    const submitted = reviews.filter(
      ({ status, applicationId }) => status === 'submitted' && before.has(applicationId),
    );
    const byPerson = Map.groupBy(submitted, ({ reviewerId }) => people.get(reviewerId));
    for (const [person, theirs] of byPerson) {
      if (!person || !isReviewerOf(person.actor, roundId)) continue;
      const { account } = person;
      const message = {
        id: deriveId('discussion-open', roundId, account.id),
        kind: 'discussion-open',
        about: event.subject,
        roundId,
        to: { address: account.email, name: account.name },
        language: account.language,
        values: {
          count: String(theirs.length),
          round: inLanguage(round.name, account.language),
          path: 'reviews',
        },
      } as const;
      // A conflict means that it was told before.
      await ports.messages.save(queueMessage(message, 'system:mail', ports.clock()));
    }
  };
