import type { Revisions } from '../../../shared/reviews/list-revisions.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { keptPairWords, PairKanji } from '../../components/map/kept-pair.tsx';
import { Empty } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { AssessmentText } from './assessment-text.tsx';

type Props = { view: View; seen: Revisions };

/** Each submission of one's own review, as it was made. */
export const RevisionsPage = ({ view, seen }: Props) => {
  const { t, href, format } = view;
  const { review, round, revisions } = seen;
  const title = t('reviews.revisions.title');
  const zone = view.viewerZone ?? round.zone;
  return (
    <Layout view={view} title={`${title}, ${keptPairWords(view, review.pair)}`} demo={round.demo}>
      <Head
        over={
          <>
            {keptPairWords(view, review.pair)}
            <PairKanji view={view} pair={review.pair} />
          </>
        }
        title={title}
        lede={t('reviews.revisions.lede')}
      />
      <p>
        <a class="tap" href={href(`/reviews/${review.id}`)}>
          {t('reviews.revisions.back')}
        </a>
      </p>
      {revisions.length === 0 ? (
        <Empty title={t('reviews.revisions.none')} level={2} />
      ) : (
        revisions.map(({ no, at, assessment }) => {
          const name = t('reviews.revisions.one', { no, when: format.moment(at, zone) });
          return (
            <Band id={`v-${no}`} title={name}>
              <AssessmentText view={view} rubric={round.rubric} assessment={assessment} caption={name} />
            </Band>
          );
        })
      )}
    </Layout>
  );
};
