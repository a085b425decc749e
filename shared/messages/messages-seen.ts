import type { Applications } from '../applications/application.port.ts';
import type { Clearance } from '../awards/propose-decision.ts';
import type { Person } from '../kernel/actor.ts';
import type { Message } from './message.ts';

export type SeenPorts = { applications: Pick<Applications, 'many'>; clearance: Clearance };

const applicationOf = ({ about }: Pick<Message, 'about'>): string | undefined =>
  about.startsWith('application#') ? about.slice('application#'.length) : undefined;

/**
 * The messages a member of staff may know of: one about an application they conflict with is neither shown, counted nor
 * released to them. Two reads side by side, whatever the number of messages.
 */
export const messagesSeen = async <One extends Pick<Message, 'about' | 'roundId'>>(
  { applications, clearance }: SeenPorts,
  person: Person,
  messages: readonly One[],
): Promise<readonly One[]> => {
  const ids = [...new Set(messages.flatMap((one) => applicationOf(one) ?? []))];
  if (ids.length === 0) return messages;
  const rounds = [...new Set(messages.flatMap(({ roundId }) => roundId ?? []))];
  const [heads, ...conflicts] = await Promise.all([
    applications.many(ids),
    ...rounds.map((roundId) => clearance(person, roundId)),
  ]);
  const kept = new Set(
    heads.filter((head) => conflicts.some((conflict) => conflict(head))).map(({ id }) => id),
  );
  return messages.filter((one) => !kept.has(applicationOf(one) ?? ''));
};
