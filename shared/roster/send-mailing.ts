import { askFor } from '../jobs/job-steps.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import { type ChosenPorts, chosenApplications } from './chosen-applications.ts';
import type { Mailings } from './mailing.port.ts';
import type { Mailing } from './mailing.ts';
import { ask } from './mailing-steps.ts';
import type { ListChanged, NothingChosen } from './roster.errors.ts';

type Ports = ChosenPorts & { mailings: Pick<Mailings, 'find' | 'save'> };
type Input = {
  readonly mailingId: string;
  readonly version: number;
  readonly hold: boolean;
  /** How many applications the preview said. Where there are others by now, it is to be looked at again. */
  readonly applications: number;
};

/**
 * Staff have the messages written: held in the outbox, or on their way at once. For whom is settled here, by key and clear
 * of conflicts; a job writes them, each once however often it is begun.
 */
export const sendMailing =
  (
    ports: Ports,
  ): UseCase<Input, Mailing, NotFound | Conflict | Stale | StepRefused | ListChanged | NothingChosen> =>
  async (actor, { mailingId, version, hold, applications }, { receivedAt }) => {
    const mailing = isStaff(actor) ? await ports.mailings.find(mailingId) : undefined;
    if (!isStaff(actor) || !mailing) return fail({ kind: 'not-found' });
    // The same click again finds it asked for, of the version that was looked at.
    if (mailing.asked?.by === actor.personId && mailing.version === version + 1) return ok(mailing);
    if (mailing.version !== version) return fail({ kind: 'stale', current: mailing.version });
    const found = await chosenApplications(ports)(actor, mailing.roundId, mailing.filter);
    if (!found) return fail({ kind: 'not-found' });
    const { chosen } = found;
    if (chosen.length === 0) return fail({ kind: 'nothing-chosen' });
    if (chosen.length !== applications) return fail({ kind: 'list-changed' });
    const act = { by: actor.personId, at: receivedAt };
    const jobId = deriveId('job', mailing.id);
    const asked = ask(mailing, { hold, applications, jobId }, act);
    if (!asked.ok) return asked;
    const { roundId } = mailing;
    const job = askFor({ id: jobId, kind: 'write-mailing', roundId, about: mailing.id }, act);
    const applicationIds = chosen.map(({ head }) => head.id);
    const saved = await ports.mailings.save({ ...asked.value, asking: { applicationIds, job } });
    return saved.ok ? ok(asked.value.mailing) : saved;
  };
