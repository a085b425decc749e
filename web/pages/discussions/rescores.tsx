import type { DiscussionView } from '../../../shared/discussions/view-discussion.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { authorWords } from './author-words.ts';

type Props = { view: View; seen: DiscussionView };

/** For staff: reviews that were changed after they were in, with what moved, and why where that was said. */
export const Rescores = ({ view, seen }: Props) => {
  const { t, format, language } = view;
  const { rescored, round } = seen;
  const criteria = new Map(round.rubric.criteria.map(({ id, name }) => [id, inLanguage(name, language)]));
  const move = (before: number, after: number, digits: number) =>
    t('discussions.rescored.move', {
      before: format.number(before, digits),
      after: format.number(after, digits),
    });
  return (
    <Table
      caption={t('discussions.rescored')}
      soft
      wide
      rows={rescored}
      columns={[
        {
          head: t('discussions.column.reviewer'),
          names: true,
          cell: ({ author, at, setAside }) => (
            <>
              {authorWords(view, author)}
              {setAside && <span class="aside">{t('discussions.scores.aside')}</span>}
              <small class="soft under">
                <Time view={view} at={at} zone={view.viewerZone ?? round.zone} as="moment" />
              </small>
            </>
          ),
        },
        {
          head: t('reviews.column.score'),
          cell: ({ before, after, changes }) => (
            <>
              <strong>{move(before, after, 2)}</strong>
              {changes.map(({ criterionId, before: was, after: is }) => (
                <small class="soft under">
                  {criteria.get(criterionId)}: {move(was, is, 0)}
                </small>
              ))}
            </>
          ),
        },
        {
          head: t('discussions.rescore.reason'),
          cell: ({ reason }) =>
            reason === undefined ? (
              <span class="soft">{t('discussions.rescored.silent')}</span>
            ) : (
              <span class="words">{reason}</span>
            ),
        },
      ]}
    />
  );
};
