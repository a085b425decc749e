import type { Applications } from '../applications/application.port.ts';
import type { Jobs, Work } from '../jobs/job.port.ts';
import type { Job } from '../jobs/job.ts';
import { askFor } from '../jobs/job-steps.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { allOf } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { refreshRound } from './refresh-roster.ts';
import type { Roster } from './roster.port.ts';

type AskPorts = { rounds: Pick<Rounds, 'find'>; jobs: Pick<Jobs, 'find' | 'save'> };

/** Staff have a round's roster made anew from the table, where they miss something in it. Nobody gets mail. */
export const rebuildRoster =
  (ports: AskPorts): UseCase<{ roundId: string }, Job, NotFound | Conflict> =>
  async (actor, { roundId }, { receivedAt, idempotencyKey }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const id = deriveId('rebuild-roster', roundId, actor.personId, idempotencyKey);
    const [round, before] = await Promise.all([ports.rounds.find(roundId), ports.jobs.find(id)]);
    if (!round) return fail({ kind: 'not-found' });
    if (before) return ok(before);
    const change = askFor(
      { id, kind: 'rebuild-roster', roundId, about: roundId },
      { by: actor.personId, at: receivedAt },
    );
    const saved = await ports.jobs.save(change);
    return saved.ok ? ok(change.job) : saved;
  };

export type RebuildPorts = {
  applications: Pick<Applications, 'ofRound'>;
  roster: Pick<Roster, 'ofRound'>;
  refreshRound: ReturnType<typeof refreshRound>;
};

/** Walks every application of the round and every row there is, and makes each anew from its head. */
export const remakeRoster =
  ({ applications, roster, refreshRound: refresh }: RebuildPorts): Work =>
  async ({ about: roundId }, report) => {
    const [heads, rows] = await Promise.all([
      allOf((position) => applications.ofRound(roundId, position)),
      roster.ofRound(roundId),
    ]);
    const ids = [...new Set([...heads, ...rows].map(({ id }) => id))];
    const goesOn = async (done: number) => (await report(done, ids.length)).ok;
    return (await refresh(roundId, ids, { anew: true, goesOn })) ? ok(undefined) : fail({ kind: 'stopped' });
  };
