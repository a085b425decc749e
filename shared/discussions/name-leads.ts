import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Discussions } from './discussion.port.ts';
import { withLead } from './name-lead.ts';
import { type RoundTablePorts, roundTable } from './round-table.ts';

type Ports = RoundTablePorts & { discussions: Pick<Discussions, 'save'> };

/**
 * Staff take the proposed lead wherever none was named yet, each in a transaction of its own. One that a colleague
 * names in the same moment stands; a second click finds nothing left to name. Nobody gets mail.
 */
export const nameLeads =
  (ports: Ports): UseCase<{ roundId: string }, { named: number }, NotFound> =>
  async (actor, { roundId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const table = await roundTable(ports)(actor, roundId);
    if (!table.ok) return table;
    const act = { by: actor.personId, at: receivedAt };
    let named = 0;
    for (const { application, discussion, proposedLeadId: reviewerId } of table.value.rows) {
      if (reviewerId === undefined) continue;
      const naming = { applicationId: application.id, roundId, reviewerId };
      const saved = await ports.discussions.save(withLead(discussion, naming, act));
      if (saved.ok) named += 1;
    }
    return ok({ named });
  };
