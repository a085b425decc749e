import type { PersonalData } from '../kernel/personal-data.ts';
import type { Introductions } from './introduction.port.ts';
import { type Introduction, statusAt } from './introduction.ts';
import { endedFor, expireAt } from './introduction-steps.ts';

type Ports = { introductions: Pick<Introductions, 'find' | 'ofPerson' | 'save'> };

/**
 * An alum's introductions. Each ends as if they had left it; that there was one, by ids, stays with the partnership. What was
 * written to them and about them goes.
 */
export const introductionData = ({ introductions }: Ports): PersonalData => {
  const allOf = async (personIds: readonly string[]): Promise<readonly Introduction[]> => {
    const found: (Introduction | undefined)[] = [];
    for (const personId of personIds)
      for (let position: string | undefined, first = true; first || position; first = false) {
        const page = await introductions.ofPerson(personId, position);
        found.push(...(await Promise.all(page.items.map(({ id }) => introductions.find(id)))));
        position = page.next;
      }
    return found.flatMap((one) => one ?? []);
  };
  return {
    name: 'introductions',

    export: async ({ personIds }) =>
      (await allOf(personIds)).map(({ partnershipId, status, asked, joined, leftAt }) => ({
        ...{ partnershipId, status, at: asked.at, text: asked.note },
        ...(joined && { joined }),
        ...(leftAt && { leftAt }),
      })),

    async erase({ personIds }, at) {
      for (const introduction of await allOf(personIds)) {
        const ended = endOf(introduction, at);
        const wordless = withoutWords(ended?.introduction ?? introduction);
        if (!ended && !hasWords(introduction)) continue;
        const version = introduction.version + 1;
        const saved = await introductions.save({
          introduction: { ...wordless, version },
          events: ended?.events ?? [],
        });
        if (!saved.ok) throw new Error(`Introduction ${introduction.id} was changed while it was erased`);
      }
    },
  };
};

const by = 'system:erasure';

const endOf = (introduction: Introduction, at: Date) => {
  if (statusAt(introduction, at) !== 'expired') return endedFor(introduction, { by, at }, 'all');
  const expired = expireAt(introduction, at);
  return expired.ok ? expired.value : undefined;
};

const hasWords = ({ asked, outcome }: Introduction) => asked.note !== '' || (outcome?.text ?? '') !== '';

const withoutWords = ({ asked, outcome, ...known }: Introduction): Introduction => ({
  ...known,
  asked: { ...asked, note: '' },
  ...(outcome && { outcome: { ...outcome, text: '' } }),
});
