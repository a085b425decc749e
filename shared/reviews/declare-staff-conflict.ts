import type { Applications } from '../applications/application.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { StaffConflicts } from './staff-conflict.port.ts';
import { type StaffConflict, stepAside } from './staff-conflict.ts';

type Ports = { applications: Pick<Applications, 'find'>; staffConflicts: StaffConflicts };
type Input = { applicationId: string; reason: string };

/** A member of staff steps aside from one application, for good. Saying it twice keeps the first reason. */
export const declareStaffConflict =
  ({ applications, staffConflicts }: Ports): UseCase<Input, StaffConflict, NotFound | Conflict> =>
  async (actor, { applicationId, reason }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application) return fail({ kind: 'not-found' });
    const { personId } = actor;
    const { roundId } = application;
    const earlier = await staffConflicts.ofPerson(personId, roundId);
    const same = earlier.find((one) => one.applicationId === applicationId);
    if (same) return ok(same);

    const said = { applicationId, roundId, personId, reason };
    const { conflict, events } = stepAside(said, 'staff', receivedAt);
    const saved = await staffConflicts.declare(conflict, events);
    return saved.ok ? ok(conflict) : saved;
  };
