import type { Accounts } from '../accounts/account.port.ts';
import { isSelf, type Person } from '../kernel/actor.ts';
import type { ApplicationView } from './application-view.ts';
import type { Section } from './draft.ts';

type Editor = ApplicationView['editors'][number];

/** Who beside the reader has written in which section, by name, the latest first. Nobody is asked for where nobody did. */
export const otherEditors =
  ({ many }: Pick<Accounts, 'many'>) =>
  async (sections: readonly Section[], reader: Person): Promise<readonly Editor[]> => {
    const saves = sections.flatMap(({ id, savedBy, savedAt, editors }) =>
      Object.entries({ [savedBy]: savedAt, ...editors }).map(([personId, at]) => ({
        sectionId: id,
        personId,
        at,
      })),
    );
    const others = saves.filter(({ personId }) => !isSelf(reader, personId));
    if (others.length === 0) return [];
    const accounts = await many([...new Set(others.map(({ personId }) => personId))]);
    const names = new Map(accounts.map(({ id, name, email }) => [id, name || email]));
    return others
      .map((one) => ({ ...one, name: names.get(one.personId) ?? '' }))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  };
