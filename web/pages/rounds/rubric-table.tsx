import { type Bilingual, inLanguage } from '../../../shared/kernel/text.ts';
import { anchorScores, type Criterion } from '../../../shared/programs/round.ts';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';

const nothing: Bilingual = { en: '', ja: '' };

/** Each criterion with its weight and what the scores mean: a column for each that any criterion describes. */
export const RubricTable = ({ view, criteria }: { view: View; criteria: readonly Criterion[] }) => {
  const { t, language, format } = view;
  const words = (text: Bilingual) => inLanguage(text, language);
  const score = (value: number) => t('programs.rubric.score', { score: value });
  const described = anchorScores.filter(([name]) => criteria.some(({ anchors }) => anchors[name]));
  return (
    <Table
      caption={t('programs.rubric.title')}
      soft
      cards
      rows={criteria}
      columns={[
        { head: t('programs.rubric.criterion'), names: true, cell: ({ name }) => words(name) },
        { head: t('programs.rubric.weight'), num: true, cell: ({ weight }) => format.percent(weight) },
        ...described.map(([name, value]) => ({
          head: score(value),
          cell: ({ anchors }: Criterion) => words(anchors[name] ?? nothing),
        })),
      ]}
    />
  );
};
