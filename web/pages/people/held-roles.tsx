import type { ListedPerson } from '../../../shared/accounts/list-people.ts';
import { Form } from '../../components/form/form.tsx';
import { Empty } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import type { OfficeRole } from './office-role.ts';

type Props = { view: View; people: readonly ListedPerson[]; kind: OfficeRole };

/** Who holds the role now. One's own staff role is not offered for taking. */
export const HeldRoles = ({ view, people, kind }: Props) => {
  const { t, person } = view;
  if (people.length === 0) return <Empty title={t('accounts.held.none')} />;
  const zone = view.viewerZone ?? 'UTC';
  const mayTake = ({ personId }: ListedPerson) => kind !== 'staff' || personId !== person?.account.id;
  return (
    <>
      <p class="small soft">{t(`accounts.held.take-${kind}`)}</p>
      <Table
        caption={t(`accounts.held.${kind}`)}
        soft
        dense
        wide
        rows={people}
        columns={[
          {
            head: t('accounts.column.name'),
            names: true,
            cell: ({ name }) => name || t('accounts.no-name'),
          },
          { head: t('accounts.column.address'), cell: ({ email }) => email },
          {
            head: kind === 'reviewer' ? t('accounts.column.pledged') : t('accounts.column.since'),
            cell: ({ since }) => <Time view={view} at={since} zone={zone} />,
          },
          {
            head: t('accounts.column.act'),
            cell: (one) => (
              <div class="acts">
                {mayTake(one) ? <Take view={view} person={one} /> : t('accounts.held.you')}
                <a href={view.href(`/staff/people/${one.personId}`)}>
                  {t('accounts.person.link')}
                  <span class="sr"> {one.name || one.email}</span>
                </a>
              </div>
            ),
          },
        ]}
      />
    </>
  );
};

const Take = ({ view, person }: { view: View; person: ListedPerson }) => (
  <Form view={view}>
    <input type="hidden" name="act" value="revoke-role" />
    <input type="hidden" name="id" value={person.personId} />
    <button class="linkish" type="submit">
      {view.t('accounts.held.take')}
      <span class="sr"> {person.name || person.email}</span>
    </button>
  </Form>
);
