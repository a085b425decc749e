import { Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { MessageStatus } from '../../../shared/messages/message.ts';
import type { Round } from '../../../shared/programs/round.ts';
import type { ListedFlag } from '../../../shared/reviews/list-flags.ts';
import { render } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { TodayPage, type Waiting } from './today-page.tsx';

export type StaffTodayUseCases = {
  listMessages: UseCase<{ status: MessageStatus }, Page<unknown>, Failure>;
  listFlags: UseCase<{ cursor?: string | undefined }, Page<ListedFlag>, Failure>;
  listOpenClaims: UseCase<{ cursor?: string | undefined }, Page<unknown>, Failure>;
  listQuestions: UseCase<{ status: 'asked'; cursor?: string | undefined }, Page<unknown>, Failure>;
  listRounds: UseCase<{ cursor?: string | undefined }, Page<Round>, Failure>;
};

/** Staff's first page: everything is read side by side, one step deep. */
export const staffTodayPages = ({
  listMessages,
  listFlags,
  listOpenClaims,
  listQuestions,
  listRounds,
}: StaffTodayUseCases) =>
  new Hono<Site>().get('/staff', async (c) => {
    const view = viewOf(c);
    const messages = (status: MessageStatus) => listMessages(view.actor, { status }, view.call);
    const [held, unsure, bounced, claims, questions, flags, rounds] = await Promise.all([
      messages('held'),
      messages('unsure'),
      messages('bounced'),
      listOpenClaims(view.actor, {}, view.call),
      listQuestions(view.actor, { status: 'asked' }, view.call),
      listFlags(view.actor, {}, view.call),
      listRounds(view.actor, {}, view.call),
    ]);
    if (!held.ok || !unsure.ok || !bounced.ok || !claims.ok || !questions.ok || !flags.ok || !rounds.ok)
      return c.notFound();
    const waiting = [
      ...doorTo(view, 'held', held.value),
      ...doorTo(view, 'unsure', unsure.value),
      ...doorTo(view, 'bounced', bounced.value),
      ...doorTo(view, 'claimed', claims.value),
      ...doorTo(view, 'asked', questions.value),
      ...flagDoors(view, flags.value),
    ];
    return render(
      c,
      <TodayPage view={view} waiting={waiting} rounds={rounds.value.items} now={view.call.receivedAt} />,
    );
  });

/** A door for each round in which reviewers wait for an answer. */
const flagDoors = ({ t }: View, { items }: Page<ListedFlag>): Waiting[] =>
  [...Map.groupBy(items, ({ roundId }) => roundId)].map(([roundId, flags]) => ({
    path: `/staff/rounds/${roundId}/progress#flags`,
    words: t('messages.today.flagged', { count: flags.length }),
  }));

const doors = {
  held: '/staff/outbox?status=held',
  unsure: '/staff/outbox?status=unsure',
  bounced: '/staff/outbox?status=bounced',
  claimed: '/staff/claims',
  asked: '/staff/questions',
} as const;

const doorTo = ({ t }: View, status: keyof typeof doors, { items, next }: Page<unknown>): Waiting[] => {
  if (items.length === 0) return [];
  const key = status === 'held' && next ? 'messages.today.held.more' : (`messages.today.${status}` as const);
  return [{ path: doors[status], words: t(key, { count: items.length }) }];
};
