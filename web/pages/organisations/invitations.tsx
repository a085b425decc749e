import type { Invitation } from '../../../shared/accounts/invitation.ts';
import { isExpired } from '../../../shared/accounts/invitation.ts';
import { Form } from '../../components/form/form.tsx';
import { type Column, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; invitations: readonly Invitation[]; mayRevoke: boolean };

const asOf = ({ role }: Invitation) => (role.kind === 'member' ? role.as : 'viewer');

/** Whom the organisation has invited and what came of it. */
export const Invitations = ({ view, invitations, mayRevoke }: Props) => {
  const { t, call } = view;
  const stateOf = (one: Invitation) =>
    one.status === 'pending' && isExpired(one, call.receivedAt) ? 'expired' : one.status;
  const revoking: Column<Invitation> = {
    head: <span class="sr">{t('organisations.invitation.revoke')}</span>,
    cell: (one) =>
      stateOf(one) === 'pending' ? (
        <Form view={view}>
          <input type="hidden" name="act" value="revoke-invitation" />
          <input type="hidden" name="invitationId" value={one.id} />
          <button class="go2" type="submit">
            {t('organisations.invitation.revoke')}
            <span class="sr">: {one.email}</span>
          </button>
        </Form>
      ) : null,
  };
  return (
    <Table
      caption={t('organisations.invitations.caption')}
      soft
      columns={[
        { head: t('organisations.column.email'), names: true, cell: ({ email }) => email },
        { head: t('organisations.column.role'), cell: (one) => t(`organisations.as.${asOf(one)}`) },
        {
          head: t('organisations.column.state'),
          cell: (one) => t(`organisations.invitation.${stateOf(one)}`),
        },
        {
          head: t('organisations.column.until'),
          cell: ({ expiresAt }) => <Time view={view} at={expiresAt} />,
        },
        ...(mayRevoke ? [revoking] : []),
      ]}
      rows={invitations}
    />
  );
};
