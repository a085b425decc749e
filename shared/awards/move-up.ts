import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { decideApplication } from '../applications/application-steps.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import type { KeptFromYou, OverEnvelope } from './award.errors.ts';
import type { DecisionChange, Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import { announceDecision } from './decision-steps.ts';
import { standingAwards, withinEnvelope } from './envelope.ts';
import type { Letters } from './letter.port.ts';
import type { LetterKind } from './letter.ts';
import type { RemarksShelf } from './remarks.port.ts';
import { hasFeedback } from './remarks.ts';
import { letterTo, ownersOf, type Recipients } from './write-letter.ts';

export type MoveUpPorts = {
  applications: Pick<Applications, 'allSent' | 'many'>;
  decisions: Pick<Decisions, 'announce'>;
  people: Recipients;
  letters: Pick<Letters, 'book'>;
  remarks: Pick<RemarksShelf, 'find'>;
};

type Move = {
  readonly application: Application;
  readonly round: Round;
  /** The certificate, not stored yet. */
  readonly certified: DecisionChange;
  /** What keeps the certifier from an application of the round. */
  readonly conflict: (application: Application) => string | undefined;
  readonly by: string;
  readonly now: Date;
};

/**
 * After the announcement a certificate on a waitlisted application is its outcome: certificate, outcome and held
 * letters in one transaction. An award only within what is free now. Nobody gets mail.
 */
export const moveUp = async (
  ports: MoveUpPorts,
  { application, round, certified, conflict, by, now }: Move,
): Promise<Result<Decision, NotFound | Conflict | StepRefused | OverEnvelope | KeptFromYou>> => {
  const { decision: kind, amountCents } = certified.decision;
  const [book, remarks, owners, free] = await Promise.all([
    ports.letters.book(round.id),
    ports.remarks.find(application.id),
    ownersOf(ports.people, application.organisationId),
    kind === 'award' ? isFree(ports, { round, amountCents, conflict }) : ok(undefined),
  ]);
  if (!free.ok) return free;
  const stepped = decideApplication(application, { decision: kind, amountCents }, { by, at: now });
  if (!stepped.ok) return stepped;
  const announced = announceDecision(certified.decision);
  if (!announced.ok) return announced;
  // Certified and announced in one write: the version goes up by one.
  const decision: Decision = { ...announced.value.decision, version: certified.decision.version };
  const told = hasFeedback(remarks);
  const letter: LetterKind = kind === 'award' ? 'please-confirm' : kind;
  const cause = [String(decision.version)];
  const of = { round, application, kind: letter, amountCents, book, hasFeedback: told, cause, now };
  const saved = await ports.decisions.announce({
    application: stepped.value,
    decision: { decision, events: certified.events },
    letters: owners.map((account) => letterTo(account, of, by)),
    // The envelope was counted on this version: another move in the same moment finds it gone, and counts again.
    ...(kind === 'award' && { round: { round: { ...round, version: round.version + 1 }, events: [] } }),
  });
  return saved.ok ? ok(decision) : saved;
};

/** Read from the table itself: an index may not know yet of an award that was given a moment ago. */
const isFree = async (
  { applications }: Pick<MoveUpPorts, 'applications'>,
  { round, amountCents, conflict }: { round: Round; amountCents: number } & Pick<Move, 'conflict'>,
) => {
  const listed = await applications.allSent(round.id);
  const standing = standingAwards(await applications.many(listed.map(({ id }) => id)));
  return withinEnvelope(round, [
    { amountCents, seen: true },
    ...standing.map((one) => ({ amountCents: one.outcome?.amountCents ?? 0, seen: !conflict(one) })),
  ]);
};
