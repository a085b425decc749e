import type { KnownPerson } from '../../../shared/accounts/account.port.ts';
import { roleName } from '../../../shared/accounts/role.ts';
import type { Failure } from '../../../shared/failures.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { nothingTyped, type Typed } from '../../components/form/typed.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { OwnDataBand } from '../own-data/own-data-band.tsx';
import { FormerNames } from './former-names.tsx';
import { OwnAddresses } from './own-addresses.tsx';
import { doorOf } from './role-door.ts';
import { roleWords } from './role-words.ts';

type Props = {
  view: View;
  person: KnownPerson;
  typed?: Typed | undefined;
  saved: boolean;
  /** The second form of the page: which of its two stands refused, and what has just come of it. */
  refused?: 'details' | 'address' | undefined;
  address?: 'sent' | 'added' | undefined;
  failure?: Failure | undefined;
};

/** What one is called, in which language one reads mail, what one may do, and the way out on every device. */
export const AccountPage = ({ view, person, typed, saved, refused, address, failure }: Props) => {
  const { t } = view;
  const { name, language, version, email } = person.account;
  // What was typed into one form is not the other's.
  const onlyFor = (one: 'details' | 'address') =>
    refused === one ? { typed, failure } : { typed: nothingTyped };
  const labels = { name: t('accounts.account.name'), language: t('accounts.account.language') };
  const form = formOf(view, {
    labels,
    values: { name, language },
    words: ({ code }) => (code === 'too-many-names' ? t('accounts.former.too-many') : undefined),
    ...onlyFor('details'),
  });
  const addressForm = formOf(view, {
    labels: { email: t('accounts.addresses.email') },
    words: ({ code }) => (code === 'own-address' ? t('accounts.addresses.own') : undefined),
    ...onlyFor('address'),
  });
  return (
    <Layout view={view} title={t('accounts.account.title')}>
      <Head title={t('accounts.account.title')} lede={t('accounts.account.lede', { address: email })} near />
      {saved && (
        <Notice>
          <p role="status">{t('accounts.account.saved')}</p>
        </Notice>
      )}
      <ErrorSummary form={refused === 'address' ? addressForm : form} />
      {failure?.kind === 'stale' && (
        <Notice>
          <p>
            {t('accounts.account.stands-now', {
              name: name || t('accounts.no-name'),
              language: language === 'ja' ? '日本語' : 'English',
            })}
          </p>
        </Notice>
      )}
      <Form view={view} version={version} class="column flow">
        <TextField
          form={form}
          name="name"
          optional
          autocomplete="name"
          hint={t('accounts.account.name.hint')}
        />
        <RadioField
          form={form}
          name="language"
          hint={t('accounts.account.language.hint')}
          choices={[
            { value: 'en', label: 'English', lang: 'en' },
            { value: 'ja', label: '日本語', lang: 'ja' },
          ]}
        />
        <p class="acts">
          <button class="go" type="submit">
            {t('accounts.account.go')}
          </button>
        </p>
      </Form>
      <FormerNames view={view} account={person.account} />
      <OwnAddresses view={view} account={person.account} form={addressForm} said={address} />
      <Roles view={view} person={person} />
      <OwnDataBand view={view} />
      <Band id="sessions" title={t('accounts.sessions.title')} lede={t('accounts.sessions.text')}>
        <Form view={view}>
          <input type="hidden" name="act" value="end-sessions" />
          <button class="go2" type="submit">
            {t('accounts.sessions.go')}
          </button>
        </Form>
      </Band>
    </Layout>
  );
};

const Roles = ({ view, person: { actor } }: { view: View; person: KnownPerson }) => {
  const { t, href } = view;
  return (
    <Band id="roles" title={t('accounts.roles.title')}>
      {actor.roles.length === 0 ? (
        <p>{t('accounts.roles.none')}</p>
      ) : (
        <SummaryList
          entries={actor.roles.map((role) => ({
            label: roleWords(t, roleName(role)),
            value: <a href={href(doorOf(role))}>{t(`accounts.roles.door.${role.kind}`)}</a>,
          }))}
        />
      )}
    </Band>
  );
};
