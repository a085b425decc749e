import { Hono } from 'hono';
import type { HandledComplaint } from '../../../shared/complaints/handle-complaints.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { MessageStatus } from '../../../shared/messages/message.ts';
import { phaseAt, type Round } from '../../../shared/programs/round.ts';
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
  listIntroductionReports: UseCase<{ status: 'open'; cursor?: string | undefined }, Page<unknown>, Failure>;
  listComplaints: UseCase<{ roundId: string }, { items: readonly HandledComplaint[] }, Failure>;
};

/** Staff's first page: everything is read side by side, and then the complaints about rounds that are announced. */
export const staffTodayPages = ({
  listMessages,
  listFlags,
  listOpenClaims,
  listQuestions,
  listRounds,
  listIntroductionReports,
  listComplaints,
}: StaffTodayUseCases) =>
  new Hono<Site>().get('/staff', async (c) => {
    const view = viewOf(c);
    const messages = (status: MessageStatus) => listMessages(view.actor, { status }, view.call);
    const [held, unsure, bounced, claims, questions, flags, rounds, reports] = await Promise.all([
      messages('held'),
      messages('unsure'),
      messages('bounced'),
      listOpenClaims(view.actor, {}, view.call),
      listQuestions(view.actor, { status: 'asked' }, view.call),
      listFlags(view.actor, {}, view.call),
      listRounds(view.actor, {}, view.call),
      listIntroductionReports(view.actor, { status: 'open' }, view.call),
    ]);
    if (!held.ok || !unsure.ok || !bounced.ok || !claims.ok || !questions.ok) return c.notFound();
    if (!flags.ok || !rounds.ok || !reports.ok) return c.notFound();
    const announced = rounds.value.items.filter((one) => phaseAt(one, view.call.receivedAt) === 'announced');
    const complaints = await Promise.all(
      announced.map(({ id: roundId }) => listComplaints(view.actor, { roundId }, view.call)),
    );
    const waiting = [
      ...doorTo(view, 'held', held.value),
      ...doorTo(view, 'unsure', unsure.value),
      ...doorTo(view, 'bounced', bounced.value),
      ...doorTo(view, 'claimed', claims.value),
      ...doorTo(view, 'asked', questions.value),
      ...doorTo(view, 'reported', reports.value),
      ...flagDoors(view, flags.value),
      ...announced.flatMap((round, at) => {
        const listed = complaints[at];
        return listed?.ok ? complaintDoor(view, round, listed.value.items) : [];
      }),
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

/** A door where nobody looks at a complaint yet, for whoever may. */
const complaintDoor = (
  { t, language }: View,
  { id, name }: Round,
  items: readonly HandledComplaint[],
): Waiting[] => {
  const count = items.filter(
    ({ complaint, mayHandle }) => mayHandle && complaint.status === 'received',
  ).length;
  const words = t('messages.today.complained', { count, round: inLanguage(name, language) });
  return count === 0 ? [] : [{ path: `/staff/rounds/${id}/complaints`, words }];
};

const doors = {
  held: '/staff/outbox?status=held',
  unsure: '/staff/outbox?status=unsure',
  bounced: '/staff/outbox?status=bounced',
  claimed: '/staff/claims',
  asked: '/staff/questions',
  reported: '/staff/introductions',
} as const;

const doorTo = ({ t }: View, status: keyof typeof doors, { items, next }: Page<unknown>): Waiting[] => {
  if (items.length === 0) return [];
  const key = status === 'held' && next ? 'messages.today.held.more' : (`messages.today.${status}` as const);
  return [{ path: doors[status], words: t(key, { count: items.length }) }];
};
