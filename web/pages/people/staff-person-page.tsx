import type { SeenPerson } from '../../../shared/accounts/merge-people.ts';
import { roleName } from '../../../shared/accounts/role.ts';
import type { Failure } from '../../../shared/failures.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { TextField } from '../../components/form/text-fields.tsx';
import { nothingTyped } from '../../components/form/typed.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { DeletePerson } from './delete-person.tsx';
import { roleWords } from './role-words.ts';

type Props = {
  view: View;
  seen: SeenPerson;
  merged: boolean;
  /** Which of the page's two forms was refused. */
  refused?: 'merge' | 'delete' | undefined;
  failure?: Failure | undefined;
};

/** One account as staff see it, and the way to make another part of it. */
export const StaffPersonPage = ({ view, seen, merged, refused, failure }: Props) => {
  const { t, person } = view;
  const title = seen.name || seen.email;
  const isOwn = person?.account.id === seen.id;
  return (
    <Layout view={view} title={title}>
      <Head title={title} lede={t('accounts.person.took', { count: seen.took })} near />
      {merged && (
        <Notice>
          <p role="status">{t('accounts.merge.done')}</p>
        </Notice>
      )}
      <SummaryList
        entries={[
          { label: t('accounts.addresses.first'), value: seen.email },
          ...seen.addresses.map((value) => ({ label: t('accounts.addresses.further'), value })),
          {
            label: t('accounts.person.roles'),
            value: rolesOf(view, seen) || t('accounts.person.no-roles'),
          },
          {
            label: t('accounts.person.since'),
            value: <Time view={view} at={seen.createdAt} zone={view.viewerZone ?? 'UTC'} />,
          },
        ]}
      />
      <Band id="merge" title={t('accounts.merge.title')} lede={t('accounts.merge.lede')}>
        {isOwn ? (
          <p>{t('accounts.merge.own')}</p>
        ) : (
          <MergeForm view={view} failure={refused === 'merge' ? failure : undefined} />
        )}
      </Band>
      <DeletePerson view={view} isOwn={isOwn} refused={refused === 'delete'} failure={failure} />
    </Layout>
  );
};

const rolesOf = ({ t, language }: View, { roles }: SeenPerson) =>
  new Intl.ListFormat(language).format(roles.map((role) => roleWords(t, roleName(role))));

const MergeForm = ({ view, failure }: { view: View; failure: Failure | undefined }) => {
  const { t } = view;
  const form = formOf(view, {
    labels: { email: t('accounts.merge.email'), reason: t('accounts.merge.reason') },
    words: ({ code }) => (code === 'no-account' ? t('accounts.merge.no-account') : undefined),
    ...(failure ? { failure } : { typed: nothingTyped }),
  });
  return (
    <>
      <ErrorSummary form={form} />
      <Form view={view} class="column flow">
        <TextField form={form} name="email" type="email" inputmode="email" />
        <TextArea form={form} name="reason" hint={t('accounts.merge.reason.hint')} />
        <Outbox view={view} level={3} title="" mail={[]}>
          {t('accounts.merge.then')}
        </Outbox>
        <p class="acts">
          <button class="go" type="submit">
            {t('accounts.merge.go')}
          </button>
        </p>
      </Form>
    </>
  );
};
