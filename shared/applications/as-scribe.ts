import { type Actor, isStaff, membership, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Applications } from './application.port.ts';
import type { Application } from './application.ts';
import { isEditable } from './application-actions.ts';
import { hasTyped } from './paper.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  /** Whether nothing keeps this person from the application; the reviews area knows. */
  isClear: (person: Person, application: Application) => Promise<boolean>;
};

/**
 * The one door by which staff write an application: only what came on paper, only without a conflict; any of them while it
 * is held, and once it is sent those who typed it. It holds for this one call. Everybody else goes on as who they are.
 */
export const asScribe =
  ({ applications, isClear }: Ports) =>
  <Input extends { applicationId: string }, Output, Failure extends { kind: string }>(
    run: UseCase<Input, Output, Failure>,
  ): UseCase<Input, Output, Failure> => {
    const letIn = async (actor: Actor, applicationId: string): Promise<Actor> => {
      if (!isStaff(actor)) return actor;
      const application = await applications.find(applicationId);
      if (!application?.paper || membership(actor, application.organisationId)) return actor;
      const concerned = isEditable(application) || hasTyped(actor, application.paper);
      return concerned && (await isClear(actor, application))
        ? { ...actor, scribeOf: application.id }
        : actor;
    };
    return async (actor, input, call) => run(await letIn(actor, input.applicationId), input, call);
  };
