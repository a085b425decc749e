import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Cursors } from '../table/cursor.ts';
import type { Rounds } from './round.port.ts';
import { leadingAsia } from './round.ts';
import { type SeenRound, seenAt } from './view-round.ts';

type Ports = { rounds: Pick<Rounds, 'list'>; cursors: Cursors };
type Input = { cursor?: string | undefined };
type List = UseCase<Input, Page<SeenRound>, NotFound | InvalidInput>;

const listRoundsFor =
  ({ rounds, cursors }: Ports, scope: string): List =>
  async (_actor, { cursor }, { receivedAt }) => {
    const position = cursor && cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const page = await rounds.list(leadingAsia, position);
    return ok({
      items: page.items.map((round) => seenAt(round, receivedAt)),
      ...(page.next && { next: cursors.seal(scope, page.next) }),
    });
  };

/** All rounds, drafts too, newest opening first; for staff. */
export const listRounds = (ports: Ports): List => {
  const list = listRoundsFor(ports, 'rounds:staff');
  return async (actor, input, call) =>
    isStaff(actor) ? list(actor, input, call) : fail({ kind: 'not-found' });
};

/** Published rounds in every phase, newest opening first; for everyone. */
export const listOpenRounds = (ports: Ports): List => {
  const list = listRoundsFor(ports, 'rounds:public');
  return async (actor, input, call) => {
    const page = await list(actor, input, call);
    // A page may come out shorter than asked for; drafts are few and no key could leave them out.
    return page.ok
      ? ok({ ...page.value, items: page.value.items.filter(({ status }) => status === 'published') })
      : page;
  };
};
