import { inLanguage } from '../../../shared/kernel/text.ts';
import type { Rubric } from '../../../shared/programs/round.ts';
import type { Assessment } from '../../../shared/reviews/assessment.ts';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; rubric: Rubric; assessment: Assessment; caption: string };

/** One submitted review, to be read: scores with their reasons, then the words beside them. */
export const AssessmentText = ({ view, rubric, assessment, caption }: Props) => {
  const { t, language, format } = view;
  const { scores, comments, confidence, noteToCommittee, feedbackToApplicant } = assessment;
  return (
    <div class="flow">
      <Table
        caption={caption}
        soft
        dense
        rows={rubric.criteria}
        columns={[
          {
            head: t('reviews.column.criterion'),
            names: true,
            cell: ({ name, weight }) => `${inLanguage(name, language)} (${format.percent(weight)})`,
          },
          { head: t('reviews.column.score'), num: true, cell: ({ id }) => scores[id] ?? t('site.none') },
          {
            head: t('reviews.column.why'),
            cell: ({ id }) => <span class="words">{comments[id] || t('site.none')}</span>,
          },
        ]}
      />
      <dl class="summary">
        {confidence && (
          <div>
            <dt>{t('reviews.confidence')}</dt>
            <dd>{t(`reviews.confidence.${confidence}`)}</dd>
          </div>
        )}
        {feedbackToApplicant && (
          <div>
            <dt>{t('reviews.feedback')}</dt>
            <dd class="words">{feedbackToApplicant}</dd>
          </div>
        )}
        {noteToCommittee && (
          <div>
            <dt>{t('reviews.note')}</dt>
            <dd class="words">{noteToCommittee}</dd>
          </div>
        )}
      </dl>
    </div>
  );
};
