import type { ClaimedPair } from '../../../shared/partnerships/view-organisation.ts';
import { PairName } from '../../components/map/place-name.tsx';
import { Empty } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { ClaimBadge } from '../partnerships/claim-badge.tsx';

/** What the organisation has claimed and how each claim stands. */
export const ClaimsTable = ({ view, claims }: { view: View; claims: readonly ClaimedPair[] }) => {
  const { t, href } = view;
  if (claims.length === 0)
    return (
      <Empty title={t('organisations.claims.none')}>
        <p>{t('organisations.claims.none.text')}</p>
        <p>
          <a class="tap" href={href('/partnerships')}>
            {t('public.home.find')}
          </a>
        </p>
      </Empty>
    );
  return (
    <Table
      caption={t('organisations.claims.caption')}
      soft
      wide
      columns={[
        {
          head: t('organisations.column.partnership'),
          names: true,
          cell: ({ partnership }) => (
            <a href={href(`/partnerships/${partnership.id}`)}>
              <PairName view={view} pair={partnership} />
            </a>
          ),
        },
        {
          head: t('organisations.column.state'),
          cell: ({ claim }) => (
            <>
              <ClaimBadge view={view} status={claim.status} />
              {claim.status === 'verified' && (
                <>
                  <br />
                  <a class="tap" href={href(`/workspace/${claim.partnershipId}`)}>
                    {t('introductions.workspace.title')}
                  </a>
                </>
              )}
            </>
          ),
        },
        {
          head: t('organisations.column.claimed'),
          cell: ({ claim }) => <Time view={view} at={claim.claimedAt} />,
        },
      ]}
      rows={claims}
    />
  );
};
