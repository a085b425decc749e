import { conflictKinds } from '../../../shared/conflicts/conflict-kind.ts';
import { partNames } from '../../../shared/conflicts/facts.ts';
import type { Finding } from '../../../shared/conflicts/finding.ts';
import type { View } from '../../view.ts';

/** What a finding rests on, in a line. */
export const Evidence = ({ view, found }: { view: View; found: Finding }) => {
  const { home, place, from, to, name, pair, chapter, rival, tie, was, until, part } = found.evidence;
  const as = partNames.find((one) => one === part);
  const tied = conflictKinds.find((kind) => kind === (tie ?? was));
  const when = until && view.format.date(until, view.viewerZone ?? 'UTC');
  const years = from && `${from}–${to}`;
  const words = [home ?? name ?? rival ?? chapter ?? pair, years].filter(Boolean).join(' ');
  if (words === '' && !as) return null;
  return (
    <p class="hint">
      {words !== '' &&
        (place
          ? view.t('conflicts.evidence.place', { words, place })
          : view.t('conflicts.evidence', { words }))}
      {as && ` ${view.t(`conflicts.evidence.as.${as}`)}`}
      {when && ` ${view.t('conflicts.evidence.until', { when })}`}
      {tied && ` ${view.t(`reviews.reason.${tied}`)}`}
    </p>
  );
};
