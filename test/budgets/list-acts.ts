import { listJobsOn } from '../../functions/container/export.ts';
import { refreshRosterOn } from '../../functions/container/roster-queue.ts';
import { applicationStore } from '../../shared/applications/application.store.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { ExportFiles } from '../../shared/roster/export.port.ts';
import { done } from '../support/seeded/clock.ts';
import { type Act, anAct, now } from './act.ts';
import { withText } from './crowd.ts';
import { type BudgetSite, noFiles } from './site.ts';
import type { World } from './world.ts';

/** Everything is written through and nothing kept. */
const nowhere: ExportFiles = {
  write: async (_key, _type, bytes) => {
    let sum = 0;
    for await (const part of bytes) sum += part.length;
    return sum;
  },
  async *zip(entries) {
    for await (const { bytes } of entries) for await (const part of bytes) yield Buffer.from(part);
  },
  read: async () => undefined,
  address: async () => 'https://files.example/file',
};

const words = {
  subject: { en: 'About {title}', ja: '「{title}」について' },
  body: { en: 'The next step is a call.', ja: '次にお電話を差し上げます。' },
  to: 'owners',
} as const;

/**
 * Lists of a round of which so many applications were sent, files of what is filtered and mail to it. One of them alone
 * has not been given to reviewers: mail and file of that one cost the same at any size but for what clears their asker.
 */
export const listActs = async (
  { all, setUp, table, plain }: BudgetSite,
  { people, rounds, applications }: World,
  sent: number,
): Promise<Act[]> => {
  const { staff } = people;
  // A step since the roster heard of it.
  const heads = applicationStore(plain);
  const stepped = await heads.find(applications.undecided);
  if (stepped) await heads.save({ application: { ...stepped, version: stepped.version + 1 }, events: [] });
  const roundId = rounds.closed.id;
  const jobs = listJobsOn(table, { files: nowhere, attachments: noFiles });
  const refresh = refreshRosterOn(table);
  const work = (jobId: string) => async () => {
    const status = await jobs.runJob(jobId);
    return { ok: status === 'done' };
  };
  const file = { roundId, format: 'json', language: 'en' } as const;
  const asked = async (filter: { status?: 'submitted' }) =>
    done(await setUp.askExport(staff, { ...file, filter }, now()));
  const [whole, single] = [await asked({}), await asked({ status: 'submitted' })];
  const begin = async (filter: { status?: 'submitted' }) =>
    done(await setUp.writeMailing(staff, { ...words, roundId, filter }, now()));
  const [toAll, edited, toOne] = [await begin({}), await begin({}), await begin({ status: 'submitted' })];
  const hold = true;
  const writing = done(
    await setUp.sendMailing(staff, { mailingId: toOne.id, version: 1, hold, applications: 1 }, now()),
  );
  const finished = await asked({ status: 'submitted' });
  await work(finished.jobId)();

  /** What is read and, where all are chosen, written: a base, and so much for each application of the round. */
  const linear = (act: Act, reads: readonly [number, number], writes?: readonly [number, number]): Act => {
    const bound = ([base, each]: readonly [number, number]) => base + Math.ceil(each * sent);
    return { ...act, linear: { reads: bound(reads) }, ...(writes && { writes: () => bound(writes) }) };
  };
  const search = {
    roundId,
    // Every number begins so; rows’ other words are the catalogues’, which change.
    q: 'SHM',
    status: 'in-review',
    sort: 'title',
    direction: 'down',
  } as const;
  const forAll = { ...file, filter: {} };
  const forOne = { ...file, filter: { status: 'submitted' } } as const;
  return [
    linear(
      anAct('list of a round, searched, filtered and sorted', 0, async () => {
        const found = await all.listRoster(staff, search, now());
        return { ok: found.ok && found.value.items.length > 0 };
      }),
      [50, 0.1],
    ),
    linear(
      anAct('roster told of a step of one application', 17, async () => {
        await refresh([applications.undecided]);
        return ok(undefined);
      }),
      [20, 0],
    ),
    linear(
      anAct('which form a round’s applications keep', 0, () =>
        all.viewFormUse(staff, { roundId: rounds.open.id }, now()),
      ),
      [50, 0.1],
    ),
    anAct('roster’s making anew asked for', 8, () => all.rebuildRoster(staff, { roundId }, now())),
    linear(
      anAct('export of all asked for', 0, () => all.askExport(staff, forAll, now())),
      [30, 1.1],
      [14, 0.1],
    ),
    linear(
      anAct('export of one asked for', 14, () => all.askExport(staff, forOne, now())),
      [50, 0.1],
    ),
    // Ten applications at a time: beyond these each costs what it costs here.
    ...(sent <= withText + 1
      ? [linear(anAct('export of all written', 0, work(whole.jobId)), [50, 16], [14, 0.2])]
      : []),
    linear(anAct('export of one written', 14, work(single.jobId)), [50, 1]),
    linear(
      anAct('export of one fetched', 0, () => all.openExport(staff, { exportId: finished.id }, now())),
      [50, 0],
    ),
    anAct('mail to a list begun', 4, () => all.writeMailing(staff, { ...words, roundId, filter: {} }, now())),
    anAct('its words changed', 4, () =>
      all.editMailing(staff, { ...words, mailingId: edited.id, version: 1 }, now()),
    ),
    linear(
      anAct('mail to all previewed', 0, () => all.previewMailing(staff, { mailingId: toAll.id }, now())),
      [80, 1.1],
    ),
    linear(
      anAct('mail to all asked for', 0, () =>
        all.sendMailing(staff, { mailingId: toAll.id, version: 1, hold, applications: sent }, now()),
      ),
      [50, 1.1],
      [14, 0.1],
    ),
    linear(anAct('mail to one written', 30, work(writing.asked?.jobId ?? '')), [50, 0]),
  ];
};
