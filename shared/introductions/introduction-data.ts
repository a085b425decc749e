import type { PersonalData } from '../kernel/personal-data.ts';
import { erasedFor } from './end-introductions.ts';
import type { Introductions } from './introduction.port.ts';
import type { Introduction } from './introduction.ts';
import type { IntroductionReports } from './introduction-report.port.ts';
import { reportSides } from './introduction-report.ts';
import { expireAt } from './introduction-steps.ts';

type Ports = {
  introductions: Pick<Introductions, 'find' | 'ofPerson' | 'save'>;
  introductionReports: Pick<IntroductionReports, 'find' | 'save'>;
};

const by = 'system:erasure';

/**
 * An alum's introductions. Each ends as if they had left it; that there was one, by ids, stays with the partnership. What was
 * written to them and about them goes, and so do the words of reports, either side's.
 */
export const introductionData = ({ introductions, introductionReports }: Ports): PersonalData => {
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

  /** What nobody answered in time is written down first: nobody will find it to do so afterwards. */
  const settled = async (introduction: Introduction, at: Date): Promise<Introduction> => {
    const expired = expireAt(introduction, at);
    if (!expired.ok) return introduction;
    const saved = await introductions.save(expired.value);
    if (!saved.ok) throw new Error(`Introduction ${introduction.id} was answered while it was erased`);
    return expired.value.introduction;
  };

  const eraseReports = async (introductionId: string) => {
    for (const side of reportSides) {
      const report = await introductionReports.find({ introductionId, side });
      if (!report || report.text === '') continue;
      const { settled: end, ...said } = report;
      const wordless = {
        ...said,
        ...{ text: '', version: report.version + 1 },
        ...(end && { settled: { ...end, reason: '' } }),
      };
      const saved = await introductionReports.save({ report: wordless, events: [] });
      if (!saved.ok) throw new Error(`A report on introduction ${introductionId} was settled meanwhile`);
    }
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
        const change = erasedFor(await settled(introduction, at), { by, at });
        const saved = change && (await introductions.save(change));
        if (saved && !saved.ok)
          throw new Error(`Introduction ${introduction.id} was changed while it was erased`);
        await eraseReports(introduction.id);
      }
    },
  };
};
