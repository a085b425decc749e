import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Mailings } from './mailing.port.ts';
import type { Mailing, MailingWords } from './mailing.ts';
import { edit, newMailing } from './mailing-steps.ts';
import type { RosterFilter } from './roster-filter.ts';

type Ports = { mailings: Pick<Mailings, 'find' | 'save'>; rounds: Pick<Rounds, 'find'> };

const wordsIn = ({ subject, body, to }: MailingWords): MailingWords => ({ subject, body, to });

/** Staff begin a mail to what they have filtered. It is looked at before anyone gets it; so far nobody does. */
export const writeMailing =
  (
    ports: Ports,
  ): UseCase<MailingWords & { roundId: string; filter: RosterFilter }, Mailing, NotFound | Conflict> =>
  async (actor, { roundId, filter, ...words }, { receivedAt, idempotencyKey }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const id = deriveId('mailing', roundId, actor.personId, idempotencyKey);
    const [round, before] = await Promise.all([ports.rounds.find(roundId), ports.mailings.find(id)]);
    if (!round) return fail({ kind: 'not-found' });
    if (before) return ok(before);
    const change = newMailing(
      { ...wordsIn(words), id, roundId, filter },
      { by: actor.personId, at: receivedAt },
    );
    const saved = await ports.mailings.save(change);
    return saved.ok ? ok(change.mailing) : saved;
  };

/** Its words anew, while nobody has asked for it. */
export const editMailing =
  (
    ports: Pick<Ports, 'mailings'>,
  ): UseCase<
    MailingWords & { mailingId: string; version: number },
    Mailing,
    NotFound | Conflict | Stale | StepRefused
  > =>
  async (actor, { mailingId, version, ...words }, { receivedAt }) => {
    const mailing = isStaff(actor) ? await ports.mailings.find(mailingId) : undefined;
    if (!isStaff(actor) || !mailing) return fail({ kind: 'not-found' });
    if (mailing.version !== version) return fail({ kind: 'stale', current: mailing.version });
    const edited = edit(mailing, wordsIn(words), { by: actor.personId, at: receivedAt });
    if (!edited.ok) return edited;
    const saved = await ports.mailings.save(edited.value);
    return saved.ok ? ok(edited.value.mailing) : saved;
  };
