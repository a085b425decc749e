import type { OwnTwin, SamePair } from '../../../shared/applications/view-same-pair.ts';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { pathOf } from './task-stops.ts';

type OwnProps = {
  view: View;
  /** With its round where they are not all of one. */
  own: readonly (OwnTwin & { readonly round?: string })[];
};

/** Own applications with the way to each, and where they stand. */
export const OwnTwins = ({ view, own }: OwnProps) => (
  <ul class="plain gap-1">
    {own.map(({ id, number, title, status, round }) => (
      <li>
        <a class="tap" href={view.href(pathOf(id))}>
          {view.t('duplicates.item', { number, title })}
        </a>{' '}
        <span class="soft small">
          {[view.t(`applications.status.${status}`), ...(round ? [round] : [])].join(' · ')}
        </span>
      </li>
    ))}
  </ul>
);

/** A second application for one partnership: pointed out, with the way to it, and never in anyone's way. */
export const SamePairNotice = ({ view, samePair }: { view: View; samePair: SamePair }) => {
  const { own, sentByOthers } = samePair;
  if (own.length === 0 && sentByOthers === 0) return null;
  return (
    <div class="gap-4">
      <Notice>
        {own.length > 0 && (
          <>
            <p>
              <strong>{view.t('duplicates.own.title', { count: own.length })}</strong>
            </p>
            <OwnTwins view={view} own={own} />
            <p class="gap-1">{view.t('duplicates.own.text')}</p>
          </>
        )}
        {sentByOthers > 0 && (
          <p class={own.length > 0 ? 'gap-2' : undefined}>
            {view.t('duplicates.others', { count: sentByOthers })}
          </p>
        )}
      </Notice>
    </div>
  );
};
