import type { Application } from '../applications/application.ts';
import { isReviewerOf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { nameOf } from '../reviews/reviewer-names.ts';
import type { BrokenConstraint } from './assignment.errors.ts';
import { type BookPorts, planBook } from './plan-book.ts';
import { toldOf, type Weighed, weighMove } from './weigh-move.ts';

type Ports = BookPorts & { rounds: Pick<Rounds, 'find'> };
type Input = { roundId: string; planId: string; applicationId: string; from: string };

/** What the whole would gain or lose; its sums only for one who may see every row they are made of. */
export type Cost = Pick<Weighed, 'score'> &
  Partial<Pick<Weighed, 'total' | 'worst'>> & { readonly difference: number };

/** One who could take the place: what it would cost, or what would be broken. */
export type Candidate = {
  readonly reviewerId: string;
  readonly name: string;
  readonly cost: Cost | undefined;
  readonly breaks: BrokenConstraint | undefined;
};
export type Moves = {
  readonly round: Round;
  readonly planId: string;
  readonly version: number;
  readonly application: Pick<Application, 'id' | 'pair' | 'title'>;
  readonly from: { readonly reviewerId: string; readonly name: string };
  /** Those who can take it first, the least costly first of them. */
  readonly candidates: readonly Candidate[];
  /** Whether figures of the whole are shown: not to one who is kept from some application. */
  readonly isWhole: boolean;
};

/** Everyone who could stand in one place of a plan, with what it would cost before it is done. */
export const weighMoves = (ports: Ports): UseCase<Input, Moves, NotFound> => {
  const open = planBook(ports);
  return async (actor, input) => {
    const [opened, round] = await Promise.all([open(actor, input), ports.rounds.find(input.roundId)]);
    if (!opened.ok) return opened;
    const { book, seen, kept } = opened.value;
    const isWhole = kept.size === 0;
    const application = seen.get(input.applicationId);
    if (!round || !application) return fail({ kind: 'not-found' });
    const ids = [...new Set([input.from, ...book.reviewers.map(({ id }) => id)])];
    const found = await Promise.all(ids.map((id) => ports.people.find(id)));
    const known = new Map(found.flatMap((one) => (one ? [[one.actor.personId, one] as const] : [])));
    const conflict = await ports.pairConflicts(input.roundId, [...known.values()]);
    const candidates = book.reviewers
      .filter(({ id }) => id !== input.from)
      .map(({ id }): Candidate => {
        const person = known.get(id);
        const { applicationId, from } = input;
        const weighed = weighMove(book, { applicationId, from, to: id });
        const isOut =
          !person || !isReviewerOf(person.actor, input.roundId) || conflict(id, application) !== undefined;
        const broken = isOut ? 'conflict' : weighed.ok ? undefined : weighed.failure.constraint;
        const cost = !broken && weighed.ok ? costOf(weighed.value, isWhole) : undefined;
        return { reviewerId: id, name: nameOf(person), cost, breaks: broken && toldOf(isWhole, broken) };
      });
    const gain = ({ cost }: Candidate) => cost?.difference ?? -Infinity;
    const { id, pair, title } = application;
    return ok({
      round,
      planId: input.planId,
      version: book.plan.version,
      application: { id, pair, title },
      from: { reviewerId: input.from, name: nameOf(known.get(input.from)) },
      candidates: candidates.toSorted(
        (one, other) => byGain(gain(one), gain(other)) || (one.name < other.name ? -1 : 1),
      ),
      isWhole,
    });
  };
};

const costOf = ({ score, total, worst }: Weighed, isWhole: boolean): Cost => ({
  score,
  difference: total.after - total.before,
  ...(isWhole && { total, worst }),
});

// Two that cannot: their difference would be no number.
const byGain = (one: number, other: number) => (one === other ? 0 : other - one);
