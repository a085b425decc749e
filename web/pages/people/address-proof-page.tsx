import { roleName } from '../../../shared/accounts/role.ts';
import type { SeenProof } from '../../../shared/accounts/view-address-proof.ts';
import type { Failure } from '../../../shared/failures.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { roleWords } from './role-words.ts';

type Props = { view: View; seen: SeenProof; failure?: Failure | undefined };

/** What the mailed link would do, said in full before the button; looking does nothing. */
export const AddressProofPage = ({ view, seen, failure }: Props) => {
  const { t, person, href } = view;
  const { email, done, other } = seen;
  const title = t('accounts.proof.title');
  return (
    <Layout view={view} title={title}>
      <Head title={title} lede={t('accounts.proof.lede', { address: email })} near />
      <ErrorSummary form={formOf(view, { labels: { merge: title }, failure })} />
      <div class="column flow">
        {done ? (
          <Notice>
            <p>{t('accounts.proof.done')}</p>
            <p>
              <a href={href('/account')}>{t('accounts.proof.account')}</a>
            </p>
          </Notice>
        ) : (
          <Form view={view} class="flow">
            <p>{t('accounts.proof.as', { address: person?.account.email ?? '' })}</p>
            {other ? (
              <Merging view={view} other={other} />
            ) : (
              <p>{t('accounts.proof.plain', { address: email })}</p>
            )}
            <Outbox view={view} title="" mail={[]} />
            <p class="acts">
              <button class="go" type="submit">
                {other ? t('accounts.proof.merge.go') : t('accounts.proof.go')}
              </button>
            </p>
          </Form>
        )}
      </div>
    </Layout>
  );
};

const Merging = ({ view, other }: { view: View; other: NonNullable<SeenProof['other']> }) => {
  const { t, language } = view;
  const roles = new Intl.ListFormat(language).format(other.roles.map((role) => roleWords(t, roleName(role))));
  return (
    <section class="panel flow" aria-labelledby="merging">
      <input type="hidden" name="merge" value="yes" />
      <h2 class="h-lg gap-2" id="merging">
        {t('accounts.proof.merge.title')}
      </h2>
      <p>{t('accounts.proof.merge.text')}</p>
      <ul class="points">
        <li>{roles ? t('accounts.proof.merge.roles', { roles }) : t('accounts.proof.merge.no-roles')}</li>
        <li>{t('accounts.proof.merge.addresses')}</li>
        <li>{t('accounts.proof.merge.conflicts')}</li>
        <li>{t('accounts.proof.merge.sessions')}</li>
      </ul>
    </section>
  );
};

/** Used, replaced, too late, or someone else's. */
export const ClosedProofPage = ({ view, failure }: { view: View; failure: Failure }) => {
  const { t, href } = view;
  const key = `accounts.proof.closed.${failure.kind}`;
  return (
    <Layout view={view} title={t('accounts.proof.closed')}>
      <Head title={t('accounts.proof.closed')} />
      <div class="flow measure">
        <p>{isMessageKey(key) ? t(key) : t(`failure.${failure.kind}`)}</p>
        <p class="acts">
          <a href={href('/account')}>{t('accounts.proof.account')}</a>
        </p>
      </div>
    </Layout>
  );
};
