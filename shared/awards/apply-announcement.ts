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
 * transaction. Safe to run again: what has moved is left alone. Answers how many moved; throws where one could not,
 * so that its queue brings the task back.
 */
export const applyAnnouncement =
  (ports: Ports) =>
  async (roundId: string): Promise<number> => {
    const [round, book] = await Promise.all([ports.rounds.find(roundId), ports.letters.book(roundId)]);
    if (!round?.announcedAt) return 0;
    const listed = await allOf((position) => ports.applications.ofRound(roundId, position));
    let moved = 0;
    for (const { id } of listed) if (await move(ports, { round, book }, id)) moved += 1;
    return moved;
  };

type Announced = { readonly round: Round; readonly book: LetterBook };

const move = async (ports: Ports, { round, book }: Announced, applicationId: string): Promise<boolean> => {
  const [application, decision, remarks] = await Promise.all([
    ports.applications.find(applicationId),
    ports.decisions.find(applicationId),
    ports.remarks.find(applicationId),
  ]);
  if (!application || decision?.status !== 'certified' || application.status === 'withdrawn') return false;

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
  if (!saved.ok) throw new Error(`${applicationId} was not announced: ${saved.failure.kind}`);
  return true;
};
