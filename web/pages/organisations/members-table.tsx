import type { ListedPerson } from '../../../shared/accounts/list-people.ts';
import { Form } from '../../components/form/form.tsx';
import { type Column, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; organisationId: string; members: readonly ListedPerson[]; mayRemove: boolean };

const roleWords = {
  owner: 'organisations.as.owner',
  editor: 'organisations.as.editor',
  viewer: 'organisations.as.viewer',
} as const;
const isMembership = (role: string): role is keyof typeof roleWords => Object.hasOwn(roleWords, role);

/** Who belongs to the organisation. Owners may take a role away; one owner stays. */
export const MembersTable = ({ view, members, mayRemove }: Props) => {
  const { t } = view;
  const called = ({ name, email }: ListedPerson) => name || email;
  const removing: Column<ListedPerson> = {
    head: <span class="sr">{t('organisations.member.remove.head')}</span>,
    cell: (person) => (
      <Form view={view}>
        <input type="hidden" name="act" value="remove-member" />
        <input type="hidden" name="personId" value={person.personId} />
        <button class="go2" type="submit">
          {t('organisations.member.remove')}
          <span class="sr">: {called(person)}</span>
        </button>
      </Form>
    ),
  };
  return (
    <>
      <Table
        caption={t('organisations.members.caption')}
        soft
        wide
        columns={[
          { head: t('organisations.column.name'), names: true, cell: called },
          { head: t('organisations.column.email'), cell: ({ email }) => email },
          {
            head: t('organisations.column.role'),
            cell: ({ role }) => (isMembership(role) ? t(roleWords[role]) : role),
          },
          { head: t('organisations.column.since'), cell: ({ since }) => <Time view={view} at={since} /> },
          ...(mayRemove ? [removing] : []),
        ]}
        rows={members}
      />
      {mayRemove && <p class="small soft gap-1">{t('organisations.member.remove.note')}</p>}
    </>
  );
};
