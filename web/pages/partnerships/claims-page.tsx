import type { Failure } from '../../../shared/failures.ts';
import { settlements } from '../../../shared/partnerships/claim.ts';
import type { OpenClaim } from '../../../shared/partnerships/list-open-claims.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { PairName } from '../../components/map/place-name.tsx';
import { Empty } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

type Props = {
  view: View;
  claims: readonly OpenClaim[];
  next: string | undefined;
  failure?: Failure | undefined;
};

const Acts = ({ view, one }: { view: View; one: OpenClaim }) => {
  const { t } = view;
  const { claim, partnership, organisation } = one;
  // A pair that is not in the directory yet has to be taken in before anyone can be said to run it.
  const acts =
    partnership.standing === 'proposed' ? (['confirm', 'refuse'] as const) : settlements(claim.status);
  return (
    <Form view={view} version={claim.version}>
      <input type="hidden" name="partnershipId" value={claim.partnershipId} />
      <input type="hidden" name="organisationId" value={claim.organisationId} />
      <div class="acts">
        {acts.map((act) => (
          <button class="go2" type="submit" name="act" value={act}>
            {t(`partnerships.claims.${act}`)}
            <span class="sr">
              : {organisation.legalName}, <PairName view={view} pair={partnership} />
            </span>
          </button>
        ))}
      </div>
    </Form>
  );
};

/** Staff: claims that wait, oldest first. */
export const ClaimsPage = ({ view, claims, next, failure }: Props) => {
  const { t, href } = view;
  return (
    <Layout view={view} title={t('partnerships.claims.title')}>
      <Head title={t('partnerships.claims.title')} lede={t('partnerships.claims.lede')} />
      <ErrorSummary form={formOf(view, { failure, labels: {} })} />
      {claims.length === 0 ? (
        <div class="gap-4">
          <Empty title={t('partnerships.claims.none')} level={2}>
            <p>{t('partnerships.claims.none.text')}</p>
          </Empty>
        </div>
      ) : (
        <div class="gap-4">
          <Outbox view={view} title="" mail={[]} level={2}>
            {t('partnerships.claims.next')}
          </Outbox>
          <div class="gap-4">
            <Table
              caption={t('partnerships.claims.title')}
              soft
              cards
              columns={[
                {
                  head: t('organisations.column.partnership'),
                  names: true,
                  cell: ({ partnership }) => (
                    <>
                      <a class="tap" href={href(`/partnerships/${partnership.id}`)}>
                        <PairName view={view} pair={partnership} />
                      </a>
                      <br />
                      <a class="tap" href={href(`/staff/partnerships/${partnership.id}/offices`)}>
                        {t('counterpart.offices.link')}
                        <span class="sr">
                          : <PairName view={view} pair={partnership} />
                        </span>
                      </a>
                      {partnership.standing === 'proposed' && (
                        <>
                          <br />
                          <small>{t('partnerships.claims.proposed')}</small>
                        </>
                      )}
                    </>
                  ),
                },
                {
                  head: t('partnerships.claim.organisation'),
                  cell: ({ organisation }) => (
                    <>
                      <a href={href(`/organisations/${organisation.id}`)}>{organisation.legalName}</a>
                      <br />
                      <small>
                        {t(`organisations.kind.${organisation.kind}`)}
                        {organisation.ein && `, ${t('organisations.ein.is', { ein: organisation.ein })}`}
                      </small>
                    </>
                  ),
                },
                {
                  head: t('organisations.column.claimed'),
                  cell: ({ claim }) => <Time view={view} at={claim.claimedAt} />,
                },
                { head: t('partnerships.claims.settle'), cell: (one) => <Acts view={view} one={one} /> },
              ]}
              rows={claims}
            />
          </div>
          <Pager view={view} next={next} />
        </div>
      )}
    </Layout>
  );
};
