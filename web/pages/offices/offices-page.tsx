import type { OfficeDomainList } from '../../../shared/endorsements/list-office-domains.ts';
import type { OfficeDomain } from '../../../shared/endorsements/office-domain.ts';
import type { Failure } from '../../../shared/failures.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { PairName } from '../../components/map/place-name.tsx';
import { Empty } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; list: OfficeDomainList; failure?: Failure | undefined };

const Withdraw = ({ view, one }: { view: View; one: OfficeDomain }) =>
  one.status === 'withdrawn' ? (
    <span>{view.t('counterpart.offices.withdrawn')}</span>
  ) : (
    <Form view={view} version={one.version}>
      <input type="hidden" name="domain" value={one.domain} />
      <button class="go2" type="submit" name="act" value="withdraw">
        {view.t('counterpart.offices.withdraw')}
        <span class="sr">: {one.domain}</span>
      </button>
    </Form>
  );

const Recorded = ({ view, list }: Props) => {
  const { t } = view;
  if (list.items.length === 0)
    return (
      <Empty title={t('counterpart.offices.none')}>
        <p>{t('counterpart.offices.none.text')}</p>
      </Empty>
    );
  return (
    <Table
      caption={t('counterpart.offices.title')}
      soft
      wide
      columns={[
        { head: t('counterpart.offices.domain'), names: true, cell: ({ domain }) => domain },
        { head: t('counterpart.offices.evidence'), cell: ({ evidence }) => evidence },
        {
          head: t('counterpart.offices.recorded'),
          cell: ({ recordedAt }) => <Time view={view} at={recordedAt} zone={view.viewerZone ?? 'UTC'} />,
        },
        {
          head: t('counterpart.offices.state'),
          cell: (one: OfficeDomain) => <Withdraw view={view} one={one} />,
        },
      ]}
      rows={list.items}
    />
  );
};

/** What staff know of a Japanese office's mail domains, and from where. */
export const OfficesPage = (props: Props) => {
  const { view, list, failure } = props;
  const { t } = view;
  const isRecord = view.typed.text('act') !== 'withdraw';
  const form = formOf(view, {
    typed: isRecord ? view.typed : undefined,
    failure,
    labels: { domain: t('counterpart.offices.domain'), evidence: t('counterpart.offices.evidence') },
    words: ({ path, code }) =>
      path === 'domain' && (code === 'anybodys' || code === 'no-domain')
        ? t(`counterpart.offices.${code}`)
        : undefined,
  });
  return (
    <Layout view={view} title={t('counterpart.offices.title')}>
      <Head
        over={<PairName view={view} pair={list.partnership} />}
        title={t('counterpart.offices.title')}
        lede={t('counterpart.offices.lede')}
      />
      <ErrorSummary form={form} />
      <div class="gap-4">
        <Recorded {...props} />
      </div>
      <section class="band" aria-labelledby="record">
        <h2 id="record">{t('counterpart.offices.record')}</h2>
        <Form view={view} class="gap-3">
          <div class="fields">
            <TextField form={form} name="domain" hint={t('counterpart.offices.domain.hint')} />
            <TextField
              form={form}
              name="evidence"
              class="wide"
              hint={t('counterpart.offices.evidence.hint')}
            />
          </div>
          <div class="gap-3">
            <Outbox view={view} title="" mail={[]}>
              {t('counterpart.offices.next')}
            </Outbox>
          </div>
          <div class="acts gap-3">
            <button class="go" type="submit" name="act" value="record">
              {t('counterpart.offices.record')}
            </button>
          </div>
        </Form>
      </section>
    </Layout>
  );
};
