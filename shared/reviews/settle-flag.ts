import type { Applications } from '../applications/application.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Flags } from './flag.port.ts';
import { type Flag, settle } from './flag.ts';
import { applicationIdOf } from './review.ts';
import { type ClearancePorts, committeeClearance } from './staff-clearance.ts';

type Ports = ClearancePorts & {
  applications: Pick<Applications, 'find'>;
  flags: Pick<Flags, 'find' | 'save'>;
};
type Input = { reviewId: string; flagId: string; version: number; note: string };

/** Staff without a conflict, and without a review of it to write, answer a flag and close it; its reviewer reads the note. Nobody gets mail. */
export const settleFlag =
  (ports: Ports): UseCase<Input, Flag, NotFound | Conflict | Stale | StepRefused> =>
  async (actor, { reviewId, flagId, version, note }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const flag = await ports.flags.find({ applicationId: applicationIdOf(reviewId), reviewId, id: flagId });
    if (!flag) return fail({ kind: 'not-found' });
    const { applicationId, roundId } = flag;
    const [application, conflict] = await Promise.all([
      ports.applications.find(applicationId),
      committeeClearance(ports)(actor, roundId),
    ]);
    if (!application || conflict(application)) return fail({ kind: 'not-found' });
    // A second click finds its own note there.
    if (flag.status === 'settled' && flag.note === note && flag.settledBy === actor.personId) return ok(flag);
    const settled = settle(flag, { note, version }, { by: actor.personId, at: receivedAt });
    if (!settled.ok) return settled;
    const saved = await ports.flags.save(settled.value);
    return saved.ok ? ok(settled.value.flag) : saved;
  };
