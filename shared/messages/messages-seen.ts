import type { Applications } from '../applications/application.port.ts';
import type { Clearance } from '../awards/propose-decision.ts';
import type { Introductions } from '../introductions/introduction.port.ts';
import { isPartOf } from '../introductions/part-of-introduction.ts';
import type { Person } from '../kernel/actor.ts';
import type { Message, MessageKind } from './message.ts';

export type SeenPorts = {
  applications: Pick<Applications, 'many' | 'allSent'>;
  introductions: Pick<Introductions, 'many'>;
  clearance: Clearance;
};
type Told = Pick<Message, 'about' | 'roundId' | 'kind'>;

/** The application a message is about, if it is about one. */
export const applicationOf = (message: Pick<Message, 'about'>): string | undefined =>
  idAfter(message, 'application#');
const introductionOf = (message: Pick<Message, 'about'>) => idAfter(message, 'introduction#');
const idAfter = ({ about }: Pick<Message, 'about'>, prefix: string) =>
  about.startsWith(prefix) ? about.slice(prefix.length) : undefined;

/** Mail that says how much of a round is a reviewer's: beside what one may see, it would tell who reviews the rest. */
const toReviewers: readonly MessageKind[] = ['reminder-review', 'reminder-review-late', 'discussion-open'];
const isToReviewer = ({ kind }: Told) => toReviewers.includes(kind);

/**
 * The messages a member of staff may know of: one about an application they conflict with is neither shown, counted nor
 * released to them, nor what its round's reviewers are told of their work; nor one about an introduction they are part of, or
 * they would read whom they asked before both have said yes. Reads side by side, whatever the number of messages; linear in the
 * rounds whose reviewers were written to.
 */
export const messagesSeen = async <One extends Told>(
  { applications, introductions, clearance }: SeenPorts,
  person: Person,
  messages: readonly One[],
): Promise<readonly One[]> => {
  const ids = [...new Set(messages.flatMap((one) => applicationOf(one) ?? []))];
  const introduced = [...new Set(messages.flatMap((one) => introductionOf(one) ?? []))];
  const panels = roundsOf(messages.filter(isToReviewer));
  if (ids.length === 0 && panels.length === 0 && introduced.length === 0) return messages;
  const rounds = roundsOf(messages);
  const [heads, own, sent, conflicts] = await Promise.all([
    ids.length === 0 ? [] : applications.many(ids),
    introductions.many(introduced),
    Promise.all(panels.map((roundId) => applications.allSent(roundId))),
    Promise.all(rounds.map((roundId) => clearance(person, roundId))),
  ]);
  const isKept = (head: Parameters<(typeof conflicts)[number]>[0]) =>
    conflicts.some((conflict) => conflict(head));
  const kept = new Set(heads.filter(isKept).map(({ id }) => id));
  const theirs = new Set(own.filter((one) => isPartOf(person, one)).map(({ id }) => id));
  const keptPanels = new Set(panels.filter((_, at) => sent[at]?.some(isKept)));
  return messages.filter(
    (one) =>
      !kept.has(applicationOf(one) ?? '') &&
      !theirs.has(introductionOf(one) ?? '') &&
      !(isToReviewer(one) && keptPanels.has(one.roundId ?? '')),
  );
};

const roundsOf = (messages: readonly Told[]) => [
  ...new Set(messages.flatMap(({ roundId }) => roundId ?? [])),
];
