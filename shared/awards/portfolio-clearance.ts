import type { Person } from '../kernel/actor.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { keepsFromCommitteeOnly } from '../reviews/staff-clearance.ts';
import type { KeptFromYou } from './award.errors.ts';
import { isBeforeCommittee } from './list-decisions.ts';
import { type FactsPorts, factsOfRound, type RoundFacts } from './portfolio-round.ts';
import type { Clearance } from './propose-decision.ts';

export type ClearedPorts = FactsPorts & { clearance: Clearance };

/**
 * The round's facts for a member of staff who may see all of it. A portfolio weighs each application against all others,
 * so there is no part of one for a person with a conflict, or with a review of their own still to submit.
 */
export const clearedRound = async (
  ports: ClearedPorts,
  person: Person,
  roundId: string,
): Promise<Result<RoundFacts, NotFound | KeptFromYou>> => {
  const [found, conflict] = await Promise.all([
    factsOfRound(ports, roundId),
    ports.clearance(person, roundId),
  ]);
  if (!found) return fail({ kind: 'not-found' });
  const isKept = found.sent.some((application) => {
    const why = conflict(application);
    // Nobody reviews a withdrawn one any more.
    return keepsFromCommitteeOnly(why) ? isBeforeCommittee(application) : why !== undefined;
  });
  return isKept ? fail({ kind: 'kept-from-you' }) : ok(found);
};
