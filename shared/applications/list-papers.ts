import type { People } from '../accounts/account.port.ts';
import { isStaff, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Applications } from './application.port.ts';
import { type Application, receiptNumber } from './application.ts';
import { isEditable } from './application-actions.ts';
import type { Clearance } from './list-extensions.ts';
import { hasTyped, type Paper } from './paper.ts';
import { entryRefusal } from './paper-steps.ts';

type Ports = {
  applications: Pick<Applications, 'allSent' | 'heldInRound'>;
  rounds: Pick<Rounds, 'find'>;
  people: Pick<People, 'find'>;
  clearance: Clearance;
};
export type PaperLine = Pick<Application, 'id' | 'pair' | 'title' | 'status'> & {
  readonly number: string;
  readonly paper: Pick<Paper, 'receivedOn' | 'enteredAt'>;
  /** As their account says. */
  readonly enteredBy: string;
  readonly sentAt?: string | undefined;
  /** Whether this person may type on: anyone without a conflict while it is held. */
  readonly mayType: boolean;
  /** Whether this person has typed of it: then they neither review it nor decide on it. */
  readonly typed: boolean;
};
export type Papers = {
  readonly round: Round;
  readonly items: readonly PaperLine[];
  /** Whether papers are entered at this moment. */
  readonly open: boolean;
};

/** What came on paper in a round, what is being typed first. Nothing of what this person conflicts with. Linear in the round's heads. */
export const listPapers =
  ({ applications, rounds, people, clearance }: Ports): UseCase<{ roundId: string }, Papers, NotFound> =>
  async (actor, { roundId }, { receivedAt }) => {
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
    const papers = all.flatMap(({ paper, ...one }) => (paper && !conflict(one) ? [{ ...one, paper }] : []));
    const names = await namesOf(people, papers);
    return ok({
      round,
      open: entryRefusal(round, receivedAt) === undefined,
      items: papers
        .map((one) => lineOf(one, actor, names))
        .toSorted(
          (a, b) => Number(b.mayType) - Number(a.mayType) || (a.paper.enteredAt < b.paper.enteredAt ? 1 : -1),
        ),
    });
  };

type OnPaper = Application & { readonly paper: Paper };

const namesOf = async (people: Pick<People, 'find'>, papers: readonly OnPaper[]) => {
  const ids = [...new Set(papers.map(({ paper }) => paper.enteredBy))];
  const known = await Promise.all(ids.map((id) => people.find(id)));
  return new Map(ids.map((id, at) => [id, known[at]?.account.name ?? '']));
};

const lineOf = (one: OnPaper, person: Person, names: ReadonlyMap<string, string>): PaperLine => {
  const { id, pair, title, status, submission, paper } = one;
  return {
    ...{ id, pair, title, status },
    number: receiptNumber(id),
    paper: { receivedOn: paper.receivedOn, enteredAt: paper.enteredAt },
    enteredBy: names.get(paper.enteredBy) ?? '',
    ...(submission && status !== 'draft' && { sentAt: submission.at }),
    mayType: isEditable(one),
    typed: hasTyped(person, paper),
  };
};
