import type { People } from '../accounts/account.port.ts';
import type { Decision } from './decision.ts';

/**
 * The applications whose decision one and the same person has proposed and certified: under two accounts, which turned
 * out to be one person's afterwards. Read side by side for everyone who decided: a committee is some few.
 */
export const certifiedByProposer = async (
  people: Pick<People, 'find'>,
  decisions: Iterable<Decision>,
): Promise<ReadonlySet<string>> => {
  const settled = [...decisions].filter(({ status }) => status === 'certified');
  const ids = [
    ...new Set(settled.flatMap(({ proposedBy, settledBy }) => [proposedBy, settledBy ?? []].flat())),
  ];
  const known = await Promise.all(ids.map((id) => people.find(id)));
  // An account that is gone stands for itself alone.
  const today = new Map(ids.map((id, at) => [id, known[at]?.account.id ?? id]));
  return new Set(
    settled
      .filter(({ proposedBy, settledBy = '' }) => today.get(proposedBy) === today.get(settledBy))
      .map(({ applicationId }) => applicationId),
  );
};
