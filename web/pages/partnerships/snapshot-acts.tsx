import type { Snapshot } from '../../../shared/partnerships/view-partnership.ts';
import type { View } from '../../view.ts';
import { ClaimBadge } from './claim-badge.tsx';

/** Apply where one's organisation has claimed it, claim it otherwise. */
export const SnapshotActs = ({ view, snapshot }: { view: View; snapshot: Snapshot }) => {
  const { t, href } = view;
  const { partnership, own, standing } = snapshot;
  const held = own.find(({ status }) => status !== 'refused') ?? own[0];
  if (held && held.status !== 'refused')
    return (
      <div class="flow gap-3">
        <p>
          <ClaimBadge view={view} status={held.status} />
        </p>
        {held.status === 'claimed' && <p class="small soft">{t('partnerships.claim.until')}</p>}
        <div class="acts">
          <a class="go" href={href(`/applications/new?partnership=${partnership.id}`)}>
            {t('partnerships.apply')}
          </a>
          {held.status === 'verified' && (
            <a href={href(`/workspace/${partnership.id}/alumni`)}>{t('matches.alumni.title')}</a>
          )}
          <a href={href(`/organisations/${held.organisationId}`)}>{t('partnerships.organisation')}</a>
        </div>
      </div>
    );
  return (
    <div class="flow gap-3">
      {held && (
        <p>
          <ClaimBadge view={view} status={held.status} />
        </p>
      )}
      <p>{t(`partnerships.standing.${standing}.text`)}</p>
      <div class="acts">
        <a class="go" href={href(`/partnerships/${partnership.id}/claim`)}>
          {t('partnerships.claim.go')}
        </a>
        <a href={href('/rounds')}>{t('public.home.rounds')}</a>
      </div>
    </div>
  );
};
