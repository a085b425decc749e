import type { endOpenOf } from '../introductions/end-introductions.ts';
import type { EndedIntroductions } from '../introductions/introduction.port.ts';
import { idsOf, type Person } from '../kernel/actor.ts';
import type { Alum } from './alum.ts';

/** What waits for an alum's answer, ended. */
export type EndOpen = ReturnType<typeof endOpenOf>;
type Ending = Parameters<EndOpen>[2];

/**
 * What ends with a change of an alum's registration, under each of their accounts: what an account was asked that became part
 * of another waits under its own id. The alum's own places are among it in any case, to refuse whoever asks in the same instant.
 */
export const endedRequests = async (
  endOpen: EndOpen,
  actor: Person,
  alum: Alum,
  { at, asked }: { at: Date; asked: Ending },
): Promise<readonly EndedIntroductions[]> => {
  const act = { by: actor.personId, at };
  const all = await Promise.all(idsOf(actor).map((id) => endOpen(id, act, asked)));
  return all.filter(({ requests, changes }) => requests.personId === alum.personId || changes.length > 0);
};
