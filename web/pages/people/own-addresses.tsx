import type { Account } from '../../../shared/accounts/account.ts';
import { Form } from '../../components/form/form.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { Band } from '../../components/head.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; account: Account; form: FormState; said?: 'sent' | 'added' | undefined };

/** Every address that signs in here, and the way to add another: a link is mailed to it. */
export const OwnAddresses = ({ view, account, form, said }: Props) => {
  const { t } = view;
  return (
    <Band id="addresses" title={t('accounts.addresses.title')} lede={t('accounts.addresses.lede')}>
      {said && (
        <Notice>
          <p role="status">{t(`accounts.addresses.${said}`)}</p>
        </Notice>
      )}
      <SummaryList
        entries={[
          { label: t('accounts.addresses.first'), value: account.email },
          ...(account.addresses ?? []).map((value) => ({ label: t('accounts.addresses.further'), value })),
        ]}
      />
      <Form view={view} class="column flow">
        <input type="hidden" name="act" value="ask-address" />
        <TextField
          form={form}
          name="email"
          type="email"
          inputmode="email"
          autocomplete="email"
          hint={t('accounts.addresses.email.hint')}
        />
        <Outbox
          view={view}
          level={3}
          title={t('accounts.addresses.outbox')}
          mail={[{ to: t('accounts.invite.to'), what: t('accounts.addresses.what') }]}
        />
        <p class="acts">
          <button class="go2" type="submit">
            {t('accounts.addresses.go')}
          </button>
        </p>
      </Form>
    </Band>
  );
};
