import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import type { Person } from '../kernel/actor.ts';
import { keepsFromCommitteeOnly } from '../reviews/staff-clearance.ts';
import type { Clearance } from './seen-roster.ts';

type Ports = { applications: Pick<Applications, 'many'>; clearance: Clearance };

/**
 * The heads of what was chosen, each read by key and cleared this moment; undefined where something keeps the person by
 * now from one of them, or one is gone. A review that is owed keeps from the committee's part alone: `mayOwe` says where
 * that part is not at stake.
 */
export const stillClear =
  ({ applications, clearance }: Ports) =>
  async (
    person: Person,
    roundId: string,
    ids: readonly string[],
    mayOwe: (id: string) => boolean = () => true,
  ): Promise<readonly Application[] | undefined> => {
    const [heads, kept] = await Promise.all([applications.many(ids), clearance(person, roundId)]);
    const byId = new Map(heads.map((head) => [head.id, head]));
    const clear = ids.flatMap((id) => {
      const head = byId.get(id);
      const why = head && kept(head);
      return head && (why === undefined || (keepsFromCommitteeOnly(why) && mayOwe(id))) ? [head] : [];
    });
    return clear.length === ids.length ? clear : undefined;
  };
