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

/** As a scribe, where they are let in; as who they are otherwise. */
const letIn =
  ({ applications, isClear }: Ports) =>
  async (actor: Actor, applicationId: string): Promise<Actor> => {
    if (!isStaff(actor)) return actor;
    const application = await applications.find(applicationId);
    if (!application?.paper || membership(actor, application.organisationId)) return actor;
    const concerned = isEditable(application) || hasTyped(actor, application.paper);
    return concerned && (await isClear(actor, application)) ? { ...actor, scribeOf: application.id } : actor;
  };

type Of = { applicationId: string };

/**
 * The one door by which staff write an application: only what came on paper, only without a conflict; any of them while it
 * is held, and once it is sent those who typed it. It holds for this one call. Everybody else goes on as who they are.
 */
export const asScribe =
  (ports: Ports) =>
  <Input extends Of, Output, Failure extends { kind: string }>(
    run: UseCase<Input, Output, Failure>,
  ): UseCase<Input, Output, Failure> =>
  async (actor, input, call) =>
    run(await letIn(ports)(actor, input.applicationId), input, call);

/** The same for what changes nothing: it runs beside the question, so that nobody waits longer for its being asked. */
export const readAsScribe =
  (ports: Ports) =>
  <Input extends Of, Output, Failure extends { kind: string }>(
    run: UseCase<Input, Output, Failure>,
  ): UseCase<Input, Output, Failure> =>
  async (actor, input, call) => {
    const [own, entered] = await Promise.all([
      run(actor, input, call),
      letIn(ports)(actor, input.applicationId),
    ]);
    return entered === actor ? own : run(entered, input, call);
  };
