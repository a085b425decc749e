import { isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Applications } from './application.port.ts';
import { type Application, receiptNumber } from './application.ts';
import { type ExtensionView, extensionView } from './extend-application.ts';

/** Whether something keeps this person from an application; asked once for a round. The reviews area knows. */
export type Clearance = (
  person: Person,
  roundId: string,
) => Promise<(application: Application) => string | undefined>;

type Ports = {
  applications: Pick<Applications, 'allSent' | 'heldInRound'>;
  rounds: Pick<Rounds, 'find'>;
  clearance: Clearance;
};
export type Extensions = {
  readonly round: Round;
  /** Every application of the round that was given time of its own. */
  readonly items: readonly ExtensionView[];
  /** The one whose number was asked for, if its applicant holds it. */
  readonly found?: ExtensionView | undefined;
};

// As people copy it from a page, a mail or the telephone.
const plain = (number: string) =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');

/**
 * Which applications of a round were given more time, and the one that an applicant asks for it by its number. What staff
 * conflict with is not among them. Linear in the round's heads.
 */
export const listExtensions =
  ({
    applications,
    rounds,
    clearance,
  }: Ports): UseCase<{ roundId: string; number?: string | undefined }, Extensions, NotFound> =>
  async (actor, { roundId, number = '' }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const [round, held, sent, conflict] = await Promise.all([
      rounds.find(roundId),
      applications.heldInRound(roundId),
      applications.allSent(roundId),
      clearance(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    // A returned application lies on both shelves.
    const all = [...new Map([...held, ...sent].map((one) => [one.id, one])).values()];
    const seen = all.filter((one) => !conflict(one));
    const isAsked = ({ id }: Application) => plain(receiptNumber(id)) === plain(number);
    const asked = number && held.find((one) => isAsked(one) && !conflict(one));
    return ok({
      round,
      items: seen
        .filter(({ extension }) => extension)
        .map((one) => extensionView(one, round))
        .toSorted((a, b) => (a.lastInstant < b.lastInstant ? 1 : -1)),
      ...(asked && { found: extensionView(asked, round) }),
    });
  };
