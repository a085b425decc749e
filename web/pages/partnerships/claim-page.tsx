import type { Failure } from '../../../shared/failures.ts';
import type { OwnOrganisation } from '../../../shared/partnerships/list-my-organisations.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { PairName } from '../../components/map/place-name.tsx';
import { Empty } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = {
  view: View;
  partnership: Partnership;
  /** Those the person may act for. */
  organisations: readonly OwnOrganisation[];
  failure?: Failure | undefined;
};

/** Where a claim begins if there is no organisation yet: found one, and come back here. */
const NoOrganisation = ({ view: { t, href }, partnership }: Pick<Props, 'view' | 'partnership'>) => (
  <Empty title={t('partnerships.claim.no-organisation')} level={2}>
    <p>{t('partnerships.claim.no-organisation.text')}</p>
    <p class="acts">
      <a class="go" href={href(`/organisations/new?claim=${partnership.id}`)}>
        {t('organisations.new')}
      </a>
    </p>
  </Empty>
);

const ClaimForm = ({ view, organisations, failure }: Omit<Props, 'partnership'>) => {
  const { t } = view;
  const [only, ...more] = organisations;
  const shown = failure || view.returned ? view.typed : undefined;
  const form = formOf(view, {
    values: { organisationId: more.length === 0 ? only?.organisation.id : undefined },
    typed: shown,
    failure,
    labels: { organisationId: t('partnerships.claim.organisation') },
  });
  return (
    <>
      <ErrorSummary form={form} />
      <Form view={view} class="flow gap-4">
        <RadioField
          form={form}
          name="organisationId"
          choices={organisations.map(({ organisation: { id, legalName } }) => ({
            value: id,
            label: legalName,
          }))}
        />
        <Outbox view={view} title="" mail={[]} level={2}>
          {t('partnerships.claim.next')}
        </Outbox>
        <div class="acts">
          <button class="go" type="submit">
            {t('partnerships.claim.send')}
          </button>
        </div>
      </Form>
    </>
  );
};

/** An organisation says that it runs this partnership. */
export const ClaimPage = ({ view, partnership, organisations, failure }: Props) => {
  const { t, href } = view;
  return (
    <Layout view={view} title={t('partnerships.claim.title')}>
      <Head
        over={<PairName view={view} pair={partnership} />}
        title={t('partnerships.claim.title')}
        lede={t('partnerships.claim.lede')}
      />
      <div class="gap-4">
        {organisations.length > 0 ? (
          <ClaimForm view={view} organisations={organisations} failure={failure} />
        ) : (
          <NoOrganisation view={view} partnership={partnership} />
        )}
        <p class="gap-3">
          <a class="tap" href={href(`/partnerships/${partnership.id}`)}>
            {t('partnerships.back')}
          </a>
        </p>
      </div>
    </Layout>
  );
};
