import type { Applications } from '../applications/application.port.ts';
import { type Application, type ApplicationStatus, receiptNumber } from '../applications/application.ts';
import type { Paper } from '../applications/paper.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Theme } from '../kernel/theme.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Cursors } from '../table/cursor.ts';
import type { ConflictKind } from './conflict.ts';
import { type ClearancePorts, staffClearance } from './staff-clearance.ts';

type Ports = ClearancePorts & {
  applications: Pick<Applications, 'sentInRound'>;
  rounds: Pick<Rounds, 'find'>;
  cursors: Cursors;
};

/** One line for staff. With a conflict: the pair, and why nothing more. */
export type ListedApplication = {
  readonly id: string;
  readonly pair: Application['pair'];
  readonly conflict?: ConflictKind | undefined;
  readonly status?: ApplicationStatus | undefined;
  readonly receipt?: string | undefined;
  readonly title?: string | undefined;
  readonly submittedAt?: string | undefined;
  readonly requestedCents?: number | undefined;
  /** Where it came on paper. */
  readonly paper?: Pick<Paper, 'receivedOn'> | undefined;
};
export type RoundApplications = {
  readonly round: Round;
  readonly items: readonly ListedApplication[];
  readonly next?: string | undefined;
};

type Input = {
  roundId: string;
  cursor?: string | undefined;
  status?: ApplicationStatus | undefined;
  theme?: Theme | undefined;
};

/** What was sent in a round by status, or what of it has one status or theme, 50 a page, for staff. */
export const listRoundApplications =
  (ports: Ports): UseCase<Input, RoundApplications, NotFound | InvalidInput> =>
  async (actor, { roundId, cursor, status, theme }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    if (status && theme)
      return fail({ kind: 'invalid-input', fields: [{ path: 'theme', code: 'one-filter' }] });
    const only = status ? { status } : theme ? { theme } : {};
    const isFiltered = status !== undefined || theme !== undefined;
    const scope = `applications-of-round:${roundId}:${status ?? theme ?? ''}:${actor.personId}`;
    const position = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const [round, { items, next }, conflict] = await Promise.all([
      ports.rounds.find(roundId),
      ports.applications.sentInRound(roundId, position, only),
      staffClearance(ports)(actor, roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    return ok({
      round,
      // In a list of one status or theme, even the pair would tell which of them it has.
      items: keptLast(items.map((application) => lineOf(application, conflict(application)))).filter(
        (line) => !isFiltered || !line.conflict,
      ),
      ...(next && { next: ports.cursors.seal(scope, next) }),
    });
  };

/** Where one stood among the others would tell its status. */
const keptLast = (lines: readonly ListedApplication[]): readonly ListedApplication[] => [
  ...lines.filter(({ conflict }) => !conflict),
  ...lines.filter(({ conflict }) => conflict).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
];

const lineOf = (application: Application, conflict: ConflictKind | undefined): ListedApplication => {
  const { id, pair, status, title, submission, paper } = application;
  if (conflict) return { id, pair, conflict };
  if (!submission) return { id, pair, status };
  const { at, requestedCents } = submission;
  return {
    ...{ id, pair, status, title, requestedCents },
    receipt: receiptNumber(id),
    submittedAt: at,
    ...(paper && { paper: { receivedOn: paper.receivedOn } }),
  };
};
