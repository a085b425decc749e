import type { Applications } from '../applications/application.port.ts';
import { decideApplication } from '../applications/application-steps.ts';
import type { Clock } from '../kernel/clock.ts';
import { allOf } from '../kernel/page.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Decisions } from './decision.port.ts';
import { announceDecision } from './decision-steps.ts';
import type { Letters } from './letter.port.ts';
import type { LetterBook } from './letter.ts';
import { isBeforeCommittee } from './list-decisions.ts';
import type { RemarksShelf } from './remarks.port.ts';
import { hasFeedback } from './remarks.ts';
import { letterTo, ownersOf, type Recipients } from './write-letter.ts';

type Ports = {
  applications: Pick<Applications, 'ofRound' | 'find'>;
  rounds: Pick<Rounds, 'find'>;
  decisions: Pick<Decisions, 'find' | 'announce'>;
  people: Recipients;
  letters: Pick<Letters, 'book'>;
  remarks: Pick<RemarksShelf, 'find'>;
  clock: Clock;
};

const by = 'system:announcement';

/**
 * Moves every decided application of an announced round, each with its decision and its held letters in one
 * transaction. Safe to run again: what has moved is left alone. Answers how many moved; throws where one could not, or
 * was proposed anew in the moment of the announcement, once all others have moved: its queue brings the task back, and a
 * certificate by then moves that one too.
 */
export const applyAnnouncement =
  (ports: Ports) =>
  async (roundId: string): Promise<number> => {
    const [round, book] = await Promise.all([ports.rounds.find(roundId), ports.letters.book(roundId)]);
    if (!round?.announcedAt) return 0;
    const listed = await allOf((position) => ports.applications.ofRound(roundId, position));
    let moved = 0;
    const left: string[] = [];
    for (const { id } of listed) {
      const became = await move(ports, { round, book }, id);
      if (became === 'moved') moved += 1;
      if (became === 'left') left.push(id);
    }
    if (left.length > 0) throw new Error(`Announced without a certified decision: ${left.join(', ')}`);
    return moved;
  };

type Announced = { readonly round: Round; readonly book: LetterBook };

/** `settled`: nothing to move, or moved before. `left`: it stands before the committee and its certificate is gone. */
type Became = 'moved' | 'settled' | 'left';

const move = async (ports: Ports, { round, book }: Announced, applicationId: string): Promise<Became> => {
  const [application, decision, remarks] = await Promise.all([
    ports.applications.find(applicationId),
    ports.decisions.find(applicationId),
    ports.remarks.find(applicationId),
  ]);
  if (!application || !isBeforeCommittee(application) || application.outcome) return 'settled';
  if (decision?.status === 'announced') return 'settled';
  if (decision?.status !== 'certified') return 'left';

  const now = ports.clock();
  const { decision: kind, amountCents } = decision;
  const stepped = decideApplication(application, { decision: kind, amountCents }, { by, at: now });
  const announced = announceDecision(decision);
  if (!stepped.ok || !announced.ok)
    throw new Error(`${applicationId} cannot be announced from ${application.status}`);
  const owners = await ownersOf(ports.people, application.organisationId);
  const told = hasFeedback(remarks);
  const of = { round, application, kind, amountCents, book, hasFeedback: told, cause: [], now };
  const saved = await ports.decisions.announce({
    application: stepped.value,
    decision: announced.value,
    letters: owners.map((account) => letterTo(account, of, by)),
  });
  if (saved.ok) return 'moved';
  // A task that came twice: the other one has moved it.
  if ((await ports.decisions.find(applicationId))?.status === 'announced') return 'settled';
  throw new Error(`${applicationId} was not announced: ${saved.failure.kind}`);
};
