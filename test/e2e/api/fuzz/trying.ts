import {
  type Answer,
  type Ask,
  type OperationId,
  requestFor,
  type Sent,
} from '../../../support/api-client.ts';
import type { Someone } from '../../../support/seeded/people.ts';
import { faultBehind, type SeededPlatform } from '../../../support/seeded-platform.ts';
import { accessMatrix, roles } from '../access-matrix.ts';
import { probesOn } from '../probes/probes.ts';
import type { World } from '../world.ts';
import { ownHandlers } from './own-handlers.ts';
import { faultOf } from './problem.ts';
import { commitCounter, differences, type TableState, tableState } from './table-state.ts';

type Tried = { readonly answer: Answer; readonly fault: string | undefined };
type Look = { readonly commits: number; readonly table: TableState };

/** Sends requests and looks at the table around each of them. */
export const tryingOn = (site: SeededPlatform, world: World) => {
  const probes = probesOn(site, world);
  const handle = ownHandlers(site);
  const commits = commitCounter(site.platform.dataFolder);
  let last: Look | undefined;

  const look = async (): Promise<Look> => ({
    commits: commits.now(),
    table: await tableState(site.platform.database, site.table.table),
  });

  /** Someone whom the matrix lets in, and a resource of theirs. */
  const entryTo = async (operation: OperationId): Promise<{ ask: Ask; token: string | undefined }> => {
    // Some acts are only ever refused there, because their time has not come: whoever is told so has been let in.
    for (const isIn of [(status: number) => status < 300, (status: number) => [400, 409].includes(status)])
      for (const [row, statuses] of Object.entries(accessMatrix[operation])) {
        const role = roles[statuses.findIndex(isIn)];
        if (!role) continue;
        const someone: Someone | undefined = role === 'nobody' ? undefined : world.cast[role];
        const ask = (await probes[operation][row]?.(someone)) ?? {};
        // What a job still writes of an earlier act is nothing that a refusal has left behind.
        await site.platform.settled();
        return { ask, token: someone?.token };
      }
    throw new Error(`The matrix lets nobody in to ${operation}`);
  };

  /** The answer over HTTP, and what is wrong with it or with what a refusal has left behind. */
  const tryOut = async (operation: OperationId, ask: Ask, token: string | undefined): Promise<Tried> =>
    trySent(requestFor(operation, ask, token));
  const trySent = async (sent: Sent): Promise<Tried> => {
    const before = last?.commits === commits.now() ? last : await look();
    const answer = await site.api.send(sent);
    last = commits.now() === before.commits ? before : await look();
    const left = answer.status >= 400 ? differences(before.table, last.table) : [];
    const fault = answer.status >= 500 ? await faultBehind(site, answer) : faultOf(answer);
    return { answer, fault: left.length > 0 ? `was refused and has written ${left.slice(0, 4)}` : fault };
  };
  /**
   * The same by the handlers themselves and without a look at the table, whose price grows with it: a refusal may not have
   * committed anything.
   */
  const tryQuickly = async (operation: OperationId, ask: Ask, token: string | undefined): Promise<Tried> => {
    const before = commits.now();
    const { answer, logged } = await handle(operation, ask, token);
    const left = answer.status >= 400 && commits.now() !== before;
    const fault = answer.status >= 500 ? `answered ${answer.status}: ${logged}` : faultOf(answer);
    return { answer, fault: left ? `was refused with ${answer.status} and has written` : fault };
  };
  return { look, entryTo, tryOut, trySent, tryQuickly, close: commits.close };
};
