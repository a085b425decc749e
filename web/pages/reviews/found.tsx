import type { ReviewView } from '../../../shared/reviews/view-review.ts';
import type { View } from '../../view.ts';

type Props = { view: View; seen: Pick<ReviewView, 'found'> };

/** What was computed for this reviewer and this application, with their own facts, and who settles what is open. */
export const Found = ({ view, seen: { found } }: Props) => {
  const { t, href } = view;
  return (
    <section aria-labelledby="found">
      <h2 class="h-md" id="found">
        {t('conflicts.found.title')}
      </h2>
      {found.length === 0 ? (
        <p>{t('conflicts.found.nothing')}</p>
      ) : (
        <ul class="why">
          {found.map(({ kind, state, facts }) => (
            <li>
              <span>
                {t(`reviews.reason.you.${kind}`)} {facts && t('conflicts.found.facts', { facts })}{' '}
                {t(`conflicts.found.${state}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="small">
        {t('conflicts.found.from')} <a href={href('/reviews/profile')}>{t('conflicts.found.profile')}</a>
      </p>
    </section>
  );
};
