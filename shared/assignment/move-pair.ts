import { isReviewerOf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { BreaksPlan, BrokenConstraint } from './assignment.errors.ts';
import type { Plans } from './plan.port.ts';
import { type BookPorts, planBook } from './plan-book.ts';
import type { PlanRecord } from './plan-record.ts';
import { movePlan } from './plan-steps.ts';
import { type Move, movedShelf, type PlanBook, placeOf, toldOf, weighMove } from './weigh-move.ts';

type Ports = BookPorts & { plans: Pick<Plans, 'save'> };
type Input = {
  roundId: string;
  planId: string;
  version: number;
  applicationId: string;
  from: string;
  to: string;
};
type Failures = NotFound | Conflict | Stale | StepRefused | BreaksPlan;

/** Staff give one place of a plan to another reviewer, as long as every hard constraint still holds. Nobody gets mail. */
export const movePair = (ports: Ports): UseCase<Input, PlanRecord, Failures> => {
  const open = planBook(ports);
  return async (actor, { roundId, planId, version, ...move }, { receivedAt }) => {
    const [opened, taker] = await Promise.all([
      open(actor, { roundId, planId, applicationId: move.applicationId }),
      ports.people.find(move.to),
    ]);
    if (!opened.ok) return opened;
    const { book, seen, kept, person } = opened.value;
    const refused = (constraint: BrokenConstraint) =>
      fail({ kind: 'breaks-plan', constraint: toldOf(kept.size === 0, constraint) } as const);
    const application = seen.get(move.applicationId);
    // The same move sent again, as by a second click: it stands already.
    if (version === book.plan.version - 1 && stands(book, move)) return ok(book.plan);
    const moved = movePlan(book.plan, { by: person.personId, at: receivedAt });
    if (!moved.ok) return moved;
    if (version !== book.plan.version) return fail({ kind: 'stale', current: book.plan.version });
    const weighed = weighMove(book, move);
    if (!weighed.ok) return refused(weighed.failure.constraint);
    const conflict = await ports.pairConflicts(roundId, taker ? [taker] : []);
    const isOut = !taker || !isReviewerOf(taker.actor, roundId);
    if (isOut || !application || conflict(move.to, application)) return refused('conflict');
    const shelf = movedShelf(book, move, weighed.value.score);
    const saved = await ports.plans.save({ ...moved.value, shelf });
    return saved.ok ? ok(moved.value.plan) : saved;
  };
};

const stands = (book: PlanBook, { applicationId, from, to }: Move) => {
  const pairs = placeOf(book, applicationId)?.row.pairs ?? [];
  const has = (id: string) => pairs.some(({ reviewerId }) => reviewerId === id);
  return has(to) && !has(from);
};
