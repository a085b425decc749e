import type { Application } from '../applications/application.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Round } from '../programs/round.ts';
import { figuresOf } from '../ranking/round-figures.ts';
import { nameOf, namesOf } from '../reviews/reviewer-names.ts';
import type { RoundDiscussionStatus } from './round-discussion.ts';
import { type RoundTablePorts, roundTable } from './round-table.ts';

export type DiscussedApplication = Pick<Application, 'id' | 'title' | 'pair' | 'status'> & {
  readonly receipt: string;
  readonly posts: number;
  /** Reviews that are in. */
  readonly submitted: number;
  /** Points; absent while none is in. */
  readonly mean?: number | undefined;
  readonly spread?: number | undefined;
  readonly lead?: string | undefined;
  /** Who might lead where nobody was named. */
  readonly proposedLead?: string | undefined;
};
export type RoundDiscussionView = {
  readonly round: Round;
  readonly status: RoundDiscussionStatus;
  readonly version: number;
  readonly movedAt?: string | undefined;
  /** By receipt. */
  readonly items: readonly DiscussedApplication[];
  /** Reviewers with a review in: whom the mail about the opening reaches. */
  readonly told: number;
  readonly kept: number;
};

/** A round's discussion for staff: who leads, how much was said, how far reviewers lie apart. Linear. */
export const viewRoundDiscussion =
  (ports: RoundTablePorts): UseCase<{ roundId: string }, RoundDiscussionView, NotFound> =>
  async (actor, { roundId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const table = await roundTable(ports)(actor, roundId);
    if (!table.ok) return table;
    const { round, roundDiscussion, rows, reviews, people, kept } = table.value;
    const known = new Map([...people].map(([id, person]) => [id, nameOf(person)]));
    const leads = rows.flatMap(
      ({ discussion, proposedLeadId }) => discussion?.lead?.reviewerId ?? proposedLeadId ?? [],
    );
    // Only who is no reviewer any more is left to be asked for.
    const names = new Map([
      ...known,
      ...(await namesOf(
        ports.people,
        leads.filter((id) => !known.has(id)),
      )),
    ]);
    const standings = new Map(figuresOf(round, reviews).map((one) => [one.applicationId, one]));
    const named = (id: string | undefined) => (id === undefined ? undefined : (names.get(id) ?? ''));
    const submitted = reviews.filter(({ status }) => status === 'submitted');
    return ok({
      round,
      status: roundDiscussion?.status ?? 'not-open',
      version: roundDiscussion?.version ?? 0,
      movedAt: roundDiscussion?.at,
      items: rows.map(({ application, receipt, discussion, proposedLeadId }) => {
        const { id, title, pair, status } = application;
        const standing = standings.get(id);
        return {
          ...{ id, title, pair, status, receipt },
          posts: discussion?.posts ?? 0,
          submitted: standing?.submitted ?? 0,
          mean: standing?.mean,
          spread: standing?.spread,
          lead: named(discussion?.lead?.reviewerId),
          proposedLead: named(proposedLeadId),
        };
      }),
      told: new Set(submitted.map(({ reviewerId }) => people.get(reviewerId)?.account.id ?? reviewerId)).size,
      kept,
    });
  };
