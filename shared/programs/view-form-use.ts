import type { Applications } from '../applications/application.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { allOf } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import { type ClearancePorts, staffClearance } from '../reviews/staff-clearance.ts';
import { formNoOf } from './form-version.ts';
import type { Rounds } from './round.port.ts';

type Ports = ClearancePorts & {
  rounds: Pick<Rounds, 'find'>;
  applications: Pick<Applications, 'ofRound'>;
};

/** How many applications have a form: being written, and sent. */
export type FormUse = { readonly no: number; readonly drafts: number; readonly sent: number };
export type RoundFormUse = { readonly current: number; readonly forms: readonly FormUse[] };

/**
 * Which form a round's applications keep, for staff before they make another one. Of what was sent only what no
 * conflict keeps from them is counted. Walks the round's heads, linear.
 */
export const viewFormUse =
  (ports: Ports): UseCase<{ roundId: string }, RoundFormUse, NotFound> =>
  async (actor, { roundId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, applications, conflict] = await Promise.all([
      ports.rounds.find(roundId),
      allOf((position) => ports.applications.ofRound(roundId, position)),
      staffClearance(ports)(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const kept = applications.filter(({ status }) => status !== 'withdrawn');
    const drafts = kept.filter(({ status }) => status === 'draft' || status === 'returned');
    const sent = kept.filter((one) => !drafts.includes(one) && !conflict(one));
    const current = formNoOf(round);
    const of = (list: readonly { formVersion?: number }[], no: number) =>
      list.filter((one) => formNoOf(one) === no).length;
    return ok({
      current,
      forms: Array.from({ length: current }, (_, at) => at + 1).map((no) => ({
        no,
        drafts: of(drafts, no),
        sent: of(sent, no),
      })),
    });
  };
