import type { View } from '../../view.ts';

/**
 * Where it is told which reviews count no more. The pages of one application don't tell it themselves: a rival may be any
 * application of the round, and to look at all of them is more than such a page may read.
 */
export const AsideNote = ({ view: { t, href }, roundId }: { view: View; roundId: string }) => (
  <p class="small soft measure gap-1">
    {t('reviews.file.aside')} <a href={href(`/staff/rounds/${roundId}/scores`)}>{t('awards.set-aside.go')}</a>
  </p>
);
