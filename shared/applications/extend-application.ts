import type * as z from 'zod';
import { isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { instantOf } from '../kernel/zoned-time.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Applications } from './application.port.ts';
import { type Application, receiptNumber } from './application.ts';
import { lastInstantOf } from './application-actions.ts';
import type { extensionEndSchema, extensionTermsSchema } from './extension.ts';
import { endExtensionAs, extendApplicationAs, extensionRefusal } from './extension-steps.ts';

type Finding = {
  applications: Pick<Applications, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  /** Whether nothing keeps this person from the application; the reviews area knows. */
  isClear: (person: Person, application: Application) => Promise<boolean>;
};
type Ports = Finding & { applications: Pick<Applications, 'find' | 'save'> };
type Of = { applicationId: string };
type Edit = Of & { version: number };
type Refusal = NotFound | Conflict | Stale | StepRefused | InvalidInput;

/** Of an application that its applicant still holds, staff learn what giving it time needs, and no word of its text. */
export type ExtensionView = Pick<
  Application,
  'id' | 'version' | 'roundId' | 'pair' | 'status' | 'extension'
> & {
  readonly number: string;
  readonly lastInstant: string;
  readonly mayExtend: boolean;
};
export type ExtensionSheet = ExtensionView & { readonly organisation: string; readonly round: Round };

export const extensionView = (application: Application, round: Round): ExtensionView => {
  const { id, version, roundId, pair, status, extension } = application;
  return {
    id,
    version,
    roundId,
    pair,
    status,
    ...(extension && { extension }),
    number: receiptNumber(id),
    lastInstant: lastInstantOf(application, round).toISOString(),
    mayExtend: extensionRefusal(application, round, 'extend') === undefined,
  };
};

/** Nothing, where something keeps this person from the application. */
const around = async (
  { rounds, isClear }: Pick<Finding, 'rounds' | 'isClear'>,
  person: Person,
  application: Application,
) => {
  const [round, clear] = await Promise.all([rounds.find(application.roundId), isClear(person, application)]);
  return round && clear ? { application, round } : undefined;
};

const found = async (ports: Finding, person: Person, applicationId: string) => {
  const application = await ports.applications.find(applicationId);
  return application && around(ports, person, application);
};

/** Staff without a conflict give one application more time, before or after the close. Owners and editors get one mail. */
export const extendApplication =
  (ports: Ports): UseCase<Edit & z.output<typeof extensionTermsSchema>, ExtensionView, Refusal> =>
  async (actor, { applicationId, version, until, reason }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const here = await found(ports, actor, applicationId);
    if (!here) return fail({ kind: 'not-found' });
    const { application, round } = here;
    const instant = instantOf(until, round.zone);
    // The same click twice finds what the first has granted.
    const { extension } = application;
    if (
      application.version === version + 1 &&
      extension?.until === instant.toISOString() &&
      extension.reason === reason &&
      !extension.ended
    )
      return ok(extensionView(application, round));
    if (application.version !== version) return fail({ kind: 'stale', current: application.version });

    const act = { by: actor.personId, at: receivedAt };
    const extended = extendApplicationAs(application, round, { until: instant, reason }, act);
    if (!extended.ok) return extended;
    const saved = await ports.applications.save(extended.value);
    return saved.ok ? ok(extensionView(extended.value.application, round)) : saved;
  };

/** Staff take more time back before it has passed, with a reason. Owners and editors get one mail. */
export const endExtension =
  (ports: Ports): UseCase<Edit & z.output<typeof extensionEndSchema>, ExtensionView, Refusal> =>
  async (actor, { applicationId, version, reason }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const here = await found(ports, actor, applicationId);
    if (!here) return fail({ kind: 'not-found' });
    const { application, round } = here;
    if (application.version === version + 1 && application.extension?.ended?.reason === reason)
      return ok(extensionView(application, round));
    if (application.version !== version) return fail({ kind: 'stale', current: application.version });

    const ended = endExtensionAs(application, round, reason, { by: actor.personId, at: receivedAt });
    if (!ended.ok) return ended;
    const saved = await ports.applications.save(ended.value);
    return saved.ok ? ok(extensionView(ended.value.application, round)) : saved;
  };

/** What an application's time is, and whether it may be given more; for staff without a conflict. */
export const viewExtension =
  (
    ports: Finding & { directory: Pick<PartnershipDirectory, 'organisation'> },
  ): UseCase<Of, ExtensionSheet, NotFound> =>
  async (actor, { applicationId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const application = await ports.applications.find(applicationId);
    if (!application) return fail({ kind: 'not-found' });
    const [here, organisation] = await Promise.all([
      around(ports, actor, application),
      ports.directory.organisation(application.organisationId),
    ]);
    if (!here) return fail({ kind: 'not-found' });
    return ok({
      ...extensionView(here.application, here.round),
      organisation: organisation?.legalName ?? '',
      round: here.round,
    });
  };
