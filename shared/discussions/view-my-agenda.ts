import type { Application } from '../applications/application.ts';
import { shownTitle } from '../applications/read-snapshot.ts';
import { isSelf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import { type OwnReviewPorts, ownReview } from '../reviews/own-review.ts';
import type { Redactions } from '../reviews/redaction.port.ts';
import { timelineFor } from './agenda-timeline.ts';
import { type MeetingPorts, meetingOf } from './meeting.ts';

type Ports = MeetingPorts & OwnReviewPorts & { redactions: Pick<Redactions, 'find'> };

/** Part of the meeting for one reviewer: an application by its pair, or time outside. */
export type MyAgendaPart = {
  readonly from: string;
  readonly until: string;
  readonly pair?: Application['pair'] | undefined;
  /** Theirs, where they review it: its title, and where to go on. */
  readonly own?: { readonly title: string; readonly reviewId: string } | undefined;
};
export type MyAgenda = {
  readonly round: Round;
  /** Empty until staff have set an agenda. */
  readonly parts: readonly MyAgendaPart[];
};

/**
 * The meeting for one of its reviewers, reached from any review of theirs in the round. Without what they conflict
 * with or have yet to review: of that they see when to leave and when to come back, and not why. Nobody else's coming
 * and going.
 */
export const viewMyAgenda =
  (ports: Ports): UseCase<{ reviewId: string }, MyAgenda, NotFound> =>
  async (actor, { reviewId }) => {
    const own = await ownReview(ports)(actor, reviewId);
    if (!own.ok) return own;
    const { person, round } = own.value;
    const found = await meetingOf(ports)(round.id);
    if (!found.ok) return found;
    const { isSet, agenda, starts, order, participants, reviews } = found.value;
    const me = participants.find(({ personId }) => personId === person.personId);
    if (!me) return fail({ kind: 'not-found' });
    if (!isSet) return ok({ round, parts: [] });
    const mine = new Map(
      reviews
        .filter(({ reviewerId, status }) => isSelf(person, reviewerId) && status === 'submitted')
        .map((review) => [review.applicationId, review.id]),
    );
    const redactions = await Promise.all([...mine.keys()].map((id) => ports.redactions.find(id)));
    const redactionOf = new Map(redactions.map((one) => [one?.applicationId, one]));
    const items = order.items.map((item) => ({
      ...item,
      absent: me.absentFrom.has(item.id) ? [person.personId] : [],
    }));
    const { parts } = timelineFor(items, person.personId, { starts, minutes: agenda.minutes });
    return ok({
      round,
      parts: parts.map(({ from, until, item }) => {
        const ownId = item && mine.get(item.id);
        return {
          ...{ from, until },
          ...(item && { pair: item.application.pair }),
          ...(item &&
            ownId && {
              own: { title: shownTitle(item.application.title, redactionOf.get(item.id)), reviewId: ownId },
            }),
        };
      }),
    });
  };
