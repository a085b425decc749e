import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Cursors } from '../table/cursor.ts';
import type { Flags } from './flag.port.ts';
import type { Flag } from './flag.ts';
import { namesOf } from './reviewer-names.ts';
import { type ClearancePorts, committeeClearance } from './staff-clearance.ts';

type Ports = ClearancePorts & {
  applications: Pick<Applications, 'many'>;
  flags: Pick<Flags, 'ofRound' | 'raised'>;
  people: Pick<People, 'find'>;
  cursors: Cursors;
};
type Input = { roundId?: string | undefined; cursor?: string | undefined };

export type ListedFlag = Flag & {
  /** The reviewer's name. */
  readonly by: string;
};

/**
 * Flags that wait for staff, or all of a round's; without those of applications that the reader conflicts with or still
 * has to review: a flag may say what its writer makes of it.
 */
export const listFlags =
  (ports: Ports): UseCase<Input, Page<ListedFlag>, NotFound | InvalidInput> =>
  async (actor, { roundId, cursor }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const scope = `flags:${roundId ?? 'raised'}:${actor.personId}`;
    const position = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const { items, next } = await (roundId
      ? ports.flags.ofRound(roundId, position)
      : ports.flags.raised(position));
    const rounds = [...new Set(items.map((flag) => flag.roundId))];
    const [clearances, heads, names] = await Promise.all([
      Promise.all(rounds.map(async (id) => [id, await committeeClearance(ports)(actor, id)] as const)),
      ports.applications.many([...new Set(items.map(({ applicationId }) => applicationId))]),
      namesOf(
        ports.people,
        items.map(({ reviewerId }) => reviewerId),
      ),
    ]);
    const conflictIn = new Map(clearances);
    const seen = items.filter((flag) => {
      const application = heads.find(({ id }) => id === flag.applicationId);
      return application && conflictIn.get(flag.roundId)?.(application) === undefined;
    });
    return ok({
      items: seen.map((flag) => ({ ...flag, by: names.get(flag.reviewerId) ?? '' })),
      ...(next && { next: ports.cursors.seal(scope, next) }),
    });
  };
