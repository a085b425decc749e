import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Applications } from './application.port.ts';
import { type Application, receiptNumber } from './application.ts';
import { lastInstantOf } from './application-actions.ts';
import type { MyApplication } from './application-view.ts';
import { dueOf, shownToApplicant } from './draft-view.ts';

type Ports = { applications: Pick<Applications, 'ofOrganisation' | 'many'>; rounds: Pick<Rounds, 'find'> };
type Belonging = { organisationId: string; as: MyApplication['as'] };

/** The applications of all organisations a person belongs to: what is due first, then the newest. Fifty each at most. */
export const listMyApplications =
  ({ applications, rounds }: Ports): UseCase<unknown, { items: readonly MyApplication[] }, NotFound> =>
  async (actor, _input, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const belongings = actor.roles.filter((role) => role.kind === 'member');
    const owned = await Promise.all(
      belongings.map(async (belonging) => {
        const { items } = await applications.ofOrganisation(belonging.organisationId);
        return items.map(({ id, roundId }) => ({ id, roundId, belonging }));
      }),
    );
    const belongingOf = new Map(owned.flat().map(({ id, belonging }) => [id, belonging]));
    const roundIds = [...new Set(owned.flat().map(({ roundId }) => roundId))];
    const [heads, found] = await Promise.all([
      applications.many([...belongingOf.keys()]),
      Promise.all(roundIds.map((id) => rounds.find(id))),
    ]);
    const inRounds = new Map(found.flatMap((round) => (round ? [[round.id, round] as const] : [])));
    const items = heads.flatMap((application) => {
      const [round, belonging] = [inRounds.get(application.roundId), belongingOf.get(application.id)];
      return round && belonging ? [lineOf(application, round, belonging, receivedAt)] : [];
    });
    return ok({ items: items.toSorted(byWhatIsDue) });
  };

const lineOf = (application: Application, round: Round, { as }: Belonging, now: Date): MyApplication => ({
  application: shownToApplicant(application, round),
  number: receiptNumber(application.id),
  round,
  as,
  due: dueOf(application, round, lastInstantOf(application, round), now),
});

// An award to be accepted has no instant of its own and waits for nobody else: it comes first.
const urgency = ({ due }: MyApplication) => (due ? (due.at ?? '') : '\uffff');

const byWhatIsDue = (a: MyApplication, b: MyApplication) => {
  if (urgency(a) !== urgency(b)) return urgency(a) < urgency(b) ? -1 : 1;
  return a.application.createdAt < b.application.createdAt ? 1 : -1;
};
