import type { UseCase } from '../kernel/endpoint.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { DiscussionClosed } from './discussion.errors.ts';
import type { Discussions } from './discussion.port.ts';
import type { Discussion, Post } from './discussion.ts';
import { type SeatPorts, seatAt } from './seat.ts';

type Ports = SeatPorts & { discussions: Pick<Discussions, 'save' | 'postOf'> };
type Input = { applicationId: string; text: string; replyTo?: number | undefined };
type Failures = NotFound | Conflict | InvalidInput | DiscussionClosed;

/** Someone with a seat says something, or answers a post. It stays as it is. Nobody gets mail. */
export const addPost =
  (ports: Ports): UseCase<Input, { no: number }, Failures> =>
  async (actor, { applicationId, text, replyTo }, { receivedAt, idempotencyKey }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    // Of one person: the same key in somebody else's request is another request.
    const key = `${actor.personId}/${idempotencyKey}`;
    const [found, made] = await Promise.all([
      seatAt(ports)(actor, applicationId),
      ports.discussions.postOf(applicationId, key),
    ]);
    if (!found.ok) return found;
    if (made !== undefined) return ok({ no: made });
    const { open, as, application, discussion } = found.value;
    if (!open) return fail({ kind: 'discussion-closed' });
    const count = discussion?.posts ?? 0;
    if (replyTo !== undefined && replyTo > count)
      return fail({ kind: 'invalid-input', fields: [{ path: 'replyTo', code: 'invalid' }] });

    const at = receivedAt.toISOString();
    const by = actor.personId;
    const no = count + 1;
    const post: Post = {
      applicationId,
      no,
      by,
      as,
      at,
      key,
      text,
      ...(replyTo !== undefined && { replyTo }),
    };
    const next: Discussion = {
      ...(discussion ?? { applicationId, roundId: application.roundId }),
      version: (discussion?.version ?? 0) + 1,
      posts: no,
    };
    const event: DomainEvent = {
      id: `${applicationId}/discussion/${next.version}`,
      subject: `application#${applicationId}`,
      type: 'discussion-posted',
      at,
      by,
      data: { no },
    };
    const saved = await ports.discussions.save({ discussion: next, post, events: [event] });
    return saved.ok ? ok({ no }) : saved;
  };
