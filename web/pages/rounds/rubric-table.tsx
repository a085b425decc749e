import { type Bilingual, inLanguage } from '../../../shared/kernel/text.ts';
import { type Criterion, scale } from '../../../shared/programs/round.ts';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';

/** Each criterion with its weight and what lowest, middle and highest score mean. */
export const RubricTable = ({ view, criteria }: { view: View; criteria: readonly Criterion[] }) => {
  const { t, language, format } = view;
  const words = (text: Bilingual) => inLanguage(text, language);
  const score = (value: number) => t('programs.rubric.score', { score: value });
  return (
    <Table
      caption={t('programs.rubric.title')}
      soft
      wide
      rows={criteria}
      columns={[
        { head: t('programs.rubric.criterion'), names: true, cell: ({ name }) => words(name) },
        { head: t('programs.rubric.weight'), num: true, cell: ({ weight }) => format.percent(weight) },
        { head: score(scale.lowest), cell: ({ anchors }) => words(anchors.low) },
        { head: score((scale.lowest + scale.highest) / 2), cell: ({ anchors }) => words(anchors.middle) },
        { head: score(scale.highest), cell: ({ anchors }) => words(anchors.high) },
      ]}
    />
  );
};
