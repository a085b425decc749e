import type { Applications } from '../applications/application.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { instantOf } from '../kernel/zoned-time.ts';
import type { Messages } from '../messages/message.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { NotDueYet } from './award.errors.ts';
import type { Letters } from './letter.port.ts';
import type { LetterBook } from './letter.ts';
import { setAnswerDateOf } from './letter-steps.ts';
import type { Clearance } from './propose-decision.ts';
import { letterTo, ownersOf, type Recipients } from './write-letter.ts';

type Ports = {
  applications: Pick<Applications, 'allSent' | 'find'>;
  rounds: Pick<Rounds, 'find'>;
  people: Recipients;
  letters: Pick<Letters, 'book' | 'saveAnswerDate'>;
  messages: Pick<Messages, 'save'>;
  clearance: Clearance;
};
/** `answerBy` is the new date; `version` that of the date that has passed. */
type Input = { roundId: string; answerBy: string; version: number };
type Refusal = NotFound | Conflict | Stale | StepRefused | InvalidInput | NotDueYet;

/**
 * Once the date to answer by has passed: sets a new one and writes a held letter to every owner of an award that was
 * not answered, once for each date however often it is asked for. What this person conflicts with is left to others.
 * Nobody gets mail: the letters wait for a person to release them.
 */
export const requestConfirmations =
  (ports: Ports): UseCase<Input, { written: number }, Refusal> =>
  async (actor, { roundId, answerBy, version }, { receivedAt: now }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, listed, conflict, found] = await Promise.all([
      ports.rounds.find(roundId),
      ports.applications.allSent(roundId, 'awarded'),
      ports.clearance(actor, roundId),
      ports.letters.book(roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    if (!round.announcedAt)
      return fail({ kind: 'step-refused', current: 'closed', action: 'ask-to-confirm' });
    const act = { by: actor.personId, now };
    const moved = await withNewDate(ports, { round, book: found, answerBy, version }, act);
    if (!moved.ok) return moved;

    let written = 0;
    for (const { id } of listed.filter((one) => !conflict(one))) {
      // The index may lag: the item itself says whether the award still waits for its answer.
      const application = await ports.applications.find(id);
      if (application?.status !== 'awarded') continue;
      const of = {
        ...{ round, application, now, book: moved.value, hasFeedback: false },
        kind: 'please-confirm',
        amountCents: application.outcome?.amountCents ?? 0,
        cause: ['please-confirm', answerBy],
      } as const;
      for (const account of await ownersOf(ports.people, application.organisationId)) {
        const saved = await ports.messages.save(letterTo(account, of, actor.personId));
        if (saved.ok) written += 1;
      }
    }
    return ok({ written });
  };

type Asked = { round: Round; book: LetterBook; answerBy: string; version: number };

/** The book with the new date. One who asks again with the same date goes on where the first time ended. */
const withNewDate = async (
  { letters }: Pick<Ports, 'letters'>,
  { round, book, answerBy, version }: Asked,
  act: { by: string; now: Date },
): Promise<Result<LetterBook, Refusal>> => {
  const { answerDate: earlier } = book;
  if (!earlier) return fail({ kind: 'step-refused', current: 'no-date', action: 'ask-to-confirm' });
  if (earlier.version === version + 1 && earlier.answerBy === answerBy) return ok(book);
  if (earlier.version !== version) return fail({ kind: 'stale', current: earlier.version });
  const until = instantOf(earlier.answerBy, round.zone);
  if (act.now <= until) return fail({ kind: 'not-due-yet', until: until.toISOString() });
  const set = setAnswerDateOf({ round, earlier }, answerBy, act);
  if (!set.ok) return set;
  const saved = await letters.saveAnswerDate(set.value);
  return saved.ok ? ok({ ...book, answerDate: set.value.answerDate }) : saved;
};
