import { weightedHundredths } from '../../../shared/ranking/weighted-score.ts';
import { countedAssessment } from '../../../shared/reviews/review.ts';
import type { ApplicationFile, FiledReview } from '../../../shared/reviews/view-application-file.ts';
import { Badge } from '../../components/badge.tsx';
import { Band } from '../../components/head.tsx';
import { nameWords } from '../../components/name-words.ts';
import type { View } from '../../view.ts';
import { AssessmentText } from '../reviews/assessment-text.tsx';
import { marks } from '../reviews/review-words.ts';
import { AsideNote } from './aside-note.tsx';

type Props = { view: View; file: ApplicationFile };

/** Each assignment with its state; submitted reviews with scores and words. Drafts are their writers' own. */
export const FileReviews = ({ view, file }: Props) => {
  const { t } = view;
  const reviews = file.reviews.filter(({ review }) => review.status !== 'removed');
  return (
    <Band id="reviews" title={t('reviews.file.reviews')} lede={t('reviews.file.reviews.lede')}>
      {reviews.length === 0 ? (
        <p class="soft">{t('reviews.file.no-reviews')}</p>
      ) : (
        reviews.map((filed) => <OneReview view={view} file={file} filed={filed} />)
      )}
      {reviews.some(countedAssessment) && <AsideNote view={view} roundId={file.round.id} />}
    </Band>
  );
};

const OneReview = ({ view, file, filed }: Props & { filed: FiledReview }) => {
  const { t, format } = view;
  const { rubric } = file.round;
  const { review } = filed;
  const reviewer = nameWords(view, filed.reviewer);
  const assessment = countedAssessment(filed);
  const hundredths = assessment && weightedHundredths(rubric, assessment.scores);
  const id = `r-${review.id}`;
  return (
    <section class="gap-4 column" aria-labelledby={id}>
      <h3 id={id}>
        {reviewer} {hundredths !== undefined && <span class="num">{format.number(hundredths / 100, 2)}</span>}
      </h3>
      <p>
        <Badge is={marks[review.status]}>{t(`reviews.status.${review.status}`)}</Badge>
      </p>
      {review.declineReason && <p class="words soft">{review.declineReason}</p>}
      {review.conflictReason && <p class="words soft">{review.conflictReason}</p>}
      {assessment && (
        <AssessmentText
          view={view}
          rubric={rubric}
          assessment={assessment}
          caption={t('reviews.file.review-of', { reviewer })}
        />
      )}
    </section>
  );
};
