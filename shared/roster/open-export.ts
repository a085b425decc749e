import type { Applications } from '../applications/application.port.ts';
import type { Jobs } from '../jobs/job.port.ts';
import { type SeenJob, seenJob } from '../jobs/view-job.ts';
import { type Actor, isSelf, isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { ExportFiles, Exports } from './export.port.ts';
import { type Export, exportKey, exportTypes } from './export.ts';
import type { ExportExpired, ExportUnfinished, KeptSince } from './roster.errors.ts';
import type { Clearance } from './seen-roster.ts';
import { stillClear } from './still-clear.ts';

type Own = { exports: Pick<Exports, 'find'> };

/** An export is there for who asked for it, as long as they are staff, under whichever of their accounts. */
const ownExport = async (
  { exports }: Own,
  actor: Actor,
  exportId: string,
): Promise<Result<{ person: Person; asked: Export }, NotFound>> => {
  const asked = isStaff(actor) ? await exports.find(exportId) : undefined;
  return isStaff(actor) && asked && isSelf(actor, asked.askedBy)
    ? ok({ person: actor, asked })
    : fail({ kind: 'not-found' });
};

type OpenPorts = Own & {
  exports: Pick<Exports, 'chosenIn'>;
  applications: Pick<Applications, 'many'>;
  clearance: Clearance;
  files: Pick<ExportFiles, 'address'>;
};

/**
 * Where the finished file can be fetched for one minute: after a fresh look at who asks and at each application in it.
 * Where a conflict has appeared since, the file stays shut; another one can be asked for, which will hold the rest.
 */
export const openExport =
  (
    ports: OpenPorts,
  ): UseCase<
    { exportId: string },
    { address: string },
    NotFound | ExportUnfinished | ExportExpired | KeptSince
  > =>
  async (actor, { exportId }, { receivedAt }) => {
    const own = await ownExport(ports, actor, exportId);
    if (!own.ok) return own;
    const { person, asked } = own.value;
    if (!asked.file) return fail({ kind: 'export-unfinished' });
    if (receivedAt >= new Date(asked.file.expiresAt)) return fail({ kind: 'export-expired' });
    const ids = await ports.exports.chosenIn(exportId);
    const { owed } = asked.file;
    const clear = await stillClear(ports)(person, asked.roundId, ids, (id) => owed.includes(id));
    if (!clear) return fail({ kind: 'kept-since' });
    const address = await ports.files.address({
      key: exportKey(asked),
      name: `shimai-${asked.askedAt.slice(0, 10)}.${asked.format}`,
      type: exportTypes[asked.format],
    });
    return ok({ address });
  };

export type ExportView = { readonly asked: Export; readonly job?: SeenJob | undefined };
type ViewPorts = Own & { jobs: Pick<Jobs, 'find'> };

const withJob = async ({ jobs }: Pick<ViewPorts, 'jobs'>, asked: Export, now: Date): Promise<ExportView> => {
  const job = await jobs.find(asked.jobId);
  return { asked, ...(job && { job: seenJob(job, now) }) };
};

/** How far one's own export is. */
export const viewExport =
  (ports: ViewPorts): UseCase<{ exportId: string }, ExportView, NotFound> =>
  async (actor, { exportId }, { receivedAt }) => {
    const own = await ownExport(ports, actor, exportId);
    return own.ok ? ok(await withJob(ports, own.value.asked, receivedAt)) : own;
  };

export type ExportList = { readonly round: Round; readonly items: readonly ExportView[] };

/** One's own latest exports of a round. */
export const listExports =
  (
    ports: Pick<ViewPorts, 'jobs'> & { exports: Pick<Exports, 'latestOf'>; rounds: Pick<Rounds, 'find'> },
  ): UseCase<{ roundId: string }, ExportList, NotFound> =>
  async (actor, { roundId }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, latest] = await Promise.all([
      ports.rounds.find(roundId),
      ports.exports.latestOf(roundId, actor.personId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    return ok({ round, items: await Promise.all(latest.map((one) => withJob(ports, one, receivedAt))) });
  };
