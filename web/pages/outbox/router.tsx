import { type Context, Hono } from 'hono';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { HeldLetters } from '../../../shared/messages/count-held.ts';
import type { OutboxPage as Listed, OutboxEntry } from '../../../shared/messages/list-messages.ts';
import { type MessageStatus, messageStatuses } from '../../../shared/messages/message.ts';
import { type Settlement, settlements } from '../../../shared/messages/settle-message.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { OutboxPage, type WaitingRound } from './outbox-page.tsx';

export type OutboxUseCases = {
  listMessages: UseCase<{ status: MessageStatus; cursor?: string | undefined }, Listed, Failure>;
  settleMessage: UseCase<{ messageId: string; action: Settlement; version: number }, unknown, Failure>;
  releaseLetters: UseCase<{ roundId: string }, unknown, Failure>;
  countHeld: UseCase<{ roundId: string }, HeldLetters, Failure>;
  viewRound: UseCase<{ roundId: string }, Round, Failure>;
};

const statusOf = (text: string | undefined): MessageStatus =>
  messageStatuses.find((status) => status === text) ?? 'held';

/** What waits for a person and what went out. */
export const outboxPages = (useCases: OutboxUseCases) => {
  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const status = statusOf(c.req.query('status'));
    const cursor = c.req.query('cursor');
    const listed = await useCases.listMessages(view.actor, { status, cursor }, view.call);
    // A cursor that is none of ours: the list from its start.
    if (!listed.ok)
      return listed.failure.kind === 'invalid-input'
        ? seeOther(c, `/staff/outbox?status=${status}`)
        : c.notFound();
    const rounds = await roundsOf(useCases, view, listed.value.items);
    return render(
      c,
      <OutboxPage
        view={view}
        status={status}
        page={listed.value}
        waiting={status === 'held' ? await waitingOf(useCases, view, rounds) : []}
        demo={rounds.some(({ demo }) => demo)}
        failure={failure}
      />,
      failure,
    );
  };

  return new Hono<Site>()
    .get('/staff/outbox', (c) => page(c))
    .post('/staff/outbox', async (c) => {
      const { actor, typed, call } = viewOf(c);
      const action = typed.text('action');
      const settlement = settlements.find((one) => one === action);
      const messageId = typed.id('messageId');
      const version = Number(typed.text('version'));
      const done =
        action === 'release-all'
          ? await useCases.releaseLetters(actor, { roundId: typed.id('roundId') }, call)
          : settlement
            ? await useCases.settleMessage(actor, { messageId, action: settlement, version }, call)
            : fail({ kind: 'invalid-input', fields: [{ path: 'action', code: 'required' }] });
      return done.ok
        ? seeOther(c, `/staff/outbox?status=${statusOf(c.req.query('status'))}`)
        : page(c, done.failure);
    });
};

const roundsOf = async ({ viewRound }: OutboxUseCases, view: View, entries: readonly OutboxEntry[]) => {
  const ids = [...new Set(entries.flatMap(({ roundId }) => roundId ?? []))];
  const seen = await Promise.all(ids.map((roundId) => viewRound(view.actor, { roundId }, view.call)));
  return seen.flatMap((one) => (one.ok ? [one.value] : []));
};

const waitingOf = async (
  { countHeld }: OutboxUseCases,
  view: View,
  rounds: readonly Round[],
): Promise<readonly WaitingRound[]> => {
  const counted = await Promise.all(
    rounds.map(async ({ id, name }) => {
      const held = await countHeld(view.actor, { roundId: id }, view.call);
      return { id, name: inLanguage(name, view.language), held: held.ok ? held.value : undefined };
    }),
  );
  return counted.flatMap(({ held, ...round }) => (held && held.count > 0 ? [{ ...round, held }] : []));
};
