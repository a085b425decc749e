import * as z from 'zod';
import { isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { proseSchema } from '../kernel/text.ts';
import { instantOf, localTimeSchema } from '../kernel/zoned-time.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Applications } from './application.port.ts';
import type { Application, ApplicationStatus } from './application.ts';
import { hasTaken, returnApplicationAs } from './application-steps.ts';

/** What staff ask for, and until when: local time in the round's zone, inclusive. */
export const returnSchema = z.strictObject({
  reason: proseSchema(1000).pipe(z.string().min(1)),
  until: localTimeSchema,
});

/** Whether nothing keeps this person from the application; the reviews area knows. */
type IsClear = (person: Person, application: Application) => Promise<boolean>;

type Ports = {
  applications: Pick<Applications, 'find' | 'save'>;
  rounds: Pick<Rounds, 'find'>;
  isClear: IsClear;
};
type Input = z.output<typeof returnSchema> & { applicationId: string };

/** Staff give a submission back for changes, with a reason and a date of its own. Its editors are told by mail. */
export const returnApplication =
  ({
    applications,
    rounds,
    isClear,
  }: Ports): UseCase<
    Input,
    { status: ApplicationStatus },
    NotFound | Conflict | StepRefused | InvalidInput
  > =>
  async (actor, { applicationId, reason, until }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const application = await applications.find(applicationId);
    if (!application || application.status === 'draft') return fail({ kind: 'not-found' });
    const [round, clear] = await Promise.all([rounds.find(application.roundId), isClear(actor, application)]);
    if (!clear) return fail({ kind: 'not-found' });
    if (!round) throw new Error(`Application ${applicationId} is in no round`);
    // The same click twice; what a colleague asks for is not to vanish behind it.
    if (hasTaken(application, 'return') && application.returned?.reason === reason)
      return ok({ status: application.status });

    if (round.cancelled) return fail({ kind: 'step-refused', current: 'cancelled', action: 'return' });
    const instant = instantOf(until, round.zone);
    if (instant <= receivedAt)
      return fail({ kind: 'invalid-input', fields: [{ path: 'until', code: 'in-the-past' }] });
    const returned = { reason, until: instant.toISOString() };
    const stepped = returnApplicationAs(application, returned, { by: actor.personId, at: receivedAt });
    if (!stepped.ok) return stepped;
    const saved = await applications.save(stepped.value);
    return saved.ok ? ok({ status: stepped.value.application.status }) : saved;
  };
