import type { Account } from '../../../shared/accounts/account.ts';
import { Band } from '../../components/head.tsx';
import { SummaryList } from '../../components/lists.tsx';
import type { View } from '../../view.ts';

/** The names that are kept once the account is called otherwise; nothing where there are none. The last comes first. */
export const FormerNames = ({ view, account }: { view: View; account: Account }) => {
  const { t, format, viewerZone } = view;
  const { formerNames = [] } = account;
  if (formerNames.length === 0) return null;
  return (
    <Band id="former-names" title={t('accounts.former.title')} lede={t('accounts.former.lede')}>
      <SummaryList
        entries={formerNames.toReversed().map(({ name, until }) => ({
          label: t('accounts.former.until', { when: format.date(until, viewerZone ?? 'UTC') }),
          value: name,
        }))}
      />
    </Band>
  );
};
