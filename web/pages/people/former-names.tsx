import type { Account } from '../../../shared/accounts/account.ts';
import { Band } from '../../components/head.tsx';
import { SummaryList } from '../../components/lists.tsx';
import type { View } from '../../view.ts';

/** What the account was called and is called no longer; nothing where it never was. The last comes first. */
export const FormerNames = ({ view, account }: { view: View; account: Account }) => {
  const { t, format, viewerZone } = view;
  const former = (account.formerNames ?? []).filter(({ name }) => name !== account.name);
  if (former.length === 0) return null;
  return (
    <Band id="former-names" title={t('accounts.former.title')} lede={t('accounts.former.lede')}>
      <SummaryList
        entries={former.toReversed().map(({ name, until }) => ({
          label: t('accounts.former.until', { when: format.date(until, viewerZone ?? 'UTC') }),
          value: name,
        }))}
      />
    </Band>
  );
};
